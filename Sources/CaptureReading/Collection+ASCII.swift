internal import ByteCoding

extension Collection<UInt8> {
    /// Whether the bytes are a text, ASCII letters compared without case.
    func isEqual(ignoringCase text: String) -> Bool {
        count == text.utf8.count
            && zip(self, text.utf8).allSatisfy { pair in pair.0.lowercasedASCII == pair.1.lowercasedASCII }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the spaces and tabs around them.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { byte in !byte.isBlank }),
            let last = lastIndex(where: { byte in !byte.isBlank })
        else { return self[endIndex...] }
        return self[first...last]
    }

    /// What stands behind an ASCII text at the beginning, compared without case, or nil when they begin otherwise.
    func dropping(prefix text: String) -> ArraySlice<UInt8>? {
        prefix(text.utf8.count).isEqual(ignoringCase: text) ? dropFirst(text.utf8.count) : nil
    }
}
