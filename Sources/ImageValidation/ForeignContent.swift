internal import ByteCoding

/// What bytes are that are no image, as far as their beginning tells.
struct ForeignContent: CustomStringConvertible {
    /// In words, to stand behind "found".
    let description: String

    /// Whether it could be told.
    let isKnown: Bool

    /// Looks at the beginning.
    init(_ bytes: ArraySlice<UInt8>) {
        let name = ForeignContent.name(of: bytes)
        description = name ?? "bytes that begin with \(bytes.hexadecimal())"
        isKnown = name != nil
    }

    private static func name(of bytes: ArraySlice<UInt8>) -> String? {
        let text = bytes.prefix(512).drop { byte in byte.isWhiteSpace }
        let head = text.prefix(15).map(\.lowercasedASCII)
        if bytes.isEmpty { return "no bytes" }
        if head.starts(with: "<!doctype html".utf8) || head.starts(with: "<html".utf8) { return "an HTML page" }
        if head.starts(with: "data:".utf8) { return "a data: URI; its base64 is to be decoded first" }
        if head.first == UInt8(ascii: "{") || head.first == UInt8(ascii: "[") { return "JSON" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip data" }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return "a zip archive" }
        return nil
    }
}
