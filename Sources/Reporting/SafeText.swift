/// Captured text made harmless: the one escaping function of everything that goes to a terminal or a text file.
///
/// What could act on a terminal, hide, or change the order of what is read is spelled out: controls as `\x1b`, all else
/// as `<U+202E>`. The rest stays as it is, so that people can read their own language.
public enum SafeText {
    /// How many combining marks in a row are shown as such: no language needs more, and towers of them hide lines.
    private static let markLimit = 8

    /// What stands for a tab where lines are allowed.
    private static let tab = "    "

    private static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

    /// Spells out whatever must not reach a reader as it is.
    ///
    /// Time is linear in the text, and plain ASCII is returned as it is.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - allowingLines: whether line feeds stay and tabs become four spaces; else both are spelled out, so that no
    ///     captured text can begin a line of a report.
    /// - Returns: a text without controls, format characters and private characters; a zero-width joiner stays between
    ///   two emoji alone.
    public static func escape(_ text: String, allowingLines: Bool = false) -> String {
        guard !isPlain(text, allowingLines: allowingLines) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        forEachStretch(of: text, allowingLines: allowingLines) { stretch, _ in result.append(contentsOf: stretch) }
        return result
    }

    /// A part of an escaped text: captured characters, or such that were spelled out.
    struct Stretch: Equatable {
        /// The escaped text.
        var text: String

        /// Whether all of it stands for characters that were spelled out.
        var isSpelled: Bool
    }

    /// A text escaped as `escape` does, cut where what is spelled out begins and ends; an empty text has no stretches.
    static func stretches(of text: String, allowingLines: Bool = false) -> [Stretch] {
        var stretches: [Stretch] = []
        forEachStretch(of: text, allowingLines: allowingLines) { stretch, isSpelled in
            if let last = stretches.indices.last, stretches[last].isSpelled == isSpelled {
                stretches[last].text.append(contentsOf: stretch)
            } else {
                stretches.append(Stretch(text: String(stretch), isSpelled: isSpelled))
            }
        }
        return stretches
    }

    /// Hands out a text stretch by stretch, escaped as `escape` does: what stays as it is uncopied, and what stands for
    /// a character that was spelled out, one after the other.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - allowingLines: whether line feeds stay and tabs become four spaces.
    ///   - body: takes a stretch that is not empty, and whether it was spelled out.
    static func forEachStretch(
        of text: String, allowingLines: Bool, _ body: (_ stretch: Substring, _ isSpelled: Bool) -> Void
    ) {
        let bytes = text.utf8.span
        var start = text.startIndex
        var offset = 0
        var markCount = 0
        var previous: Unicode.Scalar?
        while offset < bytes.count {
            guard !isPlain(bytes[offset], allowingLines: allowingLines) else {
                // Nothing joins to plain ASCII, and no mark goes on behind it.
                previous = nil
                markCount = 0
                offset += 1
                continue
            }
            let index = text.utf8.index(text.startIndex, offsetBy: offset)
            let scalar = text.unicodeScalars[index]
            let next = text.unicodeScalars.index(after: index)
            offset += UTF8.width(scalar)
            let reading = Reading(of: scalar)
            markCount = reading == .mark ? markCount + 1 : 0
            if reading.isSafe && markCount <= markLimit
                || scalar == zeroWidthJoiner && joins(previous, text.unicodeScalars[next...].first)
            {
                previous = scalar
                continue
            }
            if start < index { body(text[start..<index], false) }
            let isTab = allowingLines && scalar == "\t"
            body(Substring(isTab ? tab : spelling(of: scalar)), !isTab)
            start = next
            previous = nil
        }
        if start < text.endIndex { body(text[start...], false) }
    }

    /// Whether a character may stand in a line of output as it is, whatever surrounds it.
    ///
    /// Unicode 16.0 §4.5, general categories Cc, Cf, Co, Cs, Zl and Zp; §5.21, default ignorable code points
    public static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        Reading(of: scalar).isSafe
    }

    /// The columns that an escaped text takes on a terminal; of several lines, those of all together.
    ///
    /// Unicode Standard Annex #11
    public static func width(of text: String) -> Int {
        guard !isPlain(text, allowingLines: false) else { return text.utf8.count }
        var counter = ColumnCounter()
        for scalar in text.unicodeScalars { counter.append(scalar) }
        return counter.columns
    }

    /// The longest beginning of an escaped text that fits in so many columns, with all the marks of its last character.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - columns: the columns; a negative number is none.
    /// - Returns: the beginning; what stands behind it is not looked at.
    public static func prefix(of text: Substring, columns: Int) -> Substring {
        var counter = ColumnCounter()
        var end = text.startIndex
        for index in text.unicodeScalars.indices {
            counter.append(text.unicodeScalars[index])
            guard counter.columns <= columns else { break }
            end = text.unicodeScalars.index(after: index)
        }
        return text[..<end]
    }

    /// What a character means for safety.
    private enum Reading {
        case plain
        case mark
        case unsafe

        var isSafe: Bool { self != .unsafe }

        init(of scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x3400..<0xA000, 0xAC00..<0xD7A4:
                self = .plain
                return
            // The selectors of text and emoji style are marks that nothing else can say; all others only hide.
            case 0xFE0E, 0xFE0F:
                self = .mark
                return
            default: break
            }
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: self = .unsafe
            case let category where !scalar.properties.isDefaultIgnorableCodePoint:
                self = category == .nonspacingMark || category == .enclosingMark ? .mark : .plain
            default: self = .unsafe
            }
        }
    }

    /// Whether a text is ASCII without controls, line feeds excepted where they are allowed.
    private static func isPlain(_ text: String, allowingLines: Bool) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices where !isPlain(bytes[index], allowingLines: allowingLines) { return false }
        return true
    }

    private static func isPlain(_ byte: UInt8, allowingLines: Bool) -> Bool {
        byte >= 0x20 && byte < 0x7F || allowingLines && byte == UInt8(ascii: "\n")
    }

    /// Whether a zero-width joiner between two characters makes one picture of them.
    private static func joins(_ previous: Unicode.Scalar?, _ following: Unicode.Scalar?) -> Bool {
        guard let previous, let following else { return false }
        let isBegun = isPicture(previous) || 0x3030...0x3299 ~= previous.value || previous.value == 0xFE0F
        return isBegun && isPicture(following)
    }

    /// Whether a character is of the blocks that hold symbols and emoji.
    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        0x2190...0x2BFF ~= scalar.value || 0x1_F000...0x1_FAFF ~= scalar.value
    }

    /// The printable form of a character: two digits behind `\x` for a control, else `<U+…>`.
    private static func spelling(of scalar: Unicode.Scalar) -> String {
        let isControl = scalar.value < 0xA0
        let digits = String(scalar.value, radix: 16, uppercase: !isControl)
        let zeros = String(repeating: "0", count: max(0, (isControl ? 2 : 4) - digits.utf8.count))
        return isControl ? "\\x\(zeros)\(digits)" : "<U+\(zeros)\(digits)>"
    }
}
