/// A model's name in its parts, without what clouds and relays put around it.
///
/// `us.anthropic.claude-3-7-sonnet-20250219-v1:0` has the maker `anthropic`, the words `claude` and `sonnet`, the version 3,
/// 7 and the date 20250219.
struct ModelName {
    /// The words that are no numbers, in the order of the alphabet: relays put them in orders of their own.
    private let words: [String]

    /// The numbers of the version, in their order.
    private let version: [String]

    /// The numbers of dates and releases, in their order.
    private let dates: [String]

    /// Who made it, where a cloud says so before the name.
    private let maker: String?

    /// What stands behind a colon and is no revision of a cloud: the size of a model, or the host that a relay asks.
    private let tag: String?

    /// Reads a name without the collections of a resource name.
    init(_ name: String) {
        var rest = Substring(name.lowercased())
        // A model that somebody tuned is known by the one below it.
        if rest.hasPrefix("ft:") { rest = rest.dropFirst(3).prefix { character in character != ":" } }
        let head = rest.prefix { character in character != ":" }
        let tail = rest.dropFirst(head.count + 1)
        var labels = head
        var maker: Substring?
        while let dot = labels.firstIndex(of: "."), ModelName.isWord(labels[..<dot]) {
            maker = labels[..<dot]
            labels = labels[labels.index(after: dot)...]
        }
        var parts = labels.split { character in "-@".contains(character) }
        if parts.first == "databricks" { parts.removeFirst() }
        let isOfCloud = maker != nil || ModelName.isNumber(tail)
        if isOfCloud, parts.count > 1, let last = parts.last, last.first == "v", ModelName.isNumber(last.dropFirst()) {
            parts.removeLast()
        }
        tag = tail.isEmpty || ModelName.isNumber(tail) ? nil : String(tail)
        self.maker = maker.map(String.init)
        let isDate = parts.indices.map { index in ModelName.isDate(at: index, in: parts) }
        words = parts.filter { part in !ModelName.isNumber(part) }.map(String.init).sorted()
        dates = zip(parts, isDate).compactMap { part, isDate in isDate ? String(part) : nil }
        version = zip(parts, isDate).compactMap { part, isDate in
            !isDate && ModelName.isNumber(part) ? String(part) : nil
        }
    }

    /// Whether an answer of this model is one to a question that was put to another one: the same, of any date.
    func answers(_ asked: ModelName) -> Bool {
        // `-0` asks for the newest of a version, and a word behind a colon for a host.
        let isTagged = tag == asked.tag || tag == nil && asked.tag?.contains(where: \.isNumber) != true
        let isMade = maker == nil || asked.maker == nil || maker == asked.maker
        return words == asked.words && (asked.version == version || asked.version == version + ["0"])
            && dates.starts(with: asked.dates) && isTagged && isMade
    }

    private static func isWord(_ text: Substring) -> Bool {
        text.allSatisfy { character in character.isLetter || character == "-" }
    }

    /// Whether a text is the number of a version: `3`, `4.5`, `20260101`.
    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
            }
    }

    /// Whether a part is a date or the number of a release: three digits or more, or two beside others of a date.
    private static func isDate(at index: Int, in parts: [Substring]) -> Bool {
        func digits(_ index: Int) -> Int {
            parts.indices.contains(index) && isNumber(parts[index]) && !parts[index].contains(".")
                ? parts[index].utf8.count : 0
        }
        let count = digits(index)
        return count > 2 || count == 2 && (digits(index - 1) > 1 || digits(index + 1) > 1)
    }
}
