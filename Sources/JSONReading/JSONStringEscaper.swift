/// Spells strings so that what is printed is what is seen.
///
/// Beside what RFC 8259 §7 demands, every character is escaped that a terminal, an editor or a browser may act upon or
/// hide: C0, DEL and C1 controls, format characters (bidirectional overrides, zero-width characters, tags, the byte
/// order mark, the soft hyphen), private use characters, line separators, and whatever else is drawn as nothing
/// (fillers, variation selectors). Two things stay, for nothing else can say them: the selectors of text and emoji
/// style, and a zero-width joiner between two emoji.
///
/// Unicode 16.0 §4.5, general categories Cc, Cf, Co, Cs, Zl and Zp; §5.21, default ignorable code points
enum JSONStringEscaper {
    /// How much is appended before it may be handed out, in bytes.
    private static let pieceSize = 1 << 16

    /// Appends the characters of a string, without quotes.
    ///
    /// - Parameters:
    ///   - string: the string.
    ///   - output: takes them.
    ///   - handOut: called with the output whenever a piece has been appended; it may empty it.
    static func append(_ string: String, to output: inout [UInt8], handOut: (inout [UInt8]) -> Void = { _ in }) {
        let text = string.utf8.span
        var plain = PlainStretch()
        var position = 0
        var previous: UInt32 = 0
        while position < text.count {
            // One control after the other: each is looked at once.
            let isControl = text[position] < 0x20
            let runEnd = isControl ? position : min(plain.endOfRun(in: text, from: position), position + pieceSize)
            if runEnd > position {
                append(text.extracting(position..<runEnd), to: &output)
                previous = UInt32(text[runEnd - 1])
                position = runEnd
            } else {
                let (point, length) = scalar(in: text, at: position)
                let next = position + length
                let joinsEmoji =
                    point == zeroWidthJoiner && next < text.count && isJoinable(previous)
                    && startsEmoji(scalar(in: text, at: next).point)
                let isEscaped = mustEscape(point) && !joinsEmoji
                if isEscaped {
                    appendEscape(point, to: &output)
                } else {
                    append(text.extracting(position..<min(next, text.count)), to: &output)
                }
                // A joiner has nothing to join with what is spelled out.
                previous = isEscaped ? 0 : point
                position = next
            }
            if output.count >= pieceSize { handOut(&output) }
        }
    }

    private static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        // SAFETY: the pointer is used only inside the closure, while the span is alive.
        unsafe bytes.withUnsafeBufferPointer { bytes in unsafe output.append(contentsOf: bytes) }
    }

    private static let quote = UInt32(UInt8(ascii: "\""))
    private static let backslash = UInt32(UInt8(ascii: "\\"))
    private static let zeroWidthJoiner: UInt32 = 0x200D
    private static let textSelector: UInt32 = 0xFE0E
    private static let emojiSelector: UInt32 = 0xFE0F

    /// The bytes that are plain to RFC 8259, of which DEL is one; to a terminal it is not.
    private struct PlainStretch {
        /// Where the stretch ends that was found last: a DEL in it is no reason to search what lies behind once more.
        private var end = 0

        /// The offset behind the characters from an offset on that are ASCII and need no escape.
        mutating func endOfRun(in text: Span<UInt8>, from start: Int) -> Int {
            if start >= end { end = PlainRun.end(in: text, from: start) }
            var position = start
            while position < end, text[position] != delete { position += 1 }
            return position
        }
    }

    private static let delete: UInt8 = 0x7F

    /// The character at an offset of well-formed UTF-8, and how many bytes it takes.
    private static func scalar(in text: Span<UInt8>, at offset: Int) -> (point: UInt32, length: Int) {
        let lead = text[offset]
        guard lead >= 0x80 else { return (UInt32(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var point = UInt32(lead) & (0x7F >> UInt32(length))
        for index in offset + 1..<min(offset + length, text.count) { point = point << 6 | UInt32(text[index]) & 0x3F }
        return (point, length)
    }

    private static func mustEscape(_ point: UInt32) -> Bool {
        switch point {
        case ..<0x20, quote, backslash, 0x7F..<0xA0: return true
        // Nothing below occurs in ASCII, from the soft hyphen to Arabic but for one joiner, and from CJK to Hangul but
        // for one filler.
        case ..<0x80, 0xAE..<0x34F, 0x350..<0x600, 0x3000..<0x3164, 0x3165..<0xD800: return false
        case textSelector, emojiSelector: return false
        default: break
        }
        guard let scalar = Unicode.Scalar(point) else { return true }
        switch scalar.properties.generalCategory {
        case .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether a zero-width joiner may follow: symbols, enclosed ideographs, emoji, and the selector of emoji style.
    private static func isJoinable(_ point: UInt32) -> Bool {
        startsEmoji(point) || 0x3030...0x3299 ~= point || point == emojiSelector
    }

    /// Whether a zero-width joiner may stand before.
    private static func startsEmoji(_ point: UInt32) -> Bool {
        0x2190...0x2BFF ~= point || 0x1_F000...0x1_FAFF ~= point
    }

    private static func appendEscape(_ point: UInt32, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch point {
        case quote, backslash: output.append(UInt8(point))
        case 0x08: output.append(UInt8(ascii: "b"))
        case UInt32(UInt8(ascii: "\t")): output.append(UInt8(ascii: "t"))
        case UInt32(UInt8(ascii: "\n")): output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case UInt32(UInt8(ascii: "\r")): output.append(UInt8(ascii: "r"))
        case ..<0x1_0000: appendCodeUnit(point, to: &output)
        default:
            let offset = point - 0x1_0000
            appendCodeUnit(0xD800 + offset >> 10, to: &output)
            output.append(UInt8(ascii: "\\"))
            appendCodeUnit(0xDC00 + offset & 0x3FF, to: &output)
        }
    }

    /// Appends `uXXXX` in lower case.
    private static func appendCodeUnit(_ unit: UInt32, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "u"))
        output.append(hexDigit(unit >> 12))
        output.append(hexDigit(unit >> 8))
        output.append(hexDigit(unit >> 4))
        output.append(hexDigit(unit))
    }

    /// The digit of the last four bits of a number.
    private static func hexDigit(_ number: UInt32) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: number & 0xF)
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
