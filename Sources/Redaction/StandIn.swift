internal import ByteCoding

/// What stands where a secret would, and is none: a variable that nobody filled in, or a word of a manual.
///
/// A password may look like either. So a name has to say what it is the name of, a word has to be one that people write
/// for a secret, and neither has digits but those that number a variable.
enum StandIn {
    /// Whether a value is a variable, a word for a secret, or the beginning of a key before a mask.
    static func matches(_ value: String) -> Bool {
        guard (1...longest).contains(value.utf8.count) else { return false }
        let bytes = Array(value.utf8)[...]
        return isVariable(bytes) || isWord(bytes) || isMasked(bytes)
    }

    /// Longer values stand for nothing else, in bytes.
    private static let longest = 80

    // MARK: Variables

    /// Whether a value is a variable as shells, build servers and templates write one: `$API_KEY`, `%API_KEY%`,
    /// `$env:API_KEY`, `${{ secrets.API_KEY }}`.
    private static func isVariable(_ value: ArraySlice<UInt8>) -> Bool {
        variables.contains { form in
            let around = form.head.utf8.count + form.tail.utf8.count
            guard value.count > around, value.lowercasedStarts(with: form.head),
                value.suffix(form.tail.utf8.count).elementsEqual(form.tail.utf8)
            else { return false }
            let name = value.dropFirst(form.head.utf8.count).dropLast(form.tail.utf8.count)
            return form.isSure ? isPath(name) : isVariableName(name)
        }
    }

    /// How variables are written; those that are surely ones may have any name.
    private static let variables: [(head: String, tail: String, isSure: Bool)] = [
        ("${{", "}}", true), ("{{", "}}", true), ("${", "}", true), ("$env:", "", true), ("process.env.", "", true),
        ("$", "", false), ("%", "%", false),
    ]

    /// Whether a name may be that of any variable, of another object's perhaps: `secrets.API_KEY`.
    private static func isPath(_ name: ArraySlice<UInt8>) -> Bool {
        let name = name.drop(while: \.isBlank)
        let trimmed = name[..<((name.lastIndex { byte in !byte.isBlank } ?? name.startIndex - 1) + 1)]
        guard let first = trimmed.first, first.isLetter || first == UInt8(ascii: "_") else { return false }
        let isName = trimmed.allSatisfy { byte in ByteClass.urlSafe.contains(byte) || ".:".utf8.contains(byte) }
        return isName && (!trimmed.contains(where: \.isDigit) || saysSecret(withoutNumber(trimmed)))
    }

    /// Whether a name is that of a variable with a secret: `OPENAI_API_KEY_2`, `apiKey`, `K`.
    private static func isVariableName(_ name: ArraySlice<UInt8>) -> Bool {
        let isConstant = name.allSatisfy { byte in
            ByteClass([.capital, .underscore]).contains(byte) || byte.isDigit
        }
        let plain = isConstant && name.contains(UInt8(ascii: "_")) ? withoutNumber(name) : name
        guard plain.allSatisfy({ byte in byte.isLetter || byte == UInt8(ascii: "_") }) else { return false }
        // Nobody has a secret of so few letters.
        if plain.count <= 3 { return true }
        let isSmall = !plain.contains(where: ByteClass.capital.contains)
        return isConstant || isSmall ? saysSecret(plain) : parts(of: plain).last.map(saysKey) ?? false
    }

    /// A name without what numbers it: `API_KEY` of `API_KEY_2`.
    private static func withoutNumber(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = name.reversed().prefix(while: \.isDigit).count
        guard digits <= 2 else { return name }
        let head = name.dropLast(digits)
        return head.last == UInt8(ascii: "_") ? head.dropLast() : head
    }

    // MARK: Words

    /// Whether a value is a word for a secret, or for none: `your-api-key`, `key-goes-here`, `EMPTY`.
    private static func isWord(_ value: ArraySlice<UInt8>) -> Bool {
        let prefix = prefixes.first { prefix in value.starts(with: prefix.utf8) } ?? ""
        let rest = value.dropFirst(prefix.utf8.count)
        guard rest.allSatisfy({ byte in byte.isLetter || isJoint(byte) }) else { return false }
        let word = folded(rest)
        if words.contains(word) { return true }
        if value.allSatisfy(ByteClass([.capital, .underscore]).contains), value.suffix(8).elementsEqual("_API_KEY".utf8)
        {
            return true
        }
        if requests.contains(where: { request in compounds.contains { compound in word == request + compound } }) {
            return true
        }
        var parts = StandIn.parts(of: rest)
        let isAsked = parts.first.map(requestWords.contains) ?? false
        let count = parts.count
        if parts.last == "here" { parts.removeLast() }
        if parts.last == "goes" { parts.removeLast() }
        guard let last = parts.last, saysSecret(last) else { return false }
        return isAsked || parts.count < count
    }

    /// What keys begin with, before a word for the rest.
    private static let prefixes = ["sk-ant-", "sk-proj-", "sk-or-", "sk-"]

    /// What stands for no secret.
    private static let words: Set<String> = [
        "null", "none", "nil", "empty", "undefined", "unset", "notset", "dummy", "placeholder", "notneeded",
        "notrequired",
        "notused", "nokey", "noapikey", "nokeyrequired", "nokeyneeded", "apikey", "accesstoken", "authtoken",
        "bearertoken", "secretkey",
    ]

    /// What a word for a secret begins with: in one word, and as a word of its own.
    private static let requests = ["your", "insertyour", "enteryour", "replacewithyour"]
    private static let requestWords: Set = ["your", "insert", "enter", "paste", "put", "add", "replace", "use"]

    private static func isJoint(_ byte: UInt8) -> Bool { "-_. ".utf8.contains(byte) }

    private static func folded(_ word: ArraySlice<UInt8>) -> String {
        String(decoding: word.filter { byte in !isJoint(byte) }.map(\.lowercasedASCII), as: UTF8.self)
    }

    // MARK: Names of secrets

    /// Whether the last part of a name says that it is of a secret; what only ends so, such as `monkey`, does not.
    private static func saysSecret(_ name: ArraySlice<UInt8>) -> Bool {
        parts(of: name).last.map(saysSecret) ?? false
    }

    private static func saysSecret(_ part: String) -> Bool { saysKey(part) || passwordNames.contains(part) }

    private static func saysKey(_ part: String) -> Bool { keyNames.contains(part) || compounds.contains(part) }

    private static let keyNames: Set = ["key", "token"]
    private static let compounds: Set = [
        "apikey", "accesskey", "accesstoken", "authtoken", "bearertoken", "secretkey", "apitoken",
    ]
    private static let passwordNames: Set = [
        "secret", "pass", "password", "passwd", "pwd", "auth", "credential", "credentials",
    ]

    /// The parts of a name in small letters: what stands between joints, and between a small letter and a capital.
    private static func parts(of name: ArraySlice<UInt8>) -> [String] {
        var parts: [[UInt8]] = []
        var before: UInt8?
        for byte in name {
            let isHump = before.map { before in !ByteClass.capital.contains(before) } ?? true
            if isJoint(byte) {
                before = nil
                continue
            }
            if before == nil || isHump && ByteClass.capital.contains(byte) { parts.append([]) }
            parts[parts.count - 1].append(byte.lowercasedASCII)
            before = byte
        }
        return parts.map { part in String(decoding: part, as: UTF8.self) }
    }

    // MARK: Masks

    /// Whether a value is what keys begin with and nothing but a mask behind it: `sk-...`, `AIza***`, `sk-ant-api03-xxxx`.
    private static func isMasked(_ value: ArraySlice<UInt8>) -> Bool {
        guard let beginning = SecretShapes.beginning(of: value) else { return false }
        var rest = value.dropFirst(beginning.count)
        while let segment = segments.first(where: { segment in rest.starts(with: segment.utf8) }) {
            rest = rest.dropFirst(segment.utf8.count)
        }
        // The dots of a mask may have been taken for the end of a sentence.
        guard !rest.isEmpty else { return true }
        let mask = String(decoding: rest, as: UTF8.self).unicodeScalars.filter { scalar in scalar != "-" }
        return mask.allSatisfy(maskMarks.contains) && (mask.count >= 3 || mask.first == "\u{2026}")
    }

    /// What stands behind the beginning of keys and says what they are for.
    private static let segments = ["ant-", "proj-", "svcacct-", "admin-", "or-", "lf-", "v1-", "api03-", "admin01-"]

    /// What masks are drawn with.
    private static let maskMarks = Set("*xX.\u{2026}\u{2022}".unicodeScalars)
}

extension ArraySlice<UInt8> {
    /// Whether they begin with a word in small letters, be they small or not.
    fileprivate func lowercasedStarts(with word: String) -> Bool {
        lazy.map(\.lowercasedASCII).starts(with: word.utf8)
    }
}
