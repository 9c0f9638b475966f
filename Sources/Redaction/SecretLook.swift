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

    /// Whether a value that looks like a secret is none of the words that have a digit or two: `base64_image`, `oauth2`.
    static func isNoWord(_ value: ArraySlice<UInt8>) -> Bool {
        guard isSecret(value) else { return false }
        if isRandom(value) || isPassphrase(value) { return true }
        var digits = 0
        var rest = value
        while let start = rest.firstIndex(where: \.isDigit) {
            let run = rest[start...].prefix(while: \.isDigit)
            if !TechnicalTerms.hold(run, in: value) { digits += run.count }
            rest = rest[run.endIndex...]
        }
        return digits >= 3
    }

    /// Whether a word looks random: it has a piece of 16 letters and digits or more in both cases, or 32 hexadecimal
    /// digits or more.
    static func isRandom(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 20 else { return false }
        return word.split(whereSeparator: { byte in !byte.isLetter && !byte.isDigit }).contains { piece in
            guard piece.count >= 16, hasNumber(piece) else { return false }
            if piece.count >= 32, piece.allSatisfy({ byte in byte.hexadecimalDigit != nil }) { return true }
            let capitals = piece.filter(ByteClass.capital.contains).count
            let changes = zip(piece, piece.dropFirst()).filter { pair in ByteClass(of: pair.0) != ByteClass(of: pair.1)
            }
            return capitals > 1 && capitals < piece.count && changes.count >= piece.count / 3
        }
    }

    /// Whether there are digits in a word that belong to no term of the trade.
    private static func hasNumber(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        while let start = rest.firstIndex(where: \.isDigit) {
            let digits = rest[start...].prefix(while: \.isDigit)
            if !TechnicalTerms.hold(digits, in: word) { return true }
            rest = rest[digits.endIndex...]
        }
        return false
    }

    /// Whether a word looks like a password that somebody made of words, digits and signs: `tiger47maple96`,
    /// `Tr0ub4dorWalk`; never for names and versions of programs as they are usually written, nor for the identifiers of
    /// their code: digits that belong to a term of the trade (`Base64`, `Utf8`) are letters like others.
    static func isPassphrase(_ word: ArraySlice<UInt8>) -> Bool {
        let isPlain = word.allSatisfy { byte in (0x21...0x7E).contains(byte) && !"/=@:".utf8.contains(byte) }
        guard (10...64).contains(word.count), isPlain else { return false }
        let counts = WordCounts(of: word)
        guard counts.digitRuns > 0, counts.letters > 0 else { return false }
        if counts.enclosedDigits >= 2, counts.capitals > 0 { return true }
        if counts.numbers >= 2, counts.words >= 2, counts.enclosedDigits > 0 || counts.signs > 0 { return true }
        return counts.signs > 0 && counts.capitals > 0 && counts.capitals < counts.letters && counts.joints >= 2
    }

    /// What a word is made of.
    private struct WordCounts {
        var letters = 0
        var capitals = 0

        /// Runs of three letters or more.
        var words = 0

        var digitRuns = 0

        /// Runs of two digits or more.
        var numbers = 0

        /// Runs of digits with a letter on both sides.
        var enclosedDigits = 0

        /// Hyphens, underscores and dots.
        var joints = 0

        /// What neither names nor versions have.
        var signs = 0

        init(of word: ArraySlice<UInt8>) {
            var index = word.startIndex
            while index < word.endIndex {
                let rest = word[index...]
                let letters = rest.prefix(while: \.isLetter)
                let digits = rest.prefix(while: \.isDigit)
                self.letters += letters.count
                capitals += letters.filter(ByteClass.capital.contains).count
                if letters.count >= 3 { words += 1 }
                if !digits.isEmpty, !TechnicalTerms.hold(digits, in: word) {
                    digitRuns += 1
                    if digits.count >= 2 { numbers += 1 }
                    let isEnclosed =
                        index > word.startIndex && word[index - 1].isLetter
                        && word[digits.endIndex...].first?.isLetter ?? false
                    if isEnclosed { enclosedDigits += 1 }
                }
                if letters.isEmpty, digits.isEmpty {
                    if "-_.".utf8.contains(word[index]) { joints += 1 } else { signs += 1 }
                    index += 1
                } else {
                    index = max(letters.endIndex, digits.endIndex)
                }
            }
        }
    }
}
