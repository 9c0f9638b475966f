internal import ByteCoding

/// What a value looks like, where neither its place nor its shape says what it is.
enum SecretLook {
    /// Whether a value has the look of something that was issued or chosen to be secret, under a name that says so: a
    /// letter and a digit in one word of eight bytes or more, and nothing that code or a template has.
    static func isSecret(_ value: some Collection<UInt8>) -> Bool {
        guard (8...4096).contains(value.count) else { return false }
        var hasDigit = false
        var hasLetter = false
        for byte in value {
            if byte <= 0x20 || "()[]{}<>$`|".utf8.contains(byte) { return false }
            hasDigit = hasDigit || byte.isDigit
            hasLetter = hasLetter || byte.isLetter
        }
        return hasDigit && hasLetter
    }

    /// Whether a word looks random: it has a piece of 16 letters and digits or more in both cases, or 32 hexadecimal
    /// digits or more.
    static func isRandom(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 20 else { return false }
        return word.split(whereSeparator: { byte in !byte.isLetter && !byte.isDigit }).contains { piece in
            guard piece.count >= 16, piece.contains(where: \.isDigit) else { return false }
            if piece.count >= 32, piece.allSatisfy({ byte in byte.hexadecimalDigit != nil }) { return true }
            let capitals = piece.filter(ByteClass.capital.contains).count
            let changes = zip(piece, piece.dropFirst()).filter { pair in ByteClass(of: pair.0) != ByteClass(of: pair.1)
            }
            return capitals > 1 && capitals < piece.count && changes.count >= piece.count / 3
        }
    }
}
