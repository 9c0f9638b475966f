internal import Comparison
internal import Findings
internal import Redaction

/// A pair as a row of the table that begins a comparison.
struct DiffRow {
    private let pair: PairComparison
    private let redactor: Redactor

    /// Takes a pair.
    init(_ pair: PairComparison, _ redactor: Redactor) {
        self.pair = pair
        self.redactor = redactor
    }

    /// The cells: both numbers, what became of it, what it is, turns, tokens, time.
    var cells: [Inline] {
        [number(pair.a), number(pair.b), mark, what, turns, tokens, time]
    }

    private func number(_ digest: ExchangeDigest?) -> Inline {
        digest.map { digest in Inline("\(digest.summary.number)") } ?? ExchangeRow.unknown
    }

    private var mark: Inline {
        switch pair.state {
        case .onlyA: Inline("<", .severity(.high))
        case .onlyB: Inline(">", .good)
        case .same: Inline("=")
        case .changed: Inline("~", .severity(.medium))
        case .moved: pair.isChanged ? Inline("~", .severity(.medium)) : Inline("=")
        }
    }

    /// What became of the pair, in words.
    var state: Inline {
        switch pair.state {
        case .onlyA: Inline("only in A", .severity(.medium))
        case .onlyB: Inline("only in B", .severity(.medium))
        case .same: Inline("same")
        case .changed: Inline("changed", .severity(.medium))
        case .moved:
            Inline(
                "moved, \(place)\(pair.isChanged ? ", changed" : "")", pair.isChanged ? .severity(.medium) : .plain)
        }
    }

    /// The model, else the method and the path.
    var name: Inline {
        Preview(of: name(of: pair.b ?? pair.a), columns: 100).inline()
    }

    /// Where a pair that was moved stood in the first session.
    private var place: String {
        pair.movedFromBefore.map { number in "was before A\(number)" } ?? "was last"
    }

    private var what: Inline {
        let name = Inline(name(of: pair.b ?? pair.a))
        switch pair.state {
        case .onlyA: return Inline("removed   ") + name
        case .onlyB: return Inline("added   ") + name
        case .moved:
            return Inline("moved (\(place))   ") + name
        case .same, .changed: return name
        }
    }

    /// The model, else the method and the path; the host where nothing stands on the other side.
    private func name(of digest: ExchangeDigest?) -> String {
        guard let summary = digest?.summary else { return "" }
        let request = [summary.method, summary.path].compactMap { word in word }.joined(separator: " ")
        let name = summary.model ?? (request.isEmpty ? summary.mediaType ?? "?" : request)
        let isAlone = pair.a == nil || pair.b == nil
        return redactor.redact(isAlone && summary.model != nil ? "\(name)  \(summary.host ?? "")" : name)
    }

    /// How many turns were sent on both sides.
    var turns: Inline {
        guard let a = pair.a, let b = pair.b else { return Inline("") }
        guard let first = a.summary.turns, let second = b.summary.turns else { return ExchangeRow.unknown }
        let isSame = !pair.changes.contains { change in change.area == .conversation }
        return Inline("\(first) \(isSame ? "=" : "~") \(second)")
    }

    /// The tokens of prompt and answer on both sides.
    var tokens: Inline {
        guard let a = pair.a, let b = pair.b else { return Inline("") }
        let counts = (a.inputTokens, a.outputTokens, b.inputTokens, b.outputTokens)
        guard counts.0 ?? counts.1 ?? counts.2 ?? counts.3 != nil else { return ExchangeRow.unknown }
        switch (counts.0 == counts.2, counts.1 == counts.3) {
        case (true, true): return Inline("\(DiffRow.words(counts.0))/\(DiffRow.words(counts.1))  =")
        case (false, true): return Inline(DiffRow.growth(counts.0, counts.2))
        case (true, false): return Inline("/" + DiffRow.growth(counts.1, counts.3))
        case (false, false):
            let sides = [(counts.0, counts.1), (counts.2, counts.3)]
            return Inline(
                sides.map { side in "\(DiffRow.words(side.0))/\(DiffRow.words(side.1))" }.joined(separator: ">"))
        }
    }

    private static func words(_ count: Int?) -> String {
        count.map(String.init) ?? "-"
    }

    /// A number and what became of it: `1402>1530 +9%`.
    static func growth(_ from: Int?, _ to: Int?) -> String {
        let words = "\(words(from))>\(words(to))"
        return percent(from, to).map { percent in "\(words) \(percent)" } ?? words
    }

    /// How much larger a number became: `+9%`; nil where one is not known, or the change says nothing in percent.
    static func percent(_ from: Int?, _ to: Int?) -> String? {
        guard let from, let to, from > 0 else { return nil }
        let percent = ((Double(to) - Double(from)) / Double(from) * 100).rounded()
        guard abs(percent) < 100_000 else { return nil }
        return "\(percent < 0 ? "" : "+")\(Int(percent))%"
    }

    /// How long the first took, and how much longer or shorter the second.
    var time: Inline {
        guard let a = pair.a, let b = pair.b else { return Inline("") }
        guard let first = a.summary.duration, let second = b.summary.duration else { return ExchangeRow.unknown }
        let difference = min(max(second - first, -1e12), 1e12).rounded()
        let isShort = first < 1_000
        let tenths = (abs(difference) / 100).rounded()
        let size = isShort ? "\(Int(abs(difference)))" : "\(Int(tenths) / 10).\(Int(tenths) % 10)"
        let isSame = isShort ? difference == 0 : tenths == 0
        return Inline(Wording.duration(measured: first))
            + Inline(isSame ? "  =" : " \(difference < 0 ? "-" : "+")\(size)", .faint)
    }
}
