internal import ByteCoding

/// Data whose end somebody took out of the capture: `iVBORw0KGgo…[12345 more]`.
enum CutData {
    /// The longest placeholder, in bytes; what is longer is data that are damaged.
    private static let longest = 200

    /// The placeholder behind what could be decoded; nil where something else stopped the decoding, or nothing did.
    static func placeholder(in text: ArraySlice<UInt8>, _ decoding: Base64Decoding) -> String? {
        let rest = text.dropFirst(decoding.charactersRead)
        guard !decoding.isDecoded, !rest.isEmpty, rest.count <= longest else { return nil }
        let signs = ["...", "…", "[", "<", "(", "{", "*"]
        guard signs.contains(where: { sign in rest.starts(with: sign.utf8) }) else { return nil }
        return String(decoding: rest, as: UTF8.self)
    }
}
