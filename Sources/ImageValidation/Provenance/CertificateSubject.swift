/// The subject of an X.509 certificate; nothing else of it is read.
///
/// RFC 5280 §4.1
enum CertificateSubject {
    /// The identifiers of the names that are told.
    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]
    private static let organization: [UInt8] = [0x55, 0x04, 0x0A]

    /// Whom a certificate names; nil where it cannot be read.
    static func signer(of certificate: ArraySlice<UInt8>) -> ContentCredentials.Signer? {
        guard let body = DERElement.elements(of: certificate).first?.elements.first else { return nil }
        var fields = body.elements[...]
        // The version may be left out; then the serial number, the algorithm, the issuer and the validity.
        if fields.first?.tag == 0xA0 { fields = fields.dropFirst() }
        guard let subject = fields.dropFirst(4).first else { return nil }
        var names: [[UInt8]: String] = [:]
        for set in subject.elements {
            for pair in set.elements {
                let parts = pair.elements
                guard parts.count == 2 else { continue }
                names[Array(parts[0].content)] = String(decoding: parts[1].content, as: UTF8.self)
            }
        }
        guard names[commonName] != nil || names[organization] != nil else { return nil }
        return ContentCredentials.Signer(commonName: names[commonName], organization: names[organization])
    }
}
