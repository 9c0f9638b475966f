/// Builds content credentials: boxes of JUMBF with CBOR in them.
public enum CredentialsBuilder {
    /// Credentials with two manifests, of which the last has all that a report can show.
    public static func store(hash: [UInt8] = [1, 2], exclusions: [(start: Int, length: Int)] = []) -> [UInt8] {
        superbox("c2pa", manifest("urn:a", hash: [], []) + manifest("urn:b", hash: hash, exclusions))
    }

    private static func manifest(_ label: String, hash: [UInt8], _ exclusions: [(start: Int, length: Int)]) -> [UInt8] {
        let action = map([
            ("action", text("c2pa.created")), ("softwareAgent", map([("name", text("Painter"))])),
            ("description", text("made")),
            ("digitalSourceType", text("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")),
        ])
        let ranges = exclusions.map { range in map([("start", number(range.start)), ("length", number(range.length))]) }
        let hashed = map([("alg", text("sha256")), ("hash", bytes(hash)), ("exclusions", array(ranges))])
        let assertions =
            superbox("c2pa.actions.v2", box("cbor", map([("actions", array([action]))])))
            + superbox("c2pa.hash.data", box("cbor", hashed))
        let claim = map([("dc:title", text("a cat")), ("claim_generator_info", map([("name", text("Painter 1"))]))])
        // An array of four, tagged as a signature: the certificate stands under 33.
        let protected = map([(nil, [0x18, 33] + bytes(certificate))])
        let stamps = map([("tstTokens", array([map([("val", bytes(response))])]))])
        let signature = [0xD2] + array([bytes(protected), map([("sigTst", stamps)]), [0xF6], bytes([0])])
        return superbox(
            label,
            superbox("c2pa.assertions", assertions) + superbox("c2pa.claim.v2", box("cbor", claim))
                + superbox("c2pa.signature", box("cbor", signature)))
    }

    /// The outline of a certificate: all its fields but the subject are empty.
    private static var certificate: [UInt8] {
        let names = [(0x03, "Signer"), (0x0A, "House")].flatMap { code, name in
            element(0x31, element(0x30, element(0x06, [0x55, 0x04, UInt8(code)]) + element(0x0C, Array(name.utf8))))
        }
        let empty = element(0x30, [])
        let body = element(0xA0, []) + element(0x02, [1]) + empty + empty + empty + element(0x30, names)
        return element(0x30, element(0x30, body))
    }

    /// The outline of a time-stamping authority's response: the status, and the time in what it signed.
    private static var response: [UInt8] {
        let empty = element(0x30, [])
        let time = element(0x18, Array("20251120143015.5Z".utf8))
        let information = element(0x30, element(0x02, [1]) + element(0x06, [0x2A]) + empty + element(0x02, [7]) + time)
        let name = [UInt8]([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01])
        let content = element(
            0x30, element(0x06, name + [0x09, 0x10, 0x01, 0x04]) + element(0xA0, element(0x04, information)))
        let signed = element(0x30, element(0x02, [3]) + element(0x31, []) + content)
        let token = element(0x30, element(0x06, name + [0x07, 0x02]) + element(0xA0, signed))
        return element(0x30, element(0x30, element(0x02, [0])) + token)
    }

    // MARK: Boxes

    /// A box.
    public static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let size = content.count + 8
        return [0, 0, UInt8(size >> 8), UInt8(size & 0xFF)] + Array(type.utf8) + content
    }

    /// A box of boxes with a label.
    public static func superbox(_ label: String, _ content: [UInt8]) -> [UInt8] {
        box("jumb", box("jumd", [UInt8](repeating: 0, count: 16) + [3] + Array(label.utf8) + [0]) + content)
    }

    // MARK: CBOR and DER

    private static func head(_ type: UInt8, _ count: Int) -> [UInt8] {
        count < 24 ? [type << 5 | UInt8(count)] : [type << 5 | 25, UInt8(count >> 8), UInt8(count & 0xFF)]
    }

    private static func number(_ number: Int) -> [UInt8] { head(0, number) }

    private static func bytes(_ bytes: [UInt8]) -> [UInt8] { head(2, bytes.count) + bytes }

    private static func text(_ text: String) -> [UInt8] { head(3, text.utf8.count) + Array(text.utf8) }

    private static func array(_ elements: [[UInt8]]) -> [UInt8] { head(4, elements.count) + elements.flatMap { $0 } }

    /// A map; a member without a name holds its key itself.
    private static func map(_ members: [(String?, [UInt8])]) -> [UInt8] {
        head(5, members.count) + members.flatMap { name, value in (name.map(text) ?? []) + value }
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag, UInt8(content.count)] + content
    }
}
