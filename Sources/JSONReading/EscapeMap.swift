/// Where the characters of a JSON string with escapes stand in the document that it was read from.
///
/// The offsets of one byte in every few KB are noted when it is made, in linear time; a lookup reads on from there. For
/// the content `a\u00e9b` the bytes of `aéb` map so:
///
///     decoded   0  1  2  3
///               a  C3 A9 b
///     document  0  1  1  7
public struct EscapeMap: Sendable {
    /// A character's first byte in the decoded string and in the document's content of the string.
    struct Checkpoint: Sendable {
        var decoded = 0
        var content = 0
    }

    /// How many bytes of content lie between two checkpoints, apart from the rest of a character.
    static let stride = 2048

    private let content: ArraySlice<UInt8>
    private let checkpoints: [Checkpoint]

    /// Notes the offsets of a string value's characters; nil for anything but a string with escapes or invalid UTF-8.
    ///
    /// The decoded string is that of `JSONValue.string`.
    public init?(_ value: JSONValue) {
        guard value.kind == .string, value.hasEscapes || value.node.flags.contains(.hasInvalidUTF8) else { return nil }
        self.init(content: value.tape.slice(value.contentRange))
    }

    /// The map of a string that was read before.
    ///
    /// - Parameters:
    ///   - content: the bytes between the quotes of a string.
    ///   - checkpoints: where some of its characters begin, in order, that of the first one among them.
    init(content: ArraySlice<UInt8>, checkpoints: [Checkpoint]) {
        self.content = content
        self.checkpoints = checkpoints
    }

    /// Notes the offsets of the characters between the quotes of a string.
    init(content: ArraySlice<UInt8>) {
        self.content = content
        let text = content.span
        var position = Checkpoint()
        var checkpoints = [position]
        var next = EscapeMap.stride
        while position.content < text.count {
            EscapeMap.step(over: text, &position)
            if position.content >= next {
                checkpoints.append(position)
                next = position.content + EscapeMap.stride
            }
        }
        self.checkpoints = checkpoints
    }

    /// How many bytes the string takes between its quotes.
    public var contentCount: Int { content.count }

    /// Where the character of a byte of the decoded string stands in the document, counted from the byte behind the
    /// opening quote; the place of the closing quote for bytes behind the string.
    public func offset(ofByte decoded: Int) -> Int {
        var low = 0
        var high = checkpoints.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle].decoded <= decoded { low = middle } else { high = middle }
        }
        let text = content.span
        var position = checkpoints[low]
        while position.content < text.count {
            let start = position.content
            EscapeMap.step(over: text, &position)
            if position.decoded > decoded { return start }
        }
        return text.count
    }

    /// Steps over a character: an escape, both halves of one, a sequence of UTF-8, or a byte that belongs to none.
    private static func step(over text: Span<UInt8>, _ position: inout Checkpoint) {
        let offset = position.content
        let byte = text[offset]
        if byte == UInt8(ascii: "\\") {
            stepOverEscape(in: text, &position)
        } else if byte < 0x80 {
            position.content += 1
            position.decoded += 1
        } else if case .wellFormed(let length) = UTF8Sequence(in: text, at: offset) {
            position.content += length
            position.decoded += length
        } else {
            // U+FFFD stands for what is no UTF-8: one for every beginning of a character that the next byte cuts.
            position.content += cutLength(in: text, at: offset)
            position.decoded += 3
        }
    }

    /// The length of the beginning of a character that stands at an offset without its end; 1 where none begins.
    private static func cutLength(in text: Span<UInt8>, at offset: Int) -> Int {
        var length = 1
        while length < 3, offset + length < text.count,
            UTF8Sequence(in: text.extracting(..<(offset + length + 1)), at: offset) == .cut
        {
            length += 1
        }
        return length
    }

    private static func stepOverEscape(in text: Span<UInt8>, _ position: inout Checkpoint) {
        let offset = position.content
        guard let unit = EscapeSequence.unit(in: text, at: offset) else {
            position.content = min(offset + 2, text.count)
            position.decoded += 1
            return
        }
        position.content += 6
        if UTF16.isLeadSurrogate(unit), let other = EscapeSequence.unit(in: text, at: offset + 6),
            UTF16.isTrailSurrogate(other)
        {
            position.content += 6
            position.decoded += 4
        } else {
            position.decoded += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
        }
    }
}
