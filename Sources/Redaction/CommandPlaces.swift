internal import ByteCoding

/// The secrets that commands of shells take as their words, and those in the lines of a `.netrc`.
///
/// A word of a command follows its option or its setting: `mysql -p…`, `sshpass -p …`, `setx API_KEY …`. What stands behind
/// a long option of any program is found as such.
enum CommandPlaces {
    /// What gives a secret away, and where that stands.
    private struct Form {
        /// What stands right before the value, or before its name.
        let lead: String

        /// Words of which one stands in the command before; none where the lead begins the command.
        var words: [String] = []

        /// Programs of which one is the command's; none where the words tell enough.
        var programs: [String] = []

        var value = Value.next
    }

    private enum Value {
        /// The next word.
        case next

        /// What the lead goes on with.
        case attached

        /// What stands behind a colon in the next word.
        case behindColon

        /// The word behind the next one, which has the name.
        case named

        /// The word behind `password`, as a `.netrc` has it behind a login.
        case behindLogin
    }

    private static let forms =
        [
            Form(lead: " -p", words: ["mysql", "mysqldump", "mysqladmin", "mariadb", "sshpass"], value: .attached),
            Form(lead: " -p ", words: ["sshpass"]),
            Form(lead: " -p ", words: ["login"], programs: ["docker", "podman", "helm"]),
            Form(lead: " -a ", words: ["http", "https", "xh", "xhs"], value: .behindColon),
            Form(lead: " -a ", words: ["redis-cli"]),
            Form(lead: "<<< ", words: ["--with-token", "--password-stdin"]),
            Form(lead: "<<<", words: ["--with-token", "--password-stdin"], value: .attached),
            Form(lead: " set ", words: ["configure"], value: .named),
            Form(lead: "login ", words: ["machine", "default"], value: .behindLogin),
        ]
        + ["setx ", "setenv ", "set -x ", "set -gx ", "set -Ux ", "set -xg "].map { lead in
            Form(lead: lead, value: .named)
        }

    private static let leads = ByteSieve(beginnings: forms.map(\.lead))

    /// How far before a lead its line is looked at, and how long a word may be, in bytes.
    private static let reach = 128
    private static let longestWord = 4096

    /// Finds the secrets of a text, in order.
    static func spans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var position = 0
        while let first = leads.first(in: text.span, from: position) {
            position = first + 1
            let start = text.startIndex + first
            for form in forms where text[start...].starts(with: form.lead.utf8) && isMet(form, before: start, in: text)
            {
                guard let span = span(of: form, in: text[(start + form.lead.utf8.count)...]) else { continue }
                found.append(span.shifted(by: -text.startIndex))
                position = max(position, span.range.upperBound - text.startIndex)
                break
            }
        }
        return found
    }

    /// Whether what stands in the command before a lead is what a form has there.
    private static func isMet(_ form: Form, before start: Int, in text: ArraySlice<UInt8>) -> Bool {
        let near = text[..<start].suffix(reach)
        let line = near[(near.lastIndex(where: endsCommand).map { last in last + 1 } ?? near.startIndex)...]
        guard !form.words.isEmpty else {
            return line.last.map { byte in byte.isBlank || "\"'`;&|(>".utf8.contains(byte) } ?? true
        }
        // The lines of a `.netrc` may be cut anywhere.
        let head = form.value == .behindLogin ? near : line
        return holds(oneOf: form.words, in: head)
            && (form.programs.isEmpty || holds(oneOf: form.programs, in: head))
    }

    /// Whether one of some words stands in a text as a word.
    private static func holds(oneOf words: [String], in text: ArraySlice<UInt8>) -> Bool {
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(where: endsWord) ?? text.endIndex
            let word = text[start..<end]
            if words.contains(where: { other in other.utf8.count == word.count && word.elementsEqual(other.utf8) }) {
                return true
            }
            start = end + 1
        }
        return false
    }

    private static func endsCommand(_ byte: UInt8) -> Bool { byte.isLineEnd || ";&|".utf8.contains(byte) }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ";"), UInt8(ascii: "&"),
            UInt8(ascii: "|"), UInt8(ascii: "("):
            true
        default: byte.isWhiteSpace
        }
    }

    /// The secret of a form whose lead a text stands behind; its range is that of the slice.
    private static func span(of form: Form, in rest: ArraySlice<UInt8>) -> SecretSpan? {
        switch form.value {
        case .next: return span(.password, word(in: rest))
        case .attached: return rest.first?.isBlank ?? true ? nil : span(.password, word(in: rest))
        case .behindColon:
            let word = word(in: rest)
            return word.firstIndex(of: UInt8(ascii: ":")).flatMap { colon in span(.password, word[(colon + 1)...]) }
        case .named:
            let name = word(in: rest)
            guard name.count < reach, SecretPlaces.mayName(member: name),
                let meaning = SecretPlaces.name(ofMember: String(decoding: name, as: UTF8.self))
            else { return nil }
            return span(meaning.kind, word(in: behind(name, in: rest)), name: name)
        case .behindLogin:
            let rest = behind(word(in: rest.drop(while: \.isWhiteSpace)), in: rest).drop(while: \.isWhiteSpace)
            guard rest.starts(with: "password".utf8), rest.dropFirst(8).first?.isWhiteSpace ?? false else { return nil }
            return span(.password, word(in: rest.dropFirst(8).drop(while: \.isWhiteSpace)))
        }
    }

    private static func span(
        _ kind: Secret.Kind, _ value: ArraySlice<UInt8>, name: ArraySlice<UInt8>? = nil
    ) -> SecretSpan? {
        guard SecretLook.isSecret(value) else { return nil }
        return SecretSpan(kind, value, name: name.map { name in String(decoding: name, as: UTF8.self) })
    }

    /// The first word of a line, without the quotation marks around it.
    private static func word(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = line.drop(while: \.isBlank).prefix(longestWord)
        guard let quote = rest.first, "\"'".utf8.contains(quote) else {
            return rest.prefix { byte in byte > 0x20 && !"\"'`;|&<>()".utf8.contains(byte) }
        }
        return rest.dropFirst().prefix { byte in byte != quote && !byte.isLineEnd }
    }

    /// What stands behind a word, and behind the quotation mark that closes it.
    private static func behind(_ word: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = text[word.endIndex...]
        return rest.first.map { byte in "\"'".utf8.contains(byte) } ?? false ? rest.dropFirst() : rest
    }
}
