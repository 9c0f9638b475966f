internal import ByteCoding
internal import CaptureReading
internal import JSONReading

/// The secrets in the options of commands that are no part of a message: `curl -uadmin:…`, `curl -E file:…`, and of any
/// command what stands behind an option whose name says so: `--api-key …`.
///
/// Commands are cut into words as a shell does it; each byte is looked at a fixed number of times.
enum CommandOptions {
    /// A secret, and where the text has the rest of it that quotes part from its beginning.
    struct Found {
        /// The secret; its range is that of what stands before the first quote in it.
        let span: SecretSpan

        /// Where the rest stands, in bytes from the text's beginning.
        let rest: [Range<Int>]
    }

    /// What an option says of its value.
    private struct Meaning {
        let kind: Secret.Kind

        /// Whether only what stands behind the first colon is secret, if there is one.
        var isBehindColon = false
    }

    /// Whether a text may have an option whose name is a long one.
    static func mayHoldOption(_ text: ArraySlice<UInt8>) -> Bool { hyphens.first(in: text.span, from: 0) != nil }

    /// Finds the secrets of the commands in a text: what looks like one, for manuals have such commands too.
    static func secrets(in text: ArraySlice<UInt8>) -> [Found] {
        var cut = Cut(text: text)
        cut.look(for: curls) { rest in isCurl(rest) }
        cut.look(for: hyphens) { rest in isSecretOption(rest) }
        return cut.found
    }

    private static let curls = ByteSieve(beginnings: ["curl"])
    private static let hyphens = ByteSieve(beginnings: ["--"])

    /// Whether a text begins with the name of curl and a blank.
    private static func isCurl(_ text: ArraySlice<UInt8>) -> Bool? {
        guard text.starts(with: "curl".utf8) else { return nil }
        let rest = text.dropFirst(4)
        let behind = rest.starts(with: ".exe".utf8) ? rest.dropFirst(4) : rest
        return behind.first.map(\.isBlank) ?? false ? true : nil
    }

    /// Whether a text begins with an option of which any program has a secret.
    private static func isSecretOption(_ text: ArraySlice<UInt8>) -> Bool? {
        let name = text.dropFirst(2).prefix(longestName).prefix(while: ByteClass.urlSafe.contains)
        guard let first = name.first, first.isLetter, let behind = text[name.endIndex...].first else { return nil }
        guard behind.isBlank || "=\\^\"'".utf8.contains(behind) else { return nil }
        return meaning(of: String(decoding: name, as: UTF8.self), isCurl: false) == nil ? nil : false
    }

    /// The longest name of an option, in bytes.
    private static let longestName = 64

    /// What an option says of its value; nil where it says nothing.
    private static func meaning(of name: String, isCurl: Bool) -> Meaning? {
        if isCurl, let listed = optionsOfCurl[name] { return listed }
        guard let name = SecretPlaces.name(ofOption: name), [.whole, .credentials].contains(name.form) else {
            return nil
        }
        return Meaning(kind: name.kind)
    }

    /// What a string says of the one behind it in a list of a command's words; nil where it says nothing.
    static func meaning(ofWord word: JSONValue) -> MemberMeaning? {
        guard word.rawBytes.starts(with: #""--"#.utf8), word.rawBytes.count <= longestName + 4,
            let name = word.string?.dropFirst(2), let secret = SecretPlaces.name(ofOption: String(name))
        else { return nil }
        return MemberMeaning(
            name: String(name), secret: SecretName(kind: secret.kind, isOrdinary: true, demandsLook: true))
    }

    private static let optionsOfCurl: [String: Meaning] = [
        "pass": Meaning(kind: .password), "proxy-pass": Meaning(kind: .password),
        "tlspassword": Meaning(kind: .password), "proxy-tlspassword": Meaning(kind: .password),
        "oauth2-bearer": Meaning(kind: .password),
        "cert": Meaning(kind: .password, isBehindColon: true),
        "proxy-cert": Meaning(kind: .password, isBehindColon: true),
        "user": Meaning(kind: .password, isBehindColon: true),
        "proxy-user": Meaning(kind: .password, isBehindColon: true),
    ]

    /// The secret that an option has, as the text spells it.
    private static func secret(of option: CommandOption, isCurl: Bool, in text: ArraySlice<UInt8>) -> Found? {
        guard let meaning = meaning(of: option.name, isCurl: isCurl) else { return nil }
        var start = 0
        if meaning.isBehindColon {
            guard let colon = option.value.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            start = colon + 1
        }
        let value = option.value[start...]
        guard SecretLook.isSecret(value) else { return nil }
        let ranges = option.ranges(of: start..<option.value.count, in: text).map { range in
            range.lowerBound - text.startIndex..<range.upperBound - text.startIndex
        }
        guard let first = ranges.first else { return nil }
        let span = SecretSpan(
            kind: meaning.kind, value: String(decoding: value, as: UTF8.self), range: first,
            name: isCurl ? nil : option.name, hasOrdinaryName: false)
        return Found(span: span, rest: Array(ranges.dropFirst()))
    }

    /// Commands that are cut out of a text.
    private struct Cut {
        let text: ArraySlice<UInt8>
        var found: [Found] = []

        /// Whether a command is thought to go on behind its line where a quote is open.
        ///
        /// Behind one that nothing closed it is not: so no byte is looked at again for each of them.
        private var crossesLines = true

        init(text: ArraySlice<UInt8>) {
            self.text = text
        }

        /// Takes the secrets of the commands that begin where something is met.
        ///
        /// - Parameters:
        ///   - sieve: finds what may be met.
        ///   - isCurl: whether the command that begins here is of curl; nil where none begins.
        mutating func look(for sieve: ByteSieve, _ isCurl: (ArraySlice<UInt8>) -> Bool?) {
            var position = 0
            while let first = sieve.first(in: text.span, from: position) {
                position = first + 1
                let start = text.startIndex + first
                guard let isCurl = isCurl(text[start...]) else { continue }
                position = max(position, take(text[start...], isCurl: isCurl) - text.startIndex)
            }
        }

        /// Takes the secrets of the command that a text begins with, and gives the index behind it.
        private mutating func take(_ rest: ArraySlice<UInt8>, isCurl: Bool) -> Int {
            if crossesLines {
                let command = CommandOption.all(in: rest, isCurl: isCurl)
                if !command.isCut { return take(command.options, isCurl: isCurl, end: command.end) }
                crossesLines = false
            }
            let command = CommandOption.all(in: line(of: rest), isCurl: isCurl)
            return take(command.options, isCurl: isCurl, end: command.end)
        }

        private mutating func take(_ options: [CommandOption], isCurl: Bool, end: Int) -> Int {
            found += options.compactMap { option in secret(of: option, isCurl: isCurl, in: text) }
            return end
        }

        /// The line that a text begins with, and those that it goes on with behind a backslash or a caret.
        private func line(of rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            var position = rest.startIndex
            while let end = rest[position...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = rest[position..<end]
                let last = line.last == UInt8(ascii: "\r") ? line.dropLast().last : line.last
                guard let last, "\\^".utf8.contains(last) else { return rest[..<end] }
                position = end + 1
            }
            return rest
        }
    }
}

extension SecretWalk {
    /// Notes the secrets in the options of the commands of a text.
    mutating func hideOptions(in text: ArraySlice<UInt8>, _ map: TextMap) {
        for found in CommandOptions.secrets(in: text) where !found.span.isBlanked && isAccepted(found.span) {
            hide([found.span], map, .placed)
            for range in found.rest { hide(range, map, .rest, .placed) }
        }
    }
}
