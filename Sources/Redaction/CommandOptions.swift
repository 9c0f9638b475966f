internal import ByteCoding

/// The secrets in the options of commands that are no part of a message: `curl --pass …`, `curl -E file:…`.
enum CommandOptions {
    /// What the value of an option is.
    private enum Form {
        /// The secret.
        case whole

        /// What stands behind the first colon is the secret, if there is one.
        case behindColon
    }

    /// The options whose value is one.
    private static let secretOptions = [
        "--pass", "--proxy-pass", "--tlspassword", "--proxy-tlspassword", "--oauth2-bearer",
    ].map { name in Array(name.utf8) }

    /// The options whose value has one behind a user or a file.
    private static let userOptions = [
        "--cert", "--proxy-cert", "-E", "--proxy-user", "-U", "--user", "-u",
    ].map { name in Array(name.utf8) }

    /// What an option says of its value; nil where it says nothing.
    private static func form(of option: ArraySlice<UInt8>) -> Form? {
        guard option.first == UInt8(ascii: "-") else { return nil }
        if secretOptions.contains(where: option.elementsEqual) { return .whole }
        return userOptions.contains(where: option.elementsEqual) ? .behindColon : nil
    }

    /// Finds the secrets of the commands of curl in a text, in order: what looks like one, for manuals have such commands
    /// too.
    static func spans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var position = 0
        while let first = commands.first(in: text.span, from: position) {
            position = first + 1
            guard text[(text.startIndex + first)...].starts(with: command) else { continue }
            position = spans(ofCommandAt: text.startIndex + first, in: text, &found) - text.startIndex
        }
        return found
    }

    private static let command = Array("curl ".utf8)
    private static let commands = ByteSieve(beginnings: ["curl "])

    /// Finds the secrets of one command, and gives the index behind it.
    private static func spans(
        ofCommandAt start: Int, in text: ArraySlice<UInt8>, _ found: inout [SecretSpan]
    ) -> Int {
        var option: Form?
        var index = start + command.count
        while index < text.endIndex {
            let byte = text[index]
            if "|;&".utf8.contains(byte) || byte.isLineEnd && text[index - 1] != UInt8(ascii: "\\") { return index + 1 }
            guard !byte.isWhiteSpace else {
                index += 1
                continue
            }
            let (word, end) = word(at: index, in: text)
            index = max(index + 1, end)
            if let form = option, let value = secret(in: word, form) { found.append(span(value, in: text)) }
            option = form(of: word)
        }
        return index
    }

    /// The word that begins at an index, without the quotation marks around it, and the index behind it and them.
    private static func word(at index: Int, in text: ArraySlice<UInt8>) -> (word: ArraySlice<UInt8>, end: Int) {
        let quote = text[index]
        if "\"'".utf8.contains(quote) {
            let content = text[(index + 1)...].prefix { byte in byte != quote }
            return (content, content.endIndex + 1)
        }
        let word = text[index...].prefix { byte in !byte.isWhiteSpace && !"\"'".utf8.contains(byte) }
        return (word, word.endIndex)
    }

    private static func secret(in word: ArraySlice<UInt8>, _ form: Form) -> ArraySlice<UInt8>? {
        var value = word
        if form == .behindColon {
            guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            value = word[(colon + 1)...]
        }
        return SecretLook.isSecret(value) ? value : nil
    }

    private static func span(_ value: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> SecretSpan {
        let start = text.startIndex
        return SecretSpan(
            kind: .password, value: String(decoding: value, as: UTF8.self),
            range: value.startIndex - start..<value.endIndex - start, name: nil, hasOrdinaryName: false)
    }
}
