internal import CaptureReading
internal import Comparison
internal import Findings
internal import Redaction

/// What differs in a pair, as blocks of text.
struct DiffPairText {
    private let pair: PairComparison
    private let redactor: Redactor
    private let options: TextOptions

    /// Takes a pair.
    init(_ pair: PairComparison, _ redactor: Redactor, _ options: TextOptions) {
        self.pair = pair
        self.redactor = redactor
        self.options = options
    }

    /// The columns that a path takes at least.
    private static let pathColumns = 28

    /// The blocks.
    var blocks: [Block] {
        var rows: [[Inline]] = []
        rows += named([.config, .safety], "config")
        rows += headers
        rows += turns
        rows += answer
        rows += named([.usage], "usage")
        rows += named([.images], "images")
        rows += findings
        if !pair.uncompared.isEmpty {
            rows.append(["", Inline("not compared: \(pair.uncompared.joined(separator: ", "))", .faint)])
        }
        if pair.isUnread { rows.append(["", Inline("differs; moved too far to be compared in detail", .faint)]) }
        let places = [("A", pair.a), ("B", pair.b)].compactMap { name, digest in
            digest.map { digest in "\(name):\(digest.summary.location.line)" }
        }
        let numbers = [pair.a?.summary.number, pair.b?.summary.number].compactMap { number in number }
        let title =
            "#" + Set(numbers).sorted { left, _ in left == numbers.first }.map(String.init).joined(separator: ">")
        return [
            .facts([heading(title, places.joined(separator: "  "))], gap: 0),
            .rows(Rows(rows, indent: 2, gaps: [2])),
        ]
    }

    /// The title, what was asked for, and at the right edge where both sides stand.
    private func heading(_ title: String, _ places: String) -> Inline {
        let words = title + "  " + request
        let used = SafeText.width(of: SafeText.escape(words)) + places.utf8.count + 3
        let padding = String(repeating: " ", count: max(2, options.width - used))
        return Inline(title, .strong) + Inline("  " + request + padding) + Inline(places, .faint)
    }

    /// What was asked for: method and the end of the path.
    private var request: String {
        guard let summary = (pair.b ?? pair.a)?.summary else { return "" }
        let path = summary.path.map { path -> String in
            let last = path.split(separator: "/").last.map(String.init) ?? path
            guard let model = summary.model, last.hasPrefix(model), last != model else { return path }
            return "\u{2026}" + last.dropFirst(model.count)
        }
        let words = [summary.method, path].compactMap { word in word }
        return redactor.redact(words.isEmpty ? pair.b?.dialect ?? "exchange" : words.joined(separator: " "))
    }

    // MARK: Names

    private func changes(in areas: [Change.Area]) -> [Change] {
        pair.changes.filter { change in areas.contains(change.area) }
    }

    private func named(_ areas: [Change.Area], _ title: String) -> [[Inline]] {
        titled(changes(in: areas).map(row), title)
    }

    /// Rows with a title before the first.
    private func titled(_ rows: [Inline], _ title: String) -> [[Inline]] {
        rows.enumerated().map { index, row in [DiffPairText.title(index == 0 ? title : ""), row] }
    }

    /// A title in columns that all titles fit in, so that one pair lines up with the next.
    private static func title(_ words: String) -> Inline {
        Inline(words, .strong) + Inline(String(repeating: " ", count: max(0, 8 - words.utf8.count)))
    }

    private func row(_ change: Change) -> Inline {
        let path = redactor.redact(DiffPairText.shortened(change.path))
        let padding = String(
            repeating: " ", count: max(2, DiffPairText.pathColumns + 2 - SafeText.width(of: SafeText.escape(path))))
        let flag = change.isLoosened ? Inline("   !", .severity(.high)) : ""
        return Inline(path + padding) + values(of: change) + flag
    }

    /// A path without the beginning that all categories have.
    private static func shortened(_ path: String) -> String {
        let beginning = "safetySettings[HARM_CATEGORY_"
        return path.hasPrefix(beginning) ? "safetySettings[" + path.dropFirst(beginning.count) : path
    }

    private func values(of change: Change) -> Inline {
        let isSetting = change.area == .config || change.area == .safety
        let absent = Inline(isSetting ? "(default)" : "(none)", .faint)
        if case .number(let from) = change.from, case .number(let to) = change.to {
            return Inline(change.area == .usage ? DiffRow.growth(from, to) : "\(from) > \(to)")
        }
        if let words = imageWords(change) { return words }
        if case .field = change.from, case .field = change.to, let words = productWords(change) { return words }
        let from = change.from.map { value in shown(value) } ?? absent
        let to = change.to.map { value in shown(value) } ?? absent
        return from + " > " + to
    }

    /// The most columns of a value.
    private static let valueColumns = 120

    private func shown(_ value: ComparedValue) -> Inline {
        Preview(of: ShownValue(value, redactor).text, columns: DiffPairText.valueColumns).inline()
    }

    /// Long lines that have much in common, word by word.
    private func productWords(_ change: Change) -> Inline? {
        guard let from = change.from, let to = change.to else { return nil }
        let texts = (ShownValue(from, redactor).text, ShownValue(to, redactor).text)
        guard texts.0.utf8.count + texts.1.utf8.count > 72 else { return nil }
        return WordDifferenceText(WordDifference(from: texts.0, to: texts.1)).inline
    }

    private func imageWords(_ change: Change) -> Inline? {
        guard let image = change.image, case .image(let from) = change.from, case .image(let to) = change.to else {
            return nil
        }
        let sizes = [from, to].map { facts in ImageWords.size(facts.width, facts.height) ?? "?" }
        var words = "\(sizes[0]) \(sizes[0] == sizes[1] ? "=" : ">") \(sizes[1])  "
        switch image.relation {
        case .samePixels: words += "same pixels, other bytes"
        case .differentPixels:
            let share = Tenths(thousandths: Int(((image.differingShare ?? 0) * 100_000).rounded()))
            words += "\(share) % of pixels differ"
        case .differentSize: words += "other size"
        case .differentBytes: words += "other bytes, pixels not compared"
        }
        if let distance = image.hashDistance, image.relation != .samePixels { words += ", pHash \(distance)/64" }
        return Inline(words)
    }

    private var headers: [[Inline]] {
        let rows = changes(in: [.headers]).map(row)
        guard !rows.isEmpty else { return [] }
        let same = pair.credentials.filter(\.isSame).map { credential in
            let mark = redactor.mark(of: credential.a.value)
            let kind = credential.a.kind.rawValue
            let words = "same \(kind)\(mark.map { mark in " (\(mark.name))" } ?? "")"
            let name = redactor.redact(credential.name)
            return Inline(
                name + String(repeating: " ", count: max(2, DiffPairText.pathColumns + 2 - name.count)) + words)
        }
        return titled(same + rows, "headers")
    }

    private var findings: [[Inline]] {
        let signs = changes(in: [.findings]).map { change in
            Inline(
                (change.operation == .add ? "+" : "-") + change.path,
                change.operation == .add ? .severity(.medium) : .good)
        }
        return signs.isEmpty ? [] : [[DiffPairText.title("findings"), Inline.joined(signs, by: "  ")]]
    }

    // MARK: Turns

    private var turns: [[Inline]] {
        let others = changes(in: [.conversation]).filter { change in change.turn == nil }.map(row)
        guard !pair.turns.isEmpty else { return titled(others, "talk") }
        let shared = pair.turns.prefix { row in row.relation == .same }
        var lines: [Inline] = []
        if let last = shared.last?.numberB, let first = shared.first?.numberB {
            lines.append(Inline("turns \(first)-\(last) shared (\(shared.count))", .faint))
        }
        var isFirst = true
        var same: [TurnRow] = []
        for row in pair.turns.dropFirst(shared.count) {
            if row.relation == .same {
                same.append(row)
                continue
            }
            lines += unchanged(same)
            same = []
            lines.append(line(row, isFirst: isFirst))
            isFirst = false
        }
        return titled(lines + unchanged(same) + others, "talk")
    }

    /// Turns in a row that are the same: one by one where they are few.
    private func unchanged(_ rows: [TurnRow]) -> [Inline] {
        guard rows.count > 3, let first = rows.first, let last = rows.last else {
            return rows.map { row in label(row) + "=" }
        }
        return [Inline("\(first.numberB ?? 0)-\(last.numberB ?? 0) =  (\(rows.count) turns)", .faint)]
    }

    private func label(_ row: TurnRow) -> Inline {
        let numbers = [row.numberA, row.numberB].compactMap { number in number }
        let number =
            numbers.count == 2 && numbers[0] != numbers[1] ? "\(numbers[0])>\(numbers[1])" : "\(numbers.first ?? 0)"
        let role = Preview(of: redactor.redact(row.role ?? "?"), columns: 12).text
        let gap = String(repeating: " ", count: max(1, 8 - SafeText.width(of: role)))
        return Inline((numbers == [0, 0] ? "" : number + " ") + role + gap)
    }

    private func line(_ row: TurnRow, isFirst: Bool) -> Inline {
        let note = isFirst && row.relation == .edited ? Inline("   < first edited turn", .faint) : ""
        guard let index = row.change, let turn = pair.changes[index].turn else {
            return label(row) + Inline(row.relation == .images ? "images differ" : "(left out)", .faint)
        }
        let words = turn.shown(redactor)
        let carried = turn.origin(row.relation).map { words in Inline("   (\(words))", .faint) }
        switch row.relation {
        case .inserted:
            return label(row) + Inline("{+", .good) + Preview(of: words.to, columns: 160).inline(.good)
                + Inline("+}", .good)
                + (carried ?? "")
        case .removed:
            return label(row) + Inline("[-", .severity(.high))
                + Preview(of: words.from, columns: 160).inline(.severity(.high)) + Inline("-]", .severity(.high))
                + (carried ?? "")
        default:
            return label(row) + WordDifferenceText(WordDifference(from: words.from, to: words.to)).inline
                + (carried ?? note)
        }
    }

    private var answer: [[Inline]] {
        let rows = changes(in: [.answer]).map { change -> Inline in
            guard let turn = change.turn else { return row(change) }
            let words = turn.shown(redactor)
            return WordDifferenceText(WordDifference(from: words.from, to: words.to)).inline
        }
        return titled(rows, "answer")
    }
}
