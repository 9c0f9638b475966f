internal import ByteCoding

/// The marks that pasting leaves around the text of a line: white space, quotation marks of mail, invisible ones.
extension ArraySlice<UInt8> {
    /// What is as good as a blank at the edges of a pasted line, in UTF-8.
    ///
    /// No-break space, zero-width space, joiners, direction marks, word joiner, byte order mark.
    private static let invisibleMarks: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D], [0xE2, 0x80, 0x8E],
        [0xE2, 0x80, 0x8F], [0xE2, 0x81, 0xA0], [0xEF, 0xBB, 0xBF],
    ]

    /// The text of a pasted line: without its margin, and the blanks and invisible marks at its end.
    var paneText: ArraySlice<UInt8> {
        dropFirst(marginCount).withoutMarks
    }

    /// The text without the blanks and invisible marks around it.
    var withoutMarks: ArraySlice<UInt8> {
        var text = trimmed
        while let mark = text.edgeMark(where: text.starts) { text = text.dropFirst(mark.count).trimmed }
        while let mark = text.edgeMark(where: text.ends) { text = text.dropLast(mark.count).trimmed }
        return text
    }

    /// How many bytes at the beginning are blanks, invisible marks and, as mail quotes, `>` before a blank.
    var marginCount: Int {
        var rest = self
        while let first = rest.first {
            if first.isBlank {
                rest = rest.dropFirst()
            } else if first == UInt8(ascii: ">"), rest.dropFirst().first.map({ $0.isBlank || $0 == first }) ?? true {
                rest = rest.dropFirst()
            } else if let mark = rest.edgeMark(where: rest.starts) {
                rest = rest.dropFirst(mark.count)
            } else {
                break
            }
        }
        return count - rest.count
    }

    /// Whether the text is a fence of Markdown: three backquotes, and the name of a language perhaps.
    var isFence: Bool {
        guard starts(with: "```".utf8) else { return false }
        return count <= 32 && dropFirst(3).allSatisfy { byte in byte.isLetter || byte.isDigit }
    }

    /// Whether the text can begin a body and no header line: JSON, or an event stream whose data are JSON.
    var beginsBody: Bool {
        let isData = starts(with: "data:".utf8)
        let text = isData ? dropFirst(5).trimmed : self
        switch text.first {
        case UInt8(ascii: "{"): return true
        case UInt8(ascii: "["): return text.dropFirst().first.map { byte in "{[\"]".utf8.contains(byte) } ?? true
        default: return isData && text.elementsEqual("[DONE]".utf8)
        }
    }

    /// The invisible mark that meets a condition, or nil when the text has none there.
    private func edgeMark(where isThere: ([UInt8]) -> Bool) -> [UInt8]? {
        guard let first, let last, first >= 0x80 || last >= 0x80 else { return nil }
        return ArraySlice.invisibleMarks.first(where: isThere)
    }

    /// Whether the text ends in bytes.
    private func ends(with mark: [UInt8]) -> Bool {
        suffix(mark.count).elementsEqual(mark)
    }
}
