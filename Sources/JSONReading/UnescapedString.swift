/// The characters of a JSON string as bytes, and where they stand in the document.
///
/// Both are made in one pass: a body of many MB that a capture has as a string of JSON is read at the speed of memory.
public struct UnescapedString: Sendable {
    /// The characters in UTF-8: those of `JSONValue.string`.
    public let bytes: ArraySlice<UInt8>

    /// Where they stand; nil where the document has them as they are.
    public let map: EscapeMap?

    /// Reads a string; nil for everything else.
    public init?(_ value: JSONValue) {
        guard value.kind == .string else { return nil }
        let content = value.tape.slice(value.contentRange)
        self =
            value.node.flags.contains(.hasInvalidUTF8)
            ? UnescapedString(bytes: Array((value.string ?? "").utf8)[...], map: EscapeMap(content: content))
            : UnescapedString(content: content, hasEscapes: value.hasEscapes)
    }

    /// Reads what stands between the quotes of a string, which is sound.
    package init(content: ArraySlice<UInt8>, hasEscapes: Bool) {
        self = hasEscapes ? UnescapedString(escaped: content) : UnescapedString(bytes: content, map: nil)
    }

    private init(bytes: ArraySlice<UInt8>, map: EscapeMap?) {
        self.bytes = bytes
        self.map = map
    }

    /// Takes the escapes out of what stands between the quotes of a string, which is sound.
    private init(escaped content: ArraySlice<UInt8>) {
        var text = JSONText()
        var checkpoints: [EscapeMap.Checkpoint] = []
        var position = 0
        while position < content.count {
            if !text.endsInLeadSurrogate {
                checkpoints.append(EscapeMap.Checkpoint(decoded: text.byteCount, content: position))
            }
            let end = UnescapedString.beginOfCharacter(in: content.span, atOrBefore: position + EscapeMap.stride)
            position = text.append(in: content.span, from: position, to: end)
        }
        bytes = text.repairedBytes()[...]
        map = EscapeMap(content: content, checkpoints: checkpoints.isEmpty ? [EscapeMap.Checkpoint()] : checkpoints)
    }

    /// The end of the text, or where the character begins that a byte belongs to.
    private static func beginOfCharacter(in text: Span<UInt8>, atOrBefore offset: Int) -> Int {
        guard offset < text.count else { return text.count }
        var offset = offset
        while text[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
