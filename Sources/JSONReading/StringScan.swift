internal import CScan

/// The way through one string, from behind its opening quote to behind its closing one.
///
/// RFC 8259 §7
struct StringScan {
    /// The offset behind what was read; after a fault, behind the last whole character.
    private(set) var position: Int

    /// What was noticed on the way.
    private(set) var flags: JSONNode.Flags = []

    /// Why the string breaks off, if it does.
    private(set) var fault: JSONFault?

    /// Reads the rest of a string, up to and over the closing quote.
    ///
    /// The fault is `.truncated` where the text ends first, `.invalidEscape` where a backslash starts none.
    ///
    /// - Parameters:
    ///   - text: the text that holds the string.
    ///   - start: an offset behind the opening quote, up to which the bytes are plain.
    init(of text: Span<UInt8>, from start: Int) {
        position = start
        do throws(JSONFault) {
            try readToEnd(of: text)
        } catch {
            fault = error
        }
    }

    private mutating func readToEnd(of text: Span<UInt8>) throws(JSONFault) {
        while true {
            let run = cscan_string_run(text, position)
            if run.hasEscapes { flags.insert(.hasEscapes) }
            let end = run.end < text.count ? run.end : Self.endOfCharacters(in: text, from: position)
            if run.hasHighBytes, !cscan_is_utf8(text.extracting(position..<end)) { flags.insert(.hasInvalidUTF8) }
            position = end
            guard run.end < text.count else { throw Self.cut(text) }
            switch text[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"):
                flags.insert(.hasEscapes)
                try readEscape(text)
            default:
                flags.insert(.hasControlCharacters)
                position += 1
            }
        }
    }

    private static func cut(_ text: Span<UInt8>) -> JSONFault {
        .truncated(expected: .closingQuote, offset: text.count)
    }

    /// Where the last character begins, if the end of the text cuts it; else the text's length.
    private static func endOfCharacters(in text: Span<UInt8>, from start: Int) -> Int {
        var offset = text.count
        // The longest character that can be cut has three of its four bytes.
        while offset > max(start, text.count - 3), text[offset - 1] >= 0x80 {
            offset -= 1
            if text[offset] >= 0xC0 { return UTF8Sequence(in: text, at: offset) == .cut ? offset : text.count }
        }
        return text.count
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
