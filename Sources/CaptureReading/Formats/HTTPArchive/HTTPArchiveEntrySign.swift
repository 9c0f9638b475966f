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
    private static let usual = ["startedDateTime", "pageref"]

    /// How many names of the archive's own are kept.
    private static let ownLimit = 8

    /// The other names that sound entries of the archive began with.
    private var own: [[UInt8]] = []

    /// How many blanks stand before an entry that begins a line; nil where entries do not.
    private var indentation: Int?

    /// Learns how far in the first entry stands on its line; `count` is nil where something else stands before it.
    mutating func learn(indentation count: Int?) {
        indentation = count.flatMap { count in 1...64 ~= count ? count : nil }
    }

    /// Learns the name that an entry begins with, of which the first and every sound one is worth it.
    mutating func learn(from text: Span<UInt8>) {
        guard own.count < HTTPArchiveEntrySign.ownLimit,
            let name = HTTPArchiveEntrySign.name(in: text, at: 0)?.name, !isName(name)
        else { return }
        own.append(name)
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

    /// Whether an entry begins at the front of a text.
    func isAtFront(of text: Span<UInt8>) -> Bool { end(ofSignAt: 0, in: text) != nil }

    /// Whether one begins behind the first byte of a text, which is a bracket too many then.
    func isBehindFirstByte(of text: Span<UInt8>) -> Bool {
        end(ofSignAt: HTTPArchiveEntrySign.indexOfNonBlank(in: text, from: 1), in: text) != nil
    }

    /// Whether a text begins with the name of a member, and whether that is one that entries begin with; nil where
    /// no name with a colon stands there.
    func isEntryName(atFrontOf text: Span<UInt8>) -> Bool? {
        HTTPArchiveEntrySign.member(in: text, at: 0).map { member in isName(member.name) }
    }

    // MARK: The sign

    private func end(ofSignAt brace: Int, in text: Span<UInt8>) -> Int? {
        guard let (name, end) = HTTPArchiveEntrySign.name(in: text, at: brace) else { return nil }
        let before = HTTPArchiveEntrySign.byte(before: brace, in: text)
        guard before != UInt8(ascii: ":") else { return nil }
        let isBehindValue = before.map { byte in ",[]}".utf8.contains(byte) } ?? true
        // Those that browsers add of their own begin with a low line.
        let isSign =
            isName(name) || isBehindValue && (name.first == UInt8(ascii: "_") || isIndented(brace, text))
        return isSign && !HTTPArchiveEntrySign.isPage(name, in: text, from: end) ? end : nil
    }

    /// Whether entries begin with a name.
    private func isName(_ name: [UInt8]) -> Bool {
        HTTPArchiveEntrySign.usual.contains { text in text.utf8.elementsEqual(name) } || own.contains(name)
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
