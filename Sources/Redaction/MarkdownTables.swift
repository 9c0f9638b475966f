internal import ByteCoding

/// The secrets in tables of Markdown: beside a cell with the name of one, or below it.
///
///     | Name     | Password |
///     |----------|----------|
///     | joe      | …        |
struct MarkdownTables {
    private let text: ArraySlice<UInt8>
    private var found: [SecretSpan] = []

    /// The cells of the row that was read last.
    private var last: [ArraySlice<UInt8>] = []

    /// What the heads of the columns say of the cells below.
    private var columns: [SecretName?] = []

    /// Finds the secrets of a text, in order.
    static func spans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        var tables = MarkdownTables(text: text)
        var position = 0
        var end: Int?
        while let bar = bars.first(in: text.span, from: position) {
            let start = text.startIndex + bar
            let lineEnd = text[start...].firstIndex(where: \.isLineEnd) ?? text.endIndex
            position = lineEnd - text.startIndex
            guard isFirst(start, in: text) else { continue }
            let isNext = end.map { end in text[end..<start].allSatisfy(\.isWhiteSpace) } ?? false
            tables.read(text[start..<lineEnd], isNext: isNext)
            end = lineEnd
        }
        return tables.found
    }

    private init(text: ArraySlice<UInt8>) { self.text = text }

    private static let bars = ByteSieve(anyOf: "|".utf8)

    /// How far a row is indented at most, and how long it is at most, in bytes.
    private static let longestIndent = 16
    private static let longestRow = 4096

    /// The longest name of a secret, in bytes.
    private static let longestName = 64

    /// Whether nothing but blanks stands before an index on its line.
    private static func isFirst(_ index: Int, in text: ArraySlice<UInt8>) -> Bool {
        let head = text[..<index].suffix(longestIndent).reversed().drop(while: \.isBlank)
        return head.first.map(\.isLineEnd) ?? (index - text.startIndex <= longestIndent)
    }

    /// Reads a row, which belongs to the table of the last one or begins another.
    private mutating func read(_ row: ArraySlice<UInt8>, isNext: Bool) {
        if !isNext { columns = [] }
        guard row.count <= MarkdownTables.longestRow else { return }
        // The first bar opens the row.
        let cells = row.dropFirst().split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            .map(MarkdownTables.bare)
        defer { last = cells }
        if isNext, MarkdownTables.isRule(cells) {
            columns = last.map(MarkdownTables.meaning)
            return
        }
        for (meaning, cell) in zip(columns, cells) {
            if let meaning { note(cell, meaning) }
        }
        for (name, cell) in zip(cells, cells.dropFirst()) {
            if let meaning = MarkdownTables.meaning(of: name) { note(cell, meaning) }
        }
    }

    private mutating func note(_ cell: ArraySlice<UInt8>, _ meaning: SecretName) {
        let isSecret = meaning.kind == .password ? SecretLook.isSecret(cell) : SecretLook.isNoWord(cell)
        guard isSecret, found.last.map({ span in span.range.lowerBound != cell.startIndex - text.startIndex }) ?? true
        else {
            return
        }
        found.append(SecretSpan(meaning.kind, cell).shifted(by: -text.startIndex))
    }

    private static func meaning(of cell: ArraySlice<UInt8>) -> SecretName? {
        guard (3...longestName).contains(cell.count), SecretPlaces.mayName(member: cell) else { return nil }
        return SecretPlaces.name(ofMember: String(decoding: cell, as: UTF8.self))
    }

    /// Whether cells are those of the row below the heads of columns: hyphens in each, but behind a bar at the end.
    private static func isRule(_ cells: [ArraySlice<UInt8>]) -> Bool {
        let filled = cells.last?.isEmpty ?? false ? cells.dropLast() : cells[...]
        return !filled.isEmpty
            && filled.allSatisfy { cell in
                cell.contains(UInt8(ascii: "-")) && cell.allSatisfy { byte in "-:".utf8.contains(byte) }
            }
    }

    /// What a cell says, without the blanks and the marks around it.
    private static func bare(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = cell.firstIndex(where: { byte in !byte.isBlank }),
            let last = cell.lastIndex(where: { byte in !byte.isBlank })
        else { return cell.prefix(0) }
        var content = cell[first...last]
        while content.count > 2, let mark = content.first, content.last == mark, "*_`".utf8.contains(mark) {
            content = content.dropFirst().dropLast()
        }
        return content
    }
}
