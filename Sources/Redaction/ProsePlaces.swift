internal import ByteCoding

/// The secrets that words in a text tell: `Authorization: Bearer …`, `password: …`, `API key provided: …`, URLs with
/// credentials, lines of an `.env` file.
///
/// Somebody may have written about secrets, so what stands behind a name counts only where it looks like one.
enum ProsePlaces {
    /// Finds the secrets of a text, in the order of their kinds of place.
    static func spans(in text: ArraySlice<UInt8>, _ options: RedactionOptions = RedactionOptions()) -> [SecretSpan] {
        var found = urls(in: text) + assignments(in: text, options)
        guard text.count > shortestAnnounced else { return found }
        found += announced(in: text) + CodePlaces.spans(in: text)
        found += CommandPlaces.spans(in: text) + MarkdownTables.spans(in: text)
        return found
    }

    /// Whether a text may have a name and a value, or a URL: false for nearly every short one, at little cost.
    static func mayHoldPlace(_ text: ArraySlice<UInt8>) -> Bool {
        placeMarks.first(in: text.span, from: 0) != nil
    }

    /// What stands in a URL that may hold a secret, between a name and a value, or before a byte of percent-encoding.
    private static let placeMarks = ByteSieve(anyOf: "?#@/:=%".utf8)

    // MARK: URLs

    /// Whether a URL may stand in a text: false for nearly every one without a slash, at little cost.
    static func mayHoldURL(_ text: ArraySlice<UInt8>) -> Bool { firstURLSign(in: text) != nil }

    private static func firstURLSign(in text: ArraySlice<UInt8>) -> Int? {
        text.first == UInt8(ascii: "/") ? 0 : urlSigns.first(in: text.span, from: 0)
    }

    /// The secrets of the URLs that stand in a text between blanks, quotation marks and brackets.
    private static func urls(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        let bytes = text.span
        var found: [SecretSpan] = []
        var end = 0
        var sign = firstURLSign(in: text)
        while let place = sign {
            var start = place
            while start > end, !isURLEnd(bytes[start - 1]) { start -= 1 }
            if isURLEnd(bytes[start]) { start += 1 }
            end = urlEnds.first(in: bytes, from: start) ?? bytes.count
            var word = text[text.startIndex + start..<text.startIndex + end]
            // A variable in braces ends it, and its sign is no value.
            if word.last == UInt8(ascii: "$"), end < bytes.count, "{(".utf8.contains(bytes[end]) { word.removeLast() }
            found += secrets(inURL: word, at: start)
            sign = urlSigns.first(in: bytes, from: end)
        }
        return found
    }

    /// The secrets of a word, if it is a URL, with what ends a sentence behind it perhaps.
    private static func secrets(inURL word: ArraySlice<UInt8>, at offset: Int) -> [SecretSpan] {
        guard isURL(word), let last = word.lastIndex(where: { byte in !",;.".utf8.contains(byte) }) else { return [] }
        let url = String(keepingOffsetsOf: word[...last])
        return (URLSecrets.spans(in: url) + URLSecrets.relayKeys(in: url)).map { span in span.shifted(by: offset) }
    }

    /// What no URL has.
    private static let urlEndBytes = (UInt8.min...UInt8.max).filter(isURLEnd)
    private static let urlEnds = ByteSieve(anyOf: urlEndBytes)

    private static func isURLEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'<>`()\\^{}|".utf8.contains(byte) }

    /// What stands in a URL behind the scheme, or where a target begins.
    private static let urlSigns = ByteSieve([
        [[UInt8(ascii: ":")], [UInt8(ascii: "/")], [UInt8(ascii: "/")]],
        [urlEndBytes, [UInt8(ascii: "/")], ByteSieve.anyByte],
    ])

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

    /// The words that look random, or like a password, where the word before them announces a value: `I use …`, `your key is …`.
    private static func announced(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        let bytes = text.span
        var found: [SecretSpan] = []
        var position = 0
        while let range = words.first(of: shortestAnnounced, in: bytes, from: position) {
            position = range.upperBound + 1
            var word = text[text.startIndex + range.lowerBound..<text.startIndex + range.upperBound]
            guard isHerald(herald(before: word.startIndex, in: text)) else { continue }
            word = word.dropFirst(variableLength(in: word))
            let last = word.lastIndex { byte in byte != UInt8(ascii: ".") } ?? word.startIndex
            if SecretLook.isRandom(word[...last]) || SecretLook.isPassphrase(word[...last]) {
                found.append(span(.key, word[...last], name: word.prefix(0), in: text))
            }
        }
        return found
    }

    /// How many bytes the name of a variable and the equals sign behind it take that a word begins with; 0 where none does.
    private static func variableLength(in word: ArraySlice<UInt8>) -> Int {
        let name = word.prefix(longestName).prefix { byte in byte.isLetter || byte == UInt8(ascii: "_") }
        let sign = word[name.endIndex...]
        // What base64 ends with is no sign of a value.
        return name.count >= 2 && sign.first == UInt8(ascii: "=") && sign.count > 2 ? name.count + 1 : 0
    }

    /// What stands between blanks, quotation marks, brackets and signs of punctuation.
    private static let words = ByteRuns { byte in !isWordEnd(byte) }

    private static func isWordEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'`,;:()<>[]{}".utf8.contains(byte) }

    /// The word before one that begins at an index; no more of it than shows that it is too long.
    private static func herald(before index: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let head = text[..<index]
        let end = head.lastIndex { byte in !isWordEnd(byte) }.map { last in last + 1 } ?? head.startIndex
        let near = head[..<end].suffix(longestHerald + 1)
        let start = near.lastIndex(where: isWordEnd).map { last in last + 1 } ?? near.startIndex
        return near[start...]
    }

    private static let longestHerald = 12

    /// The shortest word that looks like a password, in bytes.
    private static let shortestAnnounced = 10

    private static func isHerald(_ word: ArraySlice<UInt8>) -> Bool {
        word.count <= longestHerald && heralds.contains(String(decoding: word, as: UTF8.self).lowercased())
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
        var index = 0
        while let sign = signs.first(in: text.span, from: index) {
            let spans = spans(aroundSign: text.startIndex + sign, in: text, options)
            found += spans
            index = max(sign + 1, spans.last?.range.upperBound ?? 0)
        }
        return found
    }

    /// What stands between a name and a value.
    private static let signs = ByteSieve(anyOf: ":=".utf8)

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
        if let spans = optionSpans(named: name, behind: sign, in: text) { return spans }
        if let spans = spans(namedByTwoWordsUpTo: name, behind: sign, in: text) { return spans }
        guard !isColon, isVariable(name, in: text) else { return [] }
        let value = self.word(behind: sign, in: text)
        guard SecretLook.isSecret(value), !beginsPath(value) else { return [] }
        return [span(.key, value, name: name, in: text)]
    }

    /// The secrets of a line in a file of options for curl: `user = "joe:…"`; nil where it is none.
    private static func optionSpans(
        named name: ArraySlice<UInt8>, behind sign: Int, in text: ArraySlice<UInt8>
    ) -> [SecretSpan]? {
        guard text[sign] == UInt8(ascii: "="), optionNames.contains(where: name.elementsEqual),
            beginsLine(name.startIndex, in: text)
        else { return nil }
        return CommandOptions.spans(
            in: word(behind: sign, in: text), ofOption: String(decoding: name, as: UTF8.self)
        ).map { span in span.shifted(by: -text.startIndex) }
    }

    /// The names of options whose values no other place tells.
    private static let optionNames = [
        "user", "proxy-user", "pass", "proxy-pass", "oauth2-bearer", "cert", "proxy-cert", "cookie",
    ].map { name in Array(name.utf8) }

    /// Whether nothing but blanks stands before an index on its line.
    private static func beginsLine(_ index: Int, in text: ArraySlice<UInt8>) -> Bool {
        text[..<index].last { byte in !byte.isBlank }.map(\.isLineEnd) ?? true
    }

    /// The secret under a name of two words: `API key: …`; nil where there is none.
    ///
    /// Sentences say so too, so it has to be no word.
    private static func spans(
        namedByTwoWordsUpTo name: ArraySlice<UInt8>, behind sign: Int, in text: ArraySlice<UInt8>
    ) -> [SecretSpan]? {
        let head = text[..<name.startIndex]
        guard name.count == 3 || name.count == 5, head.last.map(\.isBlank) ?? false else { return nil }
        let word = name.lazy.map(\.lowercasedASCII)
        guard word.elementsEqual("key".utf8) || word.elementsEqual("token".utf8) else { return nil }
        let first = head.dropLast().suffix(longestHerald).reversed().prefix(while: \.isLetter).count
        let both = text[(head.endIndex - 1 - first)..<name.endIndex]
        guard let meaning = SecretPlaces.name(ofMember: String(decoding: both, as: UTF8.self)) else { return nil }
        let value = self.word(behind: sign, in: text)
        return SecretLook.isNoWord(value) ? [span(meaning.kind, value, name: both, in: text)] : nil
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
            let isSecret =
                SecretLook.isSecret(value) || meaning.kind == .password && isPassphrase(value, of: name, in: text)
            return isSecret ? [span(meaning.kind, value, name: name, in: text)] : []
        }
        let rest = valueStart(behind: sign, in: text)
        let opened = rest.first.map { byte in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") } ?? false
        let content = (opened ? rest.dropFirst() : rest).prefix(longestLine)
        let line = withoutCaret(content.prefix(lineEnds.first(in: content.span, from: 0) ?? content.count), in: text)
        let offset = line.startIndex - text.startIndex
        return FieldSecrets.spans(in: String(keepingOffsetsOf: line), of: meaning)
            .filter { span in meaning.isOrdinary || SecretLook.isSecret(Array(span.value.utf8)) }
            .map { span in span.shifted(by: offset) }
    }

    /// Whether a value is a passphrase of several words between quotation marks, which a variable has.
    private static func isPassphrase(
        _ value: ArraySlice<UInt8>, of name: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
    ) -> Bool {
        let isQuoted = value.startIndex > name.endIndex + 1 && "\"'".utf8.contains(text[value.startIndex - 1])
        return isQuoted && value.startIndex == name.endIndex + 2 && value.contains(where: \.isBlank)
            && !value.contains(where: { byte in "$`".utf8.contains(byte) }) && isVariable(name, in: text)
    }

    /// What stands behind a sign and the blanks behind it, from its quotation mark on if it has one.
    ///
    /// Programs assign with `:=` and `=>` too, their strings have a letter that says of what kind they are, and in Markdown
    /// a name is bold with its colon.
    private static func valueStart(behind sign: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text[(sign + 1)...]
        if let next = rest.first {
            if text[sign] == UInt8(ascii: ":"), "=*".utf8.contains(next) {
                rest = rest.drop { byte in byte == next }
            } else if text[sign] == UInt8(ascii: "="), next == UInt8(ascii: ">") {
                rest = rest.dropFirst()
            }
        }
        rest = rest.drop(while: \.isBlank)
        let behindKind = rest.dropFirst().first
        if let kind = rest.first, "bfru@".utf8.contains(kind), let behindKind, "\"'".utf8.contains(behindKind) {
            rest = rest.dropFirst()
        }
        return rest
    }

    /// The name before a sign: a word of letters, digits, `-` and `_`, between quotation marks perhaps, and in brackets or
    /// bold.
    private static func name(before sign: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = sign
        while end > text.startIndex, text[end - 1].isBlank { end -= 1 }
        while end > text.startIndex, sign - end < 4, "]*".utf8.contains(text[end - 1]) { end -= 1 }
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
        let rest = valueStart(behind: sign, in: text).prefix(longestLine)
        let isParameter =
            text[sign] == UInt8(ascii: "=")
            && text[..<name(before: sign, in: text).startIndex].last
                .map("?&#;".utf8.contains) ?? false
        let quote = rest.first.flatMap { byte in "\"'`".utf8.contains(byte) ? byte : nil }
        let content = quote == nil ? rest : rest.dropFirst()
        let ends = quote.flatMap { quote in quoteEnds[quote] } ?? (isParameter ? parameterEnds : wordEnds)
        let word = content.prefix(ends.first(in: content.span, from: 0) ?? content.count)
        guard quote == nil else { return withoutCaret(word, in: text) }
        let last = word.lastIndex { byte in byte != UInt8(ascii: ".") && byte != UInt8(ascii: ")") }
        return last.map { last in withoutCaret(word[...last], in: text) } ?? word.prefix(0)
    }

    /// What ends a word: white space, controls, quotation marks and signs between words.
    private static let wordEndBytes = Array(0...0x20) + Array("\"'`<>,;".utf8)
    private static let wordEnds = ByteSieve(anyOf: wordEndBytes)

    /// What ends the value of a header.
    private static let lineEnds = ByteSieve(anyOf: "\r\n\"'\\".utf8)

    /// What ends a parameter of a URL too.
    private static let parameterEnds = ByteSieve(anyOf: wordEndBytes + Array("&#".utf8))

    /// What ends a value in quotation marks, by these.
    private static let quoteEnds = Dictionary(
        uniqueKeysWithValues: "\"'`".utf8.map { quote in (quote, ByteSieve(anyOf: [quote] + Array("\r\n".utf8))) })

    /// A value without the caret that escapes the quotation mark behind it, as the command prompt of Windows has it.
    private static func withoutCaret(_ value: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isEscaped = value.last == UInt8(ascii: "^") && text[value.endIndex...].first == UInt8(ascii: "\"")
        return isEscaped ? value.dropLast() : value
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
        let isExported = isDeclaration(before: name.startIndex, in: text)
        let words = name.split(separator: UInt8(ascii: "_")).map { word in String(decoding: word, as: UTF8.self) }
        return (isFirst || isExported) && !words.contains(where: plainVariables.contains)
    }

    /// Whether the word before a name says that it is a variable's, as shells, curl and containers take them.
    private static func isDeclaration(before index: Int, in text: ArraySlice<UInt8>) -> Bool {
        let head = text[..<index]
        guard let blank = head.last, blank.isBlank else { return false }
        let end = head.lastIndex { byte in !byte.isBlank }.map { last in last + 1 } ?? head.startIndex
        let near = head[..<end].suffix(longestHerald + 1)
        let start = near.lastIndex(where: \.isWhiteSpace).map { last in last + 1 } ?? near.startIndex
        return declarations.contains(String(decoding: near[start...], as: UTF8.self))
    }

    private static let declarations: Set<String> = [
        "export", "declare", "typeset", "env", "set", "ENV", "ARG", "--variable", "--env", "--build-arg", "-e",
    ]

    /// Words in the names of variables that hold no secret.
    private static let plainVariables: Set<String> = [
        "MODEL", "VERSION", "NAME", "HOST", "HOSTNAME", "URL", "URI", "PATH", "DIR", "HOME", "REGION", "ZONE", "LANG",
        "TERM", "USER", "SHELL", "TAG", "BRANCH", "IMAGE", "PORT", "ENDPOINT", "DATE", "TIME", "FORMAT", "ID",
    ]

    private static func beginsPath(_ value: ArraySlice<UInt8>) -> Bool {
        let hasFolder = value.dropFirst().contains(UInt8(ascii: "/"))
        switch value.first {
        case UInt8(ascii: "/"): return hasFolder
        // The name of a file; what some servers issue begins with a full stop too.
        case UInt8(ascii: "."), UInt8(ascii: "~"): return hasFolder || !SecretLook.isRandom(value)
        default: return false
        }
    }

    private static func span(
        _ kind: Secret.Kind, _ value: ArraySlice<UInt8>, name: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
    ) -> SecretSpan {
        SecretSpan(kind, value, name: String(decoding: name, as: UTF8.self)).shifted(by: -text.startIndex)
    }
}
