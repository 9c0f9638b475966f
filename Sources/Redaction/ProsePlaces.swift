internal import ByteCoding

/// The secrets that words in a text tell: `Authorization: Bearer …`, `password: …`, `API key provided: …`, URLs with
/// credentials, lines of an `.env` file.
///
/// Somebody may have written about secrets, so what stands behind a name counts only where it looks like one.
enum ProsePlaces {
    /// Finds the secrets of a text, in the order of their kinds of place.
    static func spans(in text: ArraySlice<UInt8>, _ options: RedactionOptions = RedactionOptions()) -> [SecretSpan] {
        let marks = marks(in: text.span)
        var found = marks.contains(.url) ? urls(in: text) : []
        if marks.contains(.sign) { found += assignments(in: text, options) }
        if text.count > shortestAnnounced { found += announced(in: text) }
        return found
    }

    /// Whether a text may have a name and a value, or a URL: false for nearly every short one, at little cost.
    static func mayHoldPlace(_ text: ArraySlice<UInt8>) -> Bool {
        !marks(in: text.span).isDisjoint(with: [.url, .sign, .escape])
    }

    /// What bytes mean to the search.
    private struct Marks: OptionSet {
        let rawValue: UInt8

        /// What ends a URL.
        static let urlEnd = Marks(rawValue: 1 << 0)
        /// What a URL has that may hold a secret.
        static let url = Marks(rawValue: 1 << 1)
        /// What ends a word.
        static let wordEnd = Marks(rawValue: 1 << 2)
        /// What stands between a name and a value.
        static let sign = Marks(rawValue: 1 << 3)
        /// What stands before a byte of percent-encoding.
        static let escape = Marks(rawValue: 1 << 4)
    }

    /// What each byte means.
    private static let marks: [Marks] = (0...UInt8.max).map { byte in
        var marks: Marks = []
        if byte <= 0x20 || "\"'<>`()\\^{}|".utf8.contains(byte) { marks.insert(.urlEnd) }
        if "?#@/".utf8.contains(byte) { marks.insert(.url) }
        if byte <= 0x20 || "\"'`,;:()<>[]{}".utf8.contains(byte) { marks.insert(.wordEnd) }
        if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") { marks.insert(.sign) }
        if byte == UInt8(ascii: "%") { marks.insert(.escape) }
        return marks
    }

    /// What the bytes of a text mean together: most texts have nothing to search for.
    private static func marks(in text: Span<UInt8>) -> Marks {
        let marks = marks
        var all: UInt8 = 0
        for index in text.indices { all |= marks[Int(text[index])].rawValue }
        return Marks(rawValue: all)
    }

    // MARK: URLs

    /// The secrets of the URLs that stand in a text between blanks, quotation marks and brackets.
    private static func urls(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        let marks = marks
        let bytes = text.span
        var found: [SecretSpan] = []
        var start = text.startIndex
        var isMarked = false
        var offset = 0
        while offset <= bytes.count {
            let mark = offset < bytes.count ? marks[Int(bytes[offset])] : .urlEnd
            offset += 1
            isMarked = isMarked || mark.contains(.url)
            guard mark.contains(.urlEnd) else { continue }
            let piece = text[start..<text.startIndex + offset - 1]
            if isMarked, isURL(piece) {
                let end = piece.lastIndex { byte in !",;.".utf8.contains(byte) } ?? start
                let offset = start - text.startIndex
                let url = String(decoding: text[start...end], as: UTF8.self)
                found += (URLSecrets.spans(in: url) + URLSecrets.relayKeys(in: url)).map { span in
                    span.shifted(by: offset)
                }
            }
            start = text.startIndex + offset
            isMarked = false
        }
        return found
    }

    /// Whether a word is a URL with something in it that may be secret: with a scheme, or a target with a query.
    private static func isURL(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count > 5 else { return false }
        if word.first == UInt8(ascii: "/") {
            // The base64 of an image may begin with a slash too.
            return word.count <= longestTarget
        }
        guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return word[colon...].starts(with: "://".utf8)
    }

    /// Longer words without a scheme are no targets, in bytes.
    private static let longestTarget = 1024

    // MARK: Words

    /// The words that look random where the word before them announces a value: `I use …`, `your key is …`.
    private static func announced(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        let marks = marks
        let bytes = text.span
        var found: [SecretSpan] = []
        var herald = text.prefix(0)
        var start = text.startIndex
        var offset = 0
        while offset <= bytes.count {
            defer { offset += 1 }
            guard offset == bytes.count || marks[Int(bytes[offset])].contains(.wordEnd) else { continue }
            let word = text[start..<text.startIndex + offset]
            start = text.startIndex + offset + 1
            guard !word.isEmpty else { continue }
            if word.count >= shortestAnnounced, isHerald(herald) {
                let last = word.lastIndex { byte in byte != UInt8(ascii: ".") } ?? word.startIndex
                if SecretLook.isRandom(word[...last]) {
                    found.append(span(.key, word[...last], name: word.prefix(0), in: text))
                }
            }
            herald = word
        }
        return found
    }

    /// The shortest word that looks random, in bytes.
    private static let shortestAnnounced = 20

    private static func isHerald(_ word: ArraySlice<UInt8>) -> Bool {
        word.count <= 12 && heralds.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    /// Words before a value.
    private static let heralds: Set<String> = [
        "use", "uses", "using", "used", "is", "was", "key", "token", "secret", "password", "passphrase", "credential",
        "credentials", "value", "with",
    ]

    // MARK: Names and values

    /// The longest name that is looked at, in bytes.
    private static let longestName = 64

    /// How far a value is looked at: longer ones are no secrets.
    private static let longestLine = 16_384

    private static func assignments(in text: ArraySlice<UInt8>, _ options: RedactionOptions) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") else { continue }
            let spans = spans(aroundSign: index - 1, in: text, options)
            found += spans
            if let last = spans.last { index = max(index, text.startIndex + last.range.upperBound) }
        }
        return found
    }

    /// The secrets behind a colon or an equals sign, if a name stands before it.
    private static func spans(
        aroundSign sign: Int, in text: ArraySlice<UInt8>, _ options: RedactionOptions
    ) -> [SecretSpan] {
        let name = name(before: sign, in: text)
        guard !name.isEmpty else { return [] }
        let isColon = text[sign] == UInt8(ascii: ":")
        if isColon, isPhrase(before: sign, in: text) {
            let value = word(behind: sign, in: text)
            return value.count < SecretIndex.shortest ? [] : [span(.key, value, name: name, in: text)]
        }
        if let meaning = meaning(of: name, options) {
            return spans(named: name, meaning, behind: sign, in: text)
        }
        guard !isColon, isVariable(name, in: text) else { return [] }
        let value = self.word(behind: sign, in: text)
        guard SecretLook.isSecret(value), !beginsPath(value) else { return [] }
        return [span(.key, value, name: name, in: text)]
    }

    private static func meaning(of name: ArraySlice<UInt8>, _ options: RedactionOptions) -> SecretName? {
        guard options.hasNames || SecretPlaces.mayName(member: name) else { return nil }
        let word = String(decoding: name, as: UTF8.self)
        return options.meaning(of: word, listed: SecretPlaces.name(ofMember: word))
    }

    private static func spans(
        named name: ArraySlice<UInt8>, _ meaning: SecretName, behind sign: Int, in text: ArraySlice<UInt8>
    ) -> [SecretSpan] {
        guard meaning.form != .whole else {
            let value = word(behind: sign, in: text)
            return SecretLook.isSecret(value) ? [span(meaning.kind, value, name: name, in: text)] : []
        }
        let rest = text[(sign + 1)...].drop(while: \.isBlank)
        let opened = rest.first.map { byte in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") } ?? false
        let line = (opened ? rest.dropFirst() : rest).prefix(longestLine).prefix { byte in
            !byte.isLineEnd && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
        }
        let offset = line.startIndex - text.startIndex
        return FieldSecrets.spans(in: String(decoding: line, as: UTF8.self), of: meaning)
            .filter { span in meaning.isOrdinary || SecretLook.isSecret(Array(span.value.utf8)) }
            .map { span in span.shifted(by: offset) }
    }

    /// The name before a sign: a word of letters, digits, `-` and `_`, between quotation marks perhaps.
    private static func name(before sign: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = sign
        while end > text.startIndex, text[end - 1].isBlank { end -= 1 }
        if end > text.startIndex, "\"'`".utf8.contains(text[end - 1]) { end -= 1 }
        var start = end
        while start > text.startIndex, end - start < longestName, ByteClass.urlSafe.contains(text[start - 1]) {
            start -= 1
        }
        return text[start..<end]
    }

    /// The word behind a sign, without the quotation marks around it and the full stop behind it.
    ///
    /// In a URL another parameter may follow.
    private static func word(behind sign: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = text[(sign + 1)...].drop(while: \.isBlank).prefix(longestLine)
        let isParameter =
            text[sign] == UInt8(ascii: "=")
            && text[..<name(before: sign, in: text).startIndex].last
                .map("?&#;".utf8.contains) ?? false
        let quote = rest.first.flatMap { byte in "\"'`".utf8.contains(byte) ? byte : nil }
        let word =
            if let quote {
                rest.dropFirst().prefix { byte in byte != quote && !byte.isLineEnd }
            } else {
                rest.prefix { byte in
                    byte > 0x20 && !"\"'`<>,;".utf8.contains(byte) && !(isParameter && "&#".utf8.contains(byte))
                }
            }
        guard quote == nil else { return word }
        let last = word.lastIndex { byte in byte != UInt8(ascii: ".") && byte != UInt8(ascii: ")") }
        return last.map { last in word[...last] } ?? word.prefix(0)
    }

    /// Whether the words before a colon say that what follows is a secret, as those of error messages do.
    private static func isPhrase(before colon: Int, in text: ArraySlice<UInt8>) -> Bool {
        // The letters that a phrase ends with.
        guard colon > text.startIndex, "dyn".utf8.contains(text[colon - 1].lowercasedASCII) else { return false }
        let head = String(decoding: text[..<colon].suffix(32), as: UTF8.self).lowercased()
        return phrases.contains(where: head.hasSuffix)
    }

    private static let phrases = [
        "key provided", "token provided", "invalid api key", "invalid key", "invalid token", "incorrect api key",
        "your api key", "your key", "your token",
    ]

    /// Whether a name is that of a variable on a line of its own in the environment of a program, and may hold a secret.
    private static func isVariable(_ name: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
        guard name.count >= 3, ByteClass.capital.contains(name[name.startIndex]),
            name.allSatisfy(ByteClass([.capital, .digit, .underscore]).contains)
        else { return false }
        let isFirst = name.startIndex == text.startIndex || text[name.startIndex - 1].isLineEnd
        let isExported = text[..<name.startIndex].suffix(7).elementsEqual("export ".utf8)
        let words = name.split(separator: UInt8(ascii: "_")).map { word in String(decoding: word, as: UTF8.self) }
        return (isFirst || isExported) && !words.contains(where: plainVariables.contains)
    }

    /// Words in the names of variables that hold no secret.
    private static let plainVariables: Set<String> = [
        "MODEL", "VERSION", "NAME", "HOST", "HOSTNAME", "URL", "URI", "PATH", "DIR", "HOME", "REGION", "ZONE", "LANG",
        "TERM", "USER", "SHELL", "TAG", "BRANCH", "IMAGE", "PORT", "ENDPOINT", "DATE", "TIME", "FORMAT", "ID",
    ]

    private static func beginsPath(_ value: ArraySlice<UInt8>) -> Bool {
        value.first == UInt8(ascii: "/") && value.dropFirst().contains(UInt8(ascii: "/"))
            || value.first == UInt8(ascii: ".") || value.first == UInt8(ascii: "~")
    }

    private static func span(
        _ kind: Secret.Kind, _ value: ArraySlice<UInt8>, name: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
    ) -> SecretSpan {
        let start = text.startIndex
        return SecretSpan(
            kind: kind, value: String(decoding: value, as: UTF8.self),
            range: value.startIndex - start..<value.endIndex - start, name: String(decoding: name, as: UTF8.self),
            hasOrdinaryName: false)
    }
}
