/// The way through one string, from behind its opening quote to behind its closing one.
///
/// RFC 8259 §7
struct StringScan {
    /// The offset behind what was read; after a fault, behind the last whole character.
    private(set) var position: Int

    /// What was noticed on the way.
    private(set) var flags: JSONNode.Flags = []

    /// A scan of the string whose opening quote is before an offset.
    init(from position: Int) { self.position = position }

    /// Reads up to and over the closing quote.
    ///
    /// - Parameter text: the text that holds the string.
    /// - Throws: `.truncated` where the text ends first, `.invalidEscape` where a backslash starts none.
    mutating func readToEnd(of text: Span<UInt8>) throws(JSONFault) {
        while true {
            position = PlainRun.end(in: text, from: position)
            guard position < text.count else { throw Self.cut(text) }
            switch text[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"):
                flags.insert(.hasEscapes)
                try readEscape(text)
            case 0..<0x20:
                flags.insert(.hasControlCharacters)
                position += 1
            default:
                try readCharacter(text)
            }
        }
    }

    private static func cut(_ text: Span<UInt8>) -> JSONFault {
        .truncated(expected: .closingQuote, offset: text.count)
    }

    /// Reads a character beyond ASCII, or a byte that belongs to none.
    private mutating func readCharacter(_ text: Span<UInt8>) throws(JSONFault) {
        switch UTF8Sequence(in: text, at: position) {
        case .wellFormed(let length): position += length
        case .cut: throw Self.cut(text)
        case .illFormed:
            flags.insert(.hasInvalidUTF8)
            position += 1
        }
    }

    private mutating func readEscape(_ text: Span<UInt8>) throws(JSONFault) {
        guard position + 1 < text.count else { throw Self.cut(text) }
        let letter = text[position + 1]
        if letter == UInt8(ascii: "u") {
            try readCodeUnits(text)
        } else if EscapeSequence.character(of: letter) != nil {
            position += 2
        } else {
            throw .invalidEscape(found: letter, offset: position + 1)
        }
    }

    /// Reads `\uXXXX`, together with the one behind it where both are the halves of one character.
    ///
    /// A lead half whose other half the text cuts is not kept: what remains of a cut string is always a beginning of
    /// the whole one.
    private mutating func readCodeUnits(_ text: Span<UInt8>) throws(JSONFault) {
        let unit = try EscapeSequence.codeUnit(in: text, at: position)
        guard UTF16.isSurrogate(unit) else {
            position += 6
            return
        }
        let other = position + 6
        if UTF16.isLeadSurrogate(unit), Self.startsCodeUnit(text, at: other),
            UTF16.isTrailSurrogate(try EscapeSequence.codeUnit(in: text, at: other))
        {
            position += 12
            return
        }
        guard other < text.count || UTF16.isTrailSurrogate(unit) else { throw Self.cut(text) }
        flags.insert(.hasLoneSurrogates)
        position += 6
    }

    /// Whether `\u` stands at an offset, as far as the text reaches.
    private static func startsCodeUnit(_ text: Span<UInt8>, at offset: Int) -> Bool {
        guard offset < text.count, text[offset] == UInt8(ascii: "\\") else { return false }
        return offset + 1 == text.count || text[offset + 1] == UInt8(ascii: "u")
    }
}
