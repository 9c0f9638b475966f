/// The subject of an X.509 certificate; nothing else of it is read.
///
/// RFC 5280 §4.1
enum CertificateSubject {
    /// An element of DER.
    private struct Element {
        let tag: UInt8
        let content: ArraySlice<UInt8>
    }

    /// The identifiers of the names that are told.
    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]
    private static let organization: [UInt8] = [0x55, 0x04, 0x0A]

    /// Whom a certificate names; nil where it cannot be read.
    static func signer(of certificate: ArraySlice<UInt8>) -> ContentCredentials.Signer? {
        guard let outer = elements(of: certificate).first, let body = elements(of: outer.content).first else {
            return nil
        }
        var fields = elements(of: body.content)[...]
        // The version may be left out; then the serial number, the algorithm, the issuer and the validity.
        if fields.first?.tag == 0xA0 { fields = fields.dropFirst() }
        guard let subject = fields.dropFirst(4).first else { return nil }
        var names: [[UInt8]: String] = [:]
        for set in elements(of: subject.content) {
            for pair in elements(of: set.content) {
                let parts = elements(of: pair.content)
                guard parts.count == 2 else { continue }
                names[Array(parts[0].content)] = String(decoding: parts[1].content, as: UTF8.self)
            }
        }
        guard names[commonName] != nil || names[organization] != nil else { return nil }
        return ContentCredentials.Signer(commonName: names[commonName], organization: names[organization])
    }

    /// The elements that bytes consist of, up to the first that is none.
    private static func elements(of bytes: ArraySlice<UInt8>) -> [Element] {
        var rest = bytes
        var elements: [Element] = []
        while let tag = rest.popFirst(), let first = rest.popFirst() {
            var length = Int(first)
            if first >= 0x80 {
                let count = Int(first & 0x7F)
                guard (1...4).contains(count), count <= rest.count else { break }
                length = rest.prefix(count).reduce(0) { number, byte in number << 8 | Int(byte) }
                rest = rest.dropFirst(count)
            }
            guard length <= rest.count else { break }
            elements.append(Element(tag: tag, content: rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return elements
    }
}
