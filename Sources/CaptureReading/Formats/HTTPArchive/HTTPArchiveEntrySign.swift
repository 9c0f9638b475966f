internal import ByteCoding
internal import JSONReading

/// What the beginning of an entry looks like, by which reading goes on behind one whose brackets or quotes are damaged.
///
/// No sound string holds a brace, a quote and a name without a backslash, so the sign is never met in content. It is
/// looked for whatever the quotes before it say.
struct HTTPArchiveEntrySign {
    /// Where a sign stands, in bytes from the beginning of the text.
    struct Occurrence {
        /// The offset of the brace.
        let start: Int

        /// The offset behind the colon.
        let end: Int
    }

    /// How many bytes before or behind a brace are looked at.
    static let reach = 512

    /// The names that entries begin with in the archives of most tools, and nothing else in one but a page.
    private static let strong = ["startedDateTime", "pageref", "request"]

    /// Names that entries begin with in some archives.
    private static let weak = ["response", "cache", "timings", "connection", "serverIPAddress"]

    /// Names that the objects inside an entry begin with.
    private static let inner = ["name", "value", "type", "id", "time", "path", "data", "eventName", "opcode", "fileName"]

    /// The name that the archive's first entry begins with, where nothing inside an entry does.
    private var ownName: [UInt8] = []

    /// How many blanks stand before an entry that begins a line; nil where entries do not.
    private var indentation: Int?

    /// Learns from the first entry.
    ///
    /// - Parameters:
    ///   - text: the text from its brace on.
    ///   - indentation: how many blanks stand before it on its line, nil where something else does.
    mutating func learn(from text: Span<UInt8>, indentation: Int?) {
        self.indentation = indentation.flatMap { count in 1...64 ~= count ? count : nil }
        guard let name = HTTPArchiveEntrySign.name(in: text, at: 0)?.name, !HTTPArchiveEntrySign.isInner(name) else {
            return
        }
        ownName = name
    }

    /// The first sign whose brace stands in a range.
    func first(in text: Span<UInt8>, range: Range<Int>) -> Occurrence? {
        let searched = text.extracting(..<min(range.upperBound, text.count))
        var position = range.lowerBound
        while position < searched.count,
            let brace = ByteScan.first(UInt8(ascii: "{"), in: searched, from: position)
        {
            if let end = end(ofSignAt: brace, in: text) { return Occurrence(start: brace, end: end) }
            position = brace + 1
        }
        return nil
    }

    /// Whether an object at an offset is none that stands in a list of entries, by its first name.
    static func isInner(in text: Span<UInt8>, at brace: Int) -> Bool {
        name(in: text, at: brace).map { member in isInner(member.name) } ?? false
    }

    /// Whether a text begins with the name of a member of an entry: one whose brace is lost.
    func beginsWithName(_ text: Span<UInt8>) -> Bool {
        guard let member = HTTPArchiveEntrySign.member(in: text, at: 0) else { return false }
        return isName(member.name)
    }

    // MARK: The sign

    private func end(ofSignAt brace: Int, in text: Span<UInt8>) -> Int? {
        guard let (name, end) = HTTPArchiveEntrySign.name(in: text, at: brace) else { return nil }
        let before = HTTPArchiveEntrySign.byte(before: brace, in: text)
        guard before != UInt8(ascii: ":"), !HTTPArchiveEntrySign.isInner(name) else { return nil }
        let isBehindValue = before.map { byte in ",[]}".utf8.contains(byte) } ?? true
        guard HTTPArchiveEntrySign.strong.contains(name) || isBehindValue && (isName(name) || isIndented(brace, text))
        else { return nil }
        return HTTPArchiveEntrySign.isPage(name, in: text, from: end) ? nil : end
    }

    /// Whether entries begin with a name; those that browsers add of their own begin with a low line.
    private func isName(_ name: [UInt8]) -> Bool {
        name.first == UInt8(ascii: "_") || name == ownName || HTTPArchiveEntrySign.strong.contains(name)
            || HTTPArchiveEntrySign.weak.contains(name)
    }

    /// Whether a brace begins its line as far in as the first entry's.
    private func isIndented(_ brace: Int, _ text: Span<UInt8>) -> Bool {
        guard let indentation, brace > indentation else { return false }
        for index in brace - indentation..<brace where !text[index].isBlank { return false }
        return text[brace - indentation - 1].isLineEnd
    }

    /// Whether an object that begins with the time when it started is a page.
    private static func isPage(_ name: [UInt8], in text: Span<UInt8>, from end: Int) -> Bool {
        guard name.elementsEqual("startedDateTime".utf8) else { return false }
        let sign = Array("\"pageTimings\"".utf8)
        let last = min(end + reach, text.count) - sign.count
        var position = end
        while position <= last, let quote = ByteScan.first(sign[0], in: text.extracting(..<last), from: position) {
            if sign.indices.allSatisfy({ index in text[quote + index] == sign[index] }) { return true }
            position = quote + 1
        }
        return false
    }

    /// The name of the first member of an object and the offset behind the colon; nil where no object has one.
    private static func name(in text: Span<UInt8>, at brace: Int) -> (name: [UInt8], end: Int)? {
        guard brace < text.count, text[brace] == UInt8(ascii: "{") else { return nil }
        return member(in: text, at: indexOfNonBlank(in: text, from: brace + 1))
    }

    /// The name of a member without escapes and the offset behind its colon.
    private static func member(in text: Span<UInt8>, at quote: Int) -> (name: [UInt8], end: Int)? {
        guard quote < text.count, text[quote] == UInt8(ascii: "\"") else { return nil }
        var name: [UInt8] = []
        var index = quote + 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            guard name.count < 64, text[index] > 0x20, text[index] != UInt8(ascii: "\\") else { return nil }
            name.append(text[index])
            index += 1
        }
        let colon = indexOfNonBlank(in: text, from: index + 1)
        return colon < text.count && text[colon] == UInt8(ascii: ":") ? (name, colon + 1) : nil
    }

    private static func isInner(_ name: [UInt8]) -> Bool { inner.contains(name) }

    /// The last byte before an offset that is no white space, within reach.
    private static func byte(before offset: Int, in text: Span<UInt8>) -> UInt8? {
        for index in stride(from: offset - 1, through: max(0, offset - reach), by: -1) where !text[index].isWhiteSpace {
            return text[index]
        }
        return nil
    }

    private static func indexOfNonBlank(in text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < min(text.count, start + reach), text[index].isWhiteSpace { index += 1 }
        return index
    }
}

extension [String] {
    /// Whether one of the texts has these bytes.
    fileprivate func contains(_ bytes: [UInt8]) -> Bool {
        contains { text in text.utf8.elementsEqual(bytes) }
    }
}
