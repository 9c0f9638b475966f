/// A text in Unicode, with its character set found by mark, content and label.
public struct DecodedText: Sendable {
    /// The text without its byte order mark.
    public let text: String

    /// The character set that it was read in; nil where bytes were replaced by U+FFFD.
    public let characterSet: CharacterSet?

    /// Whether the label says the truth as far as one can see; also where there is none.
    public let isLabelTrue: Bool

    /// Reads the text of bytes.
    ///
    /// A byte order mark decides, then sound UTF-8 beyond ASCII: tools write that under any label. Then the label counts.
    /// What fits nothing is UTF-8 with damage where the label or some of the characters say so, else windows-1252.
    public init(_ bytes: ArraySlice<UInt8>, label: String?) {
        let labelled = label.flatMap(CharacterSet.init(label:))
        if let (set, size) = DecodedText.mark(of: bytes) {
            let text = set.text(of: bytes.dropFirst(size))
            self.init(text ?? DecodedText.repaired(bytes.dropFirst(size)), text == nil ? nil : set, isLabelTrue: true)
        } else if labelled != .utf16LittleEndian, labelled != .utf16BigEndian,
            !DecodedText.looksWide(bytes), let text = CharacterSet.utf8.text(of: bytes)
        {
            let isASCII = bytes.allSatisfy { byte in byte < 0x80 }
            let isKnown = label == nil || labelled != nil
            self.init(text, .utf8, isLabelTrue: isKnown && (isASCII || label == nil || labelled == .utf8))
        } else if let labelled, let text = labelled.text(of: bytes) {
            self.init(text, labelled, isLabelTrue: true)
        } else if let set = DecodedText.wideSet(of: bytes), let text = set.text(of: bytes) {
            self.init(text, set, isLabelTrue: label == nil)
        } else if labelled == .utf8 || DecodedText.holdsSequence(bytes) {
            let isCut = DecodedText.holdsSequence(bytes) && DecodedText.isCutUTF8(bytes)
            self.init(DecodedText.repaired(bytes), isCut ? .utf8 : nil, isLabelTrue: isCut)
        } else {
            self.init(Windows1252.text(of: bytes), .windows1252, isLabelTrue: false)
        }
    }

    private init(_ text: String, _ characterSet: CharacterSet?, isLabelTrue: Bool) {
        self.text = text
        self.characterSet = characterSet
        self.isLabelTrue = isLabelTrue
    }

    /// The character set of a byte order mark, and its size.
    ///
    /// WHATWG Encoding §6
    private static func mark(of bytes: ArraySlice<UInt8>) -> (CharacterSet, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        return bytes.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
    }

    /// Whether every other byte at the beginning is zero, as in UTF-16 without a mark.
    private static func looksWide(_ bytes: ArraySlice<UInt8>) -> Bool {
        wideSet(of: bytes) != nil
    }

    /// The form of UTF-16 that every other byte at the beginning being zero speaks for.
    private static func wideSet(of bytes: ArraySlice<UInt8>) -> CharacterSet? {
        let head = Array(bytes.prefix(4))
        guard head.count == 4 else { return nil }
        switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
        case (false, true, false, true): return .utf16LittleEndian
        case (true, false, true, false): return .utf16BigEndian
        default: return nil
        }
    }

    /// Whether a character beyond ASCII of UTF-8 stands in the bytes.
    private static func holdsSequence(_ bytes: ArraySlice<UInt8>) -> Bool {
        repaired(bytes).unicodeScalars.contains { scalar in !scalar.isASCII && scalar != "\u{FFFD}" }
    }

    /// Whether the bytes are UTF-8 but for a character that their end cuts.
    private static func isCutUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        let rest = bytes.withoutCutCharacter
        return rest.count < bytes.count && CharacterSet.utf8.text(of: rest) != nil
    }

    /// The text with U+FFFD for what is no UTF-8.
    private static func repaired(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
