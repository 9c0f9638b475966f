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
        guard !value.node.flags.contains(.hasInvalidUTF8) else {
            bytes = Array((value.string ?? "").utf8)[...]
            map = EscapeMap(content: content)
            return
        }
        self = value.hasEscapes ? UnescapedString(escaped: content) : UnescapedString(plain: content)
    }

    /// Reads a string that stands in a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: the index behind the opening quote.
    /// - Returns: the string and the index of its closing quote; nil where there is none, and for a string that is odd in
    ///   any way, such as one that is no UTF-8.
    package static func read(in text: ArraySlice<UInt8>, from start: Int) -> (string: UnescapedString, end: Int)? {
        let scan = StringScan(of: text.span, from: start - text.startIndex)
        guard scan.fault == nil, scan.flags.subtracting(.hasEscapes).isEmpty else { return nil }
        let end = text.startIndex + scan.position - 1
        let content = text[start..<end]
        return (scan.flags.isEmpty ? UnescapedString(plain: content) : UnescapedString(escaped: content), end)
    }

    /// A string that is written as it is.
    private init(plain content: ArraySlice<UInt8>) {
        bytes = content
        map = nil
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
