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

        /// What of the value is secret.
        var part = Part.all

        enum Part {
            case all
            case behindColon
            case cookies
            case header
            case field
            case form
            case url
        }
    }

    /// Whether a text may have an option whose name is a long one.
    static func mayHoldOption(_ text: ArraySlice<UInt8>) -> Bool { hyphens.first(in: text.span, from: 0) != nil }

    /// Finds the secrets of the commands in a text: what looks like one, for manuals have such commands too.
    static func secrets(in text: ArraySlice<UInt8>) -> [Found] {
        var cut = Cut(text: text)
        cut.look(for: curls) { rest in beginsWithCurl(rest) }
        cut.look(for: hyphens) { rest in isSecretOption(rest) ? .option : nil }
        return cut.found
    }

    /// What a command is known by.
    private enum Beginning {
        /// The name of curl, and behind it what a command has.
        case curl

        /// The name of curl before another word: a sentence, or a host without dots.
        case curlInProse

        /// An option of which any program has a secret.
        case option
    }

    private static let curls = ByteSieve(beginnings: ["curl"])
    private static let hyphens = ByteSieve(beginnings: ["--"])

    /// What a text begins that begins with the name of curl and a blank.
    private static func beginsWithCurl(_ text: ArraySlice<UInt8>) -> Beginning? {
        guard text.starts(with: "curl".utf8) else { return nil }
        let rest = text.dropFirst(4)
        let behind = rest.starts(with: ".exe".utf8) ? rest.dropFirst(4) : rest
        guard behind.first.map(\.isBlank) ?? false else { return nil }
        return CommandOption.beginCommand(of: text) ? .curl : .curlInProse
    }

    /// Whether a text begins with an option of which any program has a secret.
    private static func isSecretOption(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.dropFirst(2).prefix(longestName).prefix(while: ByteClass.urlSafe.contains)
        guard let first = name.first, first.isLetter, let behind = text[name.endIndex...].first else { return false }
        guard behind.isBlank || "=\\^\"'".utf8.contains(behind) else { return false }
        return meaning(of: String(decoding: name, as: UTF8.self), isCurl: false) != nil
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
        "cert": Meaning(kind: .password, part: .behindColon),
        "proxy-cert": Meaning(kind: .password, part: .behindColon),
        "user": Meaning(kind: .password, part: .behindColon),
        "proxy-user": Meaning(kind: .password, part: .behindColon),
        "cookie": Meaning(kind: .cookie, part: .cookies), "header": Meaning(kind: .key, part: .header),
        "proxy-header": Meaning(kind: .key, part: .header), "form": Meaning(kind: .key, part: .field),
        "form-string": Meaning(kind: .key, part: .field), "url": Meaning(kind: .key, part: .url),
        "data": Meaning(kind: .key, part: .form), "data-ascii": Meaning(kind: .key, part: .form),
        "data-binary": Meaning(kind: .key, part: .form), "data-raw": Meaning(kind: .key, part: .form),
        "data-urlencode": Meaning(kind: .key, part: .form),
    ]

    /// The secrets that an option of curl has for its value in a file of options, by its long name.
    ///
    /// curl(1), `--config`
    static func spans(in value: ArraySlice<UInt8>, ofOption name: String) -> [SecretSpan] {
        guard let meaning = optionsOfCurl[name] else { return [] }
        let bytes = Array(value)
        return parts(of: bytes, meaning).filter { part, _ in SecretLook.isSecret(bytes[part]) }.map { part, kind in
            SecretSpan(kind, bytes[part], name: name).shifted(by: value.startIndex)
        }
    }

    /// The secrets that an option has, as the text spells them.
    ///
    /// - Parameters:
    ///   - option: the option.
    ///   - isCurl: whether the command is of curl.
    ///   - text: the text that the option was read from.
    ///   - start: where that begins in the text that is looked through.
    /// - Returns: the secrets.
    private static func secrets(
        of option: CommandOption, isCurl: Bool, in text: ArraySlice<UInt8>, at start: Int
    ) -> [Found] {
        guard let meaning = meaning(of: option.name, isCurl: isCurl) else { return [] }
        let opening = option.value.firstIndex(of: UInt8(ascii: "("))
        return parts(of: option.value, meaning).compactMap { part, kind in
            let isBehind = opening.map { opening in opening < part.lowerBound } ?? false
            let part = isBehind ? part : withoutEnclosing(part, of: option, in: text)
            guard SecretLook.isSecret(option.value[part]) else { return nil }
            let ranges = option.ranges(of: part, in: text).map { range in
                range.lowerBound - text.startIndex + start..<range.upperBound - text.startIndex + start
            }
            guard let first = ranges.first else { return nil }
            let span = SecretSpan(
                kind: kind, value: String(decoding: option.value[part], as: UTF8.self), range: first,
                name: isCurl ? nil : option.name, hasOrdinaryName: false)
            return Found(span: span, rest: Array(ranges.dropFirst()))
        }
    }

    /// What of a part of a value stands before the bracket that ends the command, as in `KEY="$(relay --token …)"`.
    ///
    /// A bracket between quotation marks is of the value, and one that closes another of it.
    private static func withoutEnclosing(
        _ part: Range<Int>, of option: CommandOption, in text: ArraySlice<UInt8>
    ) -> Range<Int> {
        guard let bracket = option.value[part].firstIndex(of: UInt8(ascii: ")")),
            !option.value[part.lowerBound..<bracket].contains(UInt8(ascii: "(")),
            let first = option.ranges(of: 0..<1, in: text).first?.lowerBound,
            let end = option.ranges(of: bracket..<bracket + 1, in: text).first?.lowerBound
        else { return part }
        func isQuote(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
        let isQuoted = isQuote(text[..<first].last) && !isQuote(text[..<end].last)
        return isQuoted ? part : part.lowerBound..<bracket
    }

    /// The parts of a value that may be secret.
    private static func parts(of value: [UInt8], _ meaning: Meaning) -> [(range: Range<Int>, kind: Secret.Kind)] {
        switch meaning.part {
        case .all: return [(value.indices, meaning.kind)]
        case .behindColon:
            return value.firstIndex(of: UInt8(ascii: ":")).map { colon in [(colon + 1..<value.count, meaning.kind)] }
                ?? []
        case .cookies:
            // Without a name it is a file of cookies.
            guard value.contains(UInt8(ascii: "=")) else { return [] }
            return parts(of: value, from: 0, SecretName(kind: .cookie, form: .cookies))
        case .header:
            guard let (name, start) = named(value, by: UInt8(ascii: ":")),
                let meaning = SecretPlaces.name(ofHeader: name)
            else { return [] }
            return parts(of: value, from: start, meaning)
        case .field:
            guard let (name, start) = named(value, by: UInt8(ascii: "=")),
                let meaning = SecretPlaces.name(ofParameter: name)
            else { return [] }
            return [(start..<value.count, meaning.kind)]
        case .form:
            guard URLSecrets.isForm(value[...]) || URLSecrets.isLooseForm(value[...]) else { return [] }
            return URLSecrets.spans(inForm: value[...]).map { span in (span.range, span.kind) }
        case .url:
            return URLSecrets.spans(in: String(keepingOffsetsOf: value[...])).map { span in (span.range, span.kind) }
        }
    }

    /// The name before the first sign of a value, and where what is behind the sign begins.
    private static func named(_ value: [UInt8], by sign: UInt8) -> (name: String, start: Int)? {
        value.prefix(longestName).firstIndex(of: sign).map { index in
            (String(decoding: value[..<index], as: UTF8.self), index + 1)
        }
    }

    private static func parts(
        of value: [UInt8], from start: Int, _ name: SecretName
    ) -> [(range: Range<Int>, kind: Secret.Kind)] {
        FieldSecrets.spans(in: String(keepingOffsetsOf: value[start...]), of: name).map { span in
            (span.range.lowerBound + start..<span.range.upperBound + start, span.kind)
        }
    }

    /// Commands that are cut out of a text.
    private struct Cut {
        let text: ArraySlice<UInt8>
        var found: [Found] = []

        /// How many bytes may be read in quotes that go on behind their line: then each command ends with its line, so
        /// that no byte is looked at again for each of them.
        private var budget: Int

        /// The line that was looked at last: a line may hold any number of commands.
        private var lastLine: ArraySlice<UInt8> = []

        /// Whether its commands have the escapes of Windows.
        private var isOfWindows = false

        /// How much of a sentence is looked at behind the name of curl, up to the end of a word.
        private static let proseLength = 256
        private static let longestWord = 4096

        init(text: ArraySlice<UInt8>) {
            self.text = text
            budget = 4 * text.count
        }

        /// Takes the secrets of the commands that begin where something is met.
        ///
        /// - Parameters:
        ///   - sieve: finds what may be met.
        ///   - beginning: what the text here begins; nil for no command.
        mutating func look(for sieve: ByteSieve, _ beginning: (ArraySlice<UInt8>) -> Beginning?) {
            var position = 0
            while let first = sieve.first(in: text.span, from: position) {
                position = first + 1
                let start = text.startIndex + first
                guard let beginning = beginning(text[start...]) else { continue }
                position = max(position, take(text[start...], beginning) - text.startIndex)
            }
        }

        /// Takes the secrets of the command that a text begins with, and gives the index where the next may begin.
        ///
        /// What is a quote in a command may be an apostrophe in prose, and the next command stand inside: it is looked for
        /// from the next line on, behind the name of curl in a sentence from there on.
        private mutating func take(_ rest: ArraySlice<UInt8>, _ beginning: Beginning) -> Int {
            if !lastLine.indices.contains(rest.startIndex) {
                lastLine = line(of: rest)
                isOfWindows = CommandOption.isOfWindows(rest)
            }
            let line = lastLine[rest.startIndex...]
            notePlain(line, isCurl: beginning != .option)
            if beginning == .curlInProse {
                let sentence = Cut.sentence(line)
                note(
                    CommandOption.all(in: sentence, isCurl: true, isOfWindows: isOfWindows).options, isCurl: true,
                    in: sentence)
                return rest.startIndex
            }
            let isCurl = beginning == .curl
            if budget > 0 {
                let command = CommandOption.all(in: rest, isCurl: isCurl, isOfWindows: isOfWindows)
                budget -= command.isCut ? rest.count : command.end - rest.startIndex
                if !command.isCut {
                    note(command.options, isCurl: isCurl, in: rest)
                    return min(command.end, line.endIndex)
                }
            }
            let command = CommandOption.all(in: line, isCurl: isCurl, isOfWindows: isOfWindows)
            note(command.options, isCurl: isCurl, in: line)
            return command.end
        }

        /// The beginning of a line that ends with a word.
        private static func sentence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            let head = line.prefix(proseLength)
            let rest = line[head.endIndex...].prefix(longestWord).prefix { byte in !byte.isBlank }
            return line[head.startIndex..<rest.endIndex]
        }

        /// Takes the secrets of a sentence in which an apostrophe inside a word is no quote.
        private mutating func notePlain(_ line: ArraySlice<UInt8>, isCurl: Bool) {
            let sentence = Cut.sentence(line)
            guard sentence.contains(UInt8(ascii: "'")) else { return }
            var plain = Array(sentence)
            var hasApostrophe = false
            for index in plain.indices.dropFirst().dropLast()
            where plain[index] == UInt8(ascii: "'") && plain[index - 1].isLetter && plain[index + 1].isLetter {
                plain[index] = UInt8(ascii: "_")
                hasApostrophe = true
            }
            guard hasApostrophe else { return }
            let command = CommandOption.all(in: plain[...], isCurl: isCurl, isOfWindows: isOfWindows)
            // It was none: a quote that it closed is open now.
            guard !command.isCut else { return }
            note(command.options, isCurl: isCurl, in: plain[...], from: sentence.startIndex)
        }

        /// Takes the secrets of options that were read from a part of the text, or from one that differs from it in quotes
        /// and begins at an index of it.
        private mutating func note(
            _ options: [CommandOption], isCurl: Bool, in part: ArraySlice<UInt8>, from index: Int? = nil
        ) {
            let start = (index ?? part.startIndex) - text.startIndex
            found += options.flatMap { option in secrets(of: option, isCurl: isCurl, in: part, at: start) }
        }

        /// The line that a text begins with, and those that it goes on with behind a backslash or a caret.
        private func line(of rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            var position = rest.startIndex
            while let end = rest[position...].firstIndex(where: \.isLineEnd) {
                guard let last = rest[position..<end].last, "\\^".utf8.contains(last) else { return rest[..<end] }
                position = end + (rest[end...].starts(with: "\r\n".utf8) ? 2 : 1)
            }
            return rest
        }
    }
}

extension SecretWalk {
    /// Notes the secrets in the options of the commands of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - documents: where documents of JSON stand in it: a shell would read the escapes of their strings in its own way.
    ///   - map: where the text stands.
    mutating func hideOptions(in text: ArraySlice<UInt8>, outside documents: RangeSet<Int>, _ map: TextMap) {
        for found in CommandOptions.secrets(in: text)
        where !found.span.isBlanked && !documents.contains(found.span.range.lowerBound) && isAccepted(found.span) {
            hide([found.span], map, .placed)
            for range in found.rest { hide(range, map, .rest, .placed) }
        }
    }
}
