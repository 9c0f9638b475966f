/// What in a text its reader does not see, or sees in another order than a model reads it.
enum HiddenText: Sendable {
    /// A character that overrides the direction of text: `U+202E` and its like.
    case override(UInt32)

    /// A tag character, which nothing shows and models read.
    case tag

    /// A character without width between two letters or digits of ASCII.
    case zeroWidth(UInt32)

    /// A sequence that conceals text on a terminal, or writes over it.
    case terminal

    /// What a sentence calls it.
    var words: String {
        switch self {
        case .override(let scalar): "a character that turns the direction of text (\(HiddenText.name(of: scalar)))"
        case .tag: "tag characters, which nothing shows"
        case .zeroWidth(let scalar): "a character without width inside a word (\(HiddenText.name(of: scalar)))"
        case .terminal: "a terminal sequence that conceals or overwrites text"
        }
    }

    /// The first of them in a text; nil where there is none.
    ///
    /// Marks that languages and emoji need are none: joiners between other characters than letters of ASCII, the marks of
    /// direction that Arabic and Hebrew are written with, and the tags of flags.
    ///
    /// Unicode Standard Annex #9 §2; Unicode Technical Standard #51, annex C; CVE-2021-42574
    static func first(in text: String) -> HiddenText? {
        let bytes = text.utf8
        guard bytes.contains(where: { byte in byte >= 0x80 || byte == 0x1B }) else { return nil }
        let isLeftToRight = !text.unicodeScalars.contains(where: isRightToLeft)
        var previous: Unicode.Scalar = " "
        var flagTags: Int?
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            defer { previous = scalar }
            switch scalar.value {
            case 0x202D, 0x202E: return .override(scalar.value)
            case 0x202A, 0x202B, 0x2066...0x2068: if isLeftToRight { return .override(scalar.value) }
            case 0x1F3F4: flagTags = 0
            case 0xE0000...0xE007F:
                // A flag has the letters of a country's part, and a mark at their end.
                guard let count = flagTags, count < 7 else { return .tag }
                flagTags = scalar.value == 0xE007F ? nil : count + 1
            case 0x200B, 0x200C, 0x200D, 0x2060...0x2064, 0xFEFF:
                if isWord(previous), let next = rest.first, isWord(next) { return .zeroWidth(scalar.value) }
            case 0x1B: if conceals(rest) { return .terminal }
            default: flagTags = nil
            }
        }
        return nil
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
    }

    /// Whether a character is of the blocks of scripts that are written from right to left.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Whether what follows an escape conceals text (`[8m`), moves the cursor or erases; colours do not.
    ///
    /// ECMA-48 §5.4, §8.3
    private static func conceals(_ rest: Substring.UnicodeScalarView) -> Bool {
        guard rest.first == "[" else { return rest.first == "]" || rest.first == "P" }
        let parameters = rest.dropFirst().prefix(16)
        let end = parameters.firstIndex { scalar in (0x40...0x7E).contains(scalar.value) }
        guard let end else { return false }
        guard parameters[end] == "m" else { return "ABCDEFGHJKSTfsu".unicodeScalars.contains(parameters[end]) }
        let codes = String(parameters[..<end]).split(separator: ";")
        // Behind 38 and 48 an 8 is a colour.
        return codes.contains("8") && !codes.contains("38") && !codes.contains("48")
    }

    private static func name(of scalar: UInt32) -> String { "U+" + String(scalar, radix: 16, uppercase: true) }
}
