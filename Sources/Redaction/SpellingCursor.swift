internal import ByteCoding

/// Reads a text as the value that it spells, byte by byte, whatever it was encoded for.
///
/// One value stands in a capture as `a/b`, `a%2Fb`, `a%2fb`, `a\/b` and `a\u002fb`, and where one encoding holds
/// another as `a%252Fb` or `a\\\/b`. All of them read the same here:
///
/// - references of HTML to characters of ASCII are undone: `&#115;`, `&#x73;`, `&amp;`;
/// - percent-encoding is undone, `%25` in front of two more digits again and again;
/// - `\uXXXX` is its character, a pair of surrogates one character;
/// - other backslashes are left out, up to eight in a row, so that the characters which they escape remain;
/// - `+` is a space, as forms have it;
/// - a control character that JSON escapes by a letter is that letter.
///
/// A value that is looked for has been read the same way, so none is missed; two values that only differ in these
/// points are one.
struct SpellingCursor {
    /// How many backslashes in a row are read as an escape: those of JSON in JSON in JSON are seven.
    private static let longestRun = 8

    /// The offset behind the last character that was read in full.
    private(set) var end: Int

    /// The offset behind the character that is being handed out.
    private var position: Int

    /// What is left to hand out of a character, in UTF-8, the next byte lowest.
    private var pending: UInt32 = 0

    /// A cursor at an offset of a text.
    init(at offset: Int) {
        end = offset
        position = offset
    }

    /// All of a value as it reads, without any backslash.
    static func reading(_ bytes: [UInt8]) -> [UInt8] {
        var cursor = SpellingCursor(at: 0)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        while let byte = cursor.next(in: bytes.span) {
            if byte != UInt8(ascii: "\\") { result.append(byte) }
        }
        return result
    }

    /// The bytes that read as a byte where no escape is in play.
    static func spellings(of byte: UInt8) -> [UInt8] {
        [byte] + unlike.filter { other in folded(other) == byte }
    }

    /// The bytes that do not read as themselves.
    private static let unlike: [UInt8] = [0x08, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "+")]

    /// The next byte, or nil at the end of the text.
    mutating func next(in text: Span<UInt8>) -> UInt8? {
        if pending == 0 {
            guard let character = nextCharacter(in: text) else { return nil }
            guard character != 0 else {
                end = position
                return 0
            }
            pending = character
        }
        let byte = UInt8(truncatingIfNeeded: pending)
        pending >>= 8
        if pending == 0 { end = position }
        return byte
    }

    /// The bytes of the next character that is escaped as `\uXXXX`, or the next byte.
    private mutating func nextCharacter(in text: Span<UInt8>) -> UInt32? {
        var run = 0
        while let (byte, behind) = SpellingCursor.decoded(at: position, in: text) {
            position = behind
            if byte == UInt8(ascii: "\\"), run < SpellingCursor.longestRun {
                run += 1
            } else if run > 0, byte == UInt8(ascii: "u"), let scalar = escapedScalar(in: text) {
                guard scalar == "\\" else { return SpellingCursor.encoded(scalar) }
            } else {
                return UInt32(SpellingCursor.folded(byte))
            }
        }
        return nil
    }

    /// The character whose four digits come next, or nil when none do; half a pair alone is U+FFFD.
    private mutating func escapedScalar(in text: Span<UInt8>) -> Unicode.Scalar? {
        guard let (unit, behind) = SpellingCursor.codeUnit(at: position, in: text) else { return nil }
        position = behind
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit) else { return "\u{FFFD}" }
        var ahead = behind
        var last = UInt8(ascii: "\\")
        for _ in 0...SpellingCursor.longestRun where last == UInt8(ascii: "\\") {
            guard let (byte, next) = SpellingCursor.decoded(at: ahead, in: text) else { return "\u{FFFD}" }
            (last, ahead) = (byte, next)
        }
        guard last == UInt8(ascii: "u"), let (trail, end) = SpellingCursor.codeUnit(at: ahead, in: text),
            UTF16.isTrailSurrogate(trail)
        else { return "\u{FFFD}" }
        position = end
        return Unicode.Scalar(0x1_0000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF)
    }

    /// The code unit of four digits at an offset, percent-encoded or not, and the offset behind them.
    private static func codeUnit(at offset: Int, in text: Span<UInt8>) -> (unit: UInt16, end: Int)? {
        var unit: UInt16 = 0
        var offset = offset
        for _ in 0..<4 {
            guard let (byte, behind) = decoded(at: offset, in: text),
                let digit = byte.hexadecimalDigit
            else { return nil }
            unit = unit << 4 | UInt16(digit)
            offset = behind
        }
        return (unit, offset)
    }

    /// The byte at an offset, its percent-encoding undone, and the offset behind it; nil at the end.
    private static func decoded(at offset: Int, in text: Span<UInt8>) -> (byte: UInt8, end: Int)? {
        guard offset < text.count else { return nil }
        if text[offset] == UInt8(ascii: "&"), let entity = CharacterReference.byte(at: offset, in: text) {
            return entity
        }
        guard var byte = PercentEncoding.byte(at: offset, in: text) else { return (text[offset], offset + 1) }
        var end = offset + 3
        while byte == UInt8(ascii: "%"), let inner = PercentEncoding.byte(ofDigitsAt: end, in: text) {
            byte = inner
            end += 2
        }
        return (byte, end)
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> UInt32 {
        if scalar.isASCII { return UInt32(folded(UInt8(ascii: scalar))) }
        return scalar.utf8.reversed().reduce(0) { word, byte in word << 8 | UInt32(byte) }
    }

    /// The byte that an unescaped byte reads as.
    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: " ")
        case 0x08: UInt8(ascii: "b")
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        default: byte
        }
    }
}
