public import CaptureReading

/// Data that whoever made the capture took out, leaving a placeholder in its place.
public struct Elision: Hashable, Sendable {
    /// The placeholder as it stands: `<png-base64>`.
    public var placeholder: String

    /// How many bytes it takes in the capture, its escapes included.
    public var byteCount: Int

    /// Where it stands.
    public var place: Place?

    /// Creates an elision.
    public init(placeholder: String, byteCount: Int, place: Place? = nil) {
        self.placeholder = placeholder
        self.byteCount = byteCount
        self.place = place
    }

    /// The longest text that is taken for a placeholder, in bytes; a longer one is data that is damaged.
    static let longestPlaceholder = 200

    /// Recognises a placeholder where base64 is expected.
    ///
    /// Brackets around words (`<png-base64>`, `[truncated]`, `{image}`), an ellipsis, or words with spaces between
    /// them: none of these is base64 of anything. An empty text is nothing at all and no placeholder.
    public init?(recognising text: some Collection<UInt8>, byteCount: Int, place: Place?) {
        guard !text.isEmpty, text.count <= Elision.longestPlaceholder, Elision.isPlaceholder(Array(text)) else {
            return nil
        }
        self.init(placeholder: String(decoding: text, as: UTF8.self), byteCount: byteCount, place: place)
    }

    /// Whether a text has the form of a placeholder.
    private static func isPlaceholder(_ text: [UInt8]) -> Bool {
        let brackets: [(UInt8, UInt8)] = [
            (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "["), UInt8(ascii: "]")),
            (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "("), UInt8(ascii: ")")),
            (UInt8(ascii: "*"), UInt8(ascii: "*")),
        ]
        if brackets.contains(where: { pair in text.first == pair.0 && text.last == pair.1 }) { return true }
        let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]
        if text.suffix(3) == ellipsis[...] || text.suffix(3).allSatisfy({ byte in byte == UInt8(ascii: ".") }) {
            return true
        }
        let words = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        return words.count > 1 && words.allSatisfy { word in !word.isEmpty && word.count < 24 }
    }
}
