internal import ByteCoding

/// One option of a command with its value, or a URL.
struct CurlArgument {
    /// The long name of the option; `url` for a word that is none.
    let name: String

    /// The value; nil for an option without one.
    let value: ShellWord?

    /// The word that the option stands in.
    let word: ShellWord

    /// How many options stand here that nobody knows; 0 for one that is known.
    var unknownCount = 0

    /// Where the word begins.
    var place: Place { word.place }

    /// Reads the words behind `curl`.
    static func all(in words: ArraySlice<ShellWord>) -> [CurlArgument] {
        var arguments: [CurlArgument] = []
        var rest = words
        while let word = rest.popFirst() {
            let bytes = word.bytes.bytes
            if bytes.count > 1, bytes[0] == UInt8(ascii: "-"), bytes[1] != UInt8(ascii: "-") {
                arguments += letters(of: word, &rest)
            } else if bytes.count > 2, bytes.starts(with: "--".utf8) {
                arguments.append(long(word, &rest))
            } else if !bytes.elementsEqual("--".utf8), !bytes.isEmpty {
                arguments.append(CurlArgument(name: "url", value: word, word: word))
            }
        }
        return arguments
    }

    /// Reads the words behind `curl`, for each request of a command those that are its own.
    ///
    /// Every request but the first begins with the option `next`, behind which nothing of the one before counts.
    static func requests(in words: ArraySlice<ShellWord>) -> [[CurlArgument]] {
        var requests: [[CurlArgument]] = [[]]
        for argument in all(in: words) {
            if argument.name == "next" { requests.append([]) }
            requests[requests.count - 1].append(argument)
        }
        return requests
    }

    /// Reads `--header` and `--header=…`; `--expand-header` is the same with variables in the value.
    private static func long(_ word: ShellWord, _ rest: inout ArraySlice<ShellWord>) -> CurlArgument {
        var name = String(word.text.dropFirst(2))
        if name.hasPrefix("expand-") { name = String(name.dropFirst(7)) }
        // `--name=value`, which curl reads since 8.16.
        if let equals = name.firstIndex(of: "="), CurlOptions.kind(String(name[..<equals])) == .value {
            let length = word.bytes.bytes.firstIndex(of: UInt8(ascii: "=")) ?? 0
            return CurlArgument(
                name: String(name[..<equals]), value: word.dropping(length + 1), word: word)
        }
        switch CurlOptions.kind(name) {
        case .flag: return CurlArgument(name: name, value: nil, word: word)
        case .value: return CurlArgument(name: name, value: rest.popFirst(), word: word)
        case .unknown:
            // A word behind it that is neither an option nor a URL can only be its value.
            let isValue = rest.first.map { next in
                next.bytes.bytes.first != UInt8(ascii: "-") && !next.text.utf8.contains(UInt8(ascii: "/"))
            }
            let value = isValue == true ? rest.popFirst() : nil
            return CurlArgument(name: name, value: value, word: word, unknownCount: 1)
        }
    }

    /// Reads `-sS`, `-XPOST` and `-d …`.
    ///
    /// What is unknown is counted, and a flag that comes again says nothing new: a word may be any number of letters.
    private static func letters(of word: ShellWord, _ rest: inout ArraySlice<ShellWord>) -> [CurlArgument] {
        var arguments: [CurlArgument] = []
        var unknown: Int?
        for (index, letter) in word.bytes.bytes.enumerated().dropFirst() {
            guard let name = CurlOptions.name(ofLetter: letter) else {
                if let unknown {
                    arguments[unknown].unknownCount += 1
                } else {
                    unknown = arguments.count
                    let spelled = String(decoding: CollectionOfOne(letter), as: UTF8.self)
                    arguments.append(CurlArgument(name: spelled, value: nil, word: word, unknownCount: 1))
                }
                continue
            }
            guard CurlOptions.kind(name) == .value else {
                if !arguments.contains(where: { argument in argument.name == name }) {
                    arguments.append(CurlArgument(name: name, value: nil, word: word))
                }
                continue
            }
            let isLast = index + 1 == word.bytes.bytes.count
            let value = isLast ? rest.popFirst() : word.dropping(index + 1)
            arguments.append(CurlArgument(name: name, value: value, word: word))
            break
        }
        return arguments
    }
}
