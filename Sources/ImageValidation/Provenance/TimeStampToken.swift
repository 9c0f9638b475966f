/// The time that a time-stamping authority says it saw a signature at; whether it did is not verified.
///
/// RFC 3161 §2.4.2, RFC 5652 §5.1
enum TimeStampToken {
    /// The identifiers of what is signed, and of what was stamped.
    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    private static let information: [UInt8] = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
    ]

    private static let objectIdentifier: UInt8 = 0x06
    private static let octetString: UInt8 = 0x04
    private static let generalizedTime: UInt8 = 0x18

    /// The time in a token, or in the whole response of an authority, as `2025-11-20T14:30:15Z`; nil where there is none.
    static func time(in bytes: ArraySlice<UInt8>) -> String? {
        guard let outer = DERElement.elements(of: bytes).first?.elements else { return nil }
        // In a response the status stands before the token.
        let token = outer.first?.tag == objectIdentifier ? outer : outer.dropFirst().first?.elements ?? []
        guard let signed = content(of: token, signedData)?.elements,
            // Behind the version and the algorithms.
            let stamped = signed.dropFirst(2).first?.elements,
            let octets = content(of: stamped, information), octets.tag == octetString,
            let fields = octets.elements.first?.elements,
            // Behind version, policy, imprint and serial number.
            let time = fields.dropFirst(4).first, time.tag == generalizedTime
        else { return nil }
        return date(time.content)
    }

    /// What stands behind an identifier, in a tag of its own; nil where it is another identifier.
    private static func content(of pair: [DERElement], _ identifier: [UInt8]) -> DERElement? {
        guard pair.count >= 2, pair[0].content.elementsEqual(identifier) else { return nil }
        return pair[1].elements.first
    }

    /// `20251120143015.5Z` as ISO 8601 has it; nil for what is no such time.
    private static func date(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.last == UInt8(ascii: "Z") else { return nil }
        let pieces = bytes.dropLast().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isNumber = pieces.allSatisfy { piece in
            !piece.isEmpty && piece.allSatisfy { byte in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        }
        guard isNumber, pieces.count <= 2, pieces[0].count == 14,
            pieces.last.map({ piece in piece.count <= 14 }) == true
        else { return nil }
        var digits = pieces[0].map { byte in Character(UnicodeScalar(byte)) }[...]
        func take(_ count: Int) -> String {
            defer { digits = digits.dropFirst(count) }
            return String(digits.prefix(count))
        }
        let date = "\(take(4))-\(take(2))-\(take(2))T\(take(2)):\(take(2)):\(take(2))"
        let fraction = pieces.dropFirst().first.map { piece in "." + String(decoding: piece, as: UTF8.self) } ?? ""
        return date + fraction + "Z"
    }
}
