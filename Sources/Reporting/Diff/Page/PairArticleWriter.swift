internal import CaptureReading
internal import Comparison
internal import Findings
internal import Redaction

/// Puts what differs in a pair into words for a page.
struct PairArticleWriter {
    /// The pair.
    let pair: PairComparison

    /// Takes the secrets out.
    let redactor: Redactor

    /// The name of its place in the page.
    let anchor: Anchor

    /// What was kept of its exchanges.
    let extras: PairExtras?

    /// Whether nothing is left out.
    let isVerbose: Bool

    /// The article.
    func article(isOpen: Bool) -> PairArticle {
        let row = DiffRow(pair, redactor)
        var number = 0
        let sections = PairSection.Kind.allCases.compactMap { kind in section(kind, &number) }
        let numbers = [pair.a, pair.b].map { digest in digest.map { digest in "\(digest.summary.number)" } ?? "-" }
        return PairArticle(
            anchor: anchor, isOpen: isOpen,
            numbers: Set(numbers).count == 1 ? numbers[0] : numbers.joined(separator: " → "),
            title: row.name, lead: [row.state] + reason + loosened, tiles: PairTiles(pair).tiles, sections: sections)
    }

    /// What made the two a pair.
    private var reason: [Inline] {
        guard let reason = pair.reason else { return [] }
        let score = pair.score.map { score in " (\(Int((score * 100).rounded())) %)" } ?? ""
        return [Inline("paired by \(PairArticleWriter.words(for: reason))\(score)")]
    }

    private static func words(for reason: PairReason) -> String {
        switch reason {
        case .sameRequest: "the same request"
        case .sameBody: "the same content"
        case .sameStart: "the same first turn"
        case .alike: "likeness"
        case .onlyConversation: "being the only conversations"
        case .position: "position"
        case .goesOn: "the longest prompt that the later one begins with"
        case .chosen: "choice"
        }
    }

    private var loosened: [Inline] {
        let count = pair.changes.count { change in change.isLoosened }
        return count > 0 ? [Inline("! \(Wording.count(count, "filter")) loosened", .severity(.high))] : []
    }

    // MARK: Sections

    private func section(_ kind: PairSection.Kind, _ number: inout Int) -> PairSection? {
        let entries: [PairSection.Entry] =
            switch kind {
            case .place: place(&number)
            case .config: rows(in: .config, &number) { change in !PairArticleWriter.isTool(change) }
            case .tools: rows(in: .config, &number, where: PairArticleWriter.isTool)
            case .safety: rows(in: .safety, &number)
            case .headers: headers(&number)
            case .conversation: conversation(&number)
            case .answer: rows(in: .answer, &number)
            case .usage: rows(in: .usage, &number)
            case .images: rows(in: .images, &number)
            case .findings: rows(in: .findings, &number)
            }
        guard !entries.isEmpty else { return nil }
        let count = entries.count { entry in if case .change = entry { true } else { false } }
        return PairSection(
            kind: kind, entries: entries, lead: count > 0 ? [Inline(Wording.count(count, "change"))] : [])
    }

    private static func isTool(_ change: Change) -> Bool {
        change.path.hasPrefix("tools[") || change.path == "tools"
    }

    private func nextAnchor(_ number: inout Int) -> Anchor {
        number += 1
        return anchor.change(number)
    }

    /// What became of the pair as a whole, where that is more than its differences.
    private func place(_ number: inout Int) -> [PairSection.Entry] {
        var entries: [PairSection.Entry] = []
        let sides = (pair.a.map { digest in side(of: digest) }, pair.b.map { digest in side(of: digest) })
        let none = ComparedSide(content: .absent("none"))
        if pair.a == nil || pair.b == nil || pair.isMoved {
            let row = ComparedRow(
                anchor: nextAnchor(&number), name: DiffRow(pair, redactor).state, from: sides.0 ?? none,
                to: sides.1 ?? none)
            entries.append(.change(row))
        }
        if pair.isUnread {
            let name = Inline("differs; moved too far to be compared in detail")
            entries.append(
                .change(
                    ComparedRow(
                        anchor: nextAnchor(&number), name: name, from: sides.0 ?? none, to: sides.1 ?? none)))
        }
        if !pair.uncompared.isEmpty {
            entries.append(
                .remark(
                    Inline(
                        "Not compared, for one capture does not have it: \(pair.uncompared.joined(separator: ", ")).")))
        }
        return entries
    }

    /// An exchange in a few words.
    private func side(of digest: ExchangeDigest) -> ComparedSide {
        let summary = digest.summary
        let facts = [
            "exchange \(summary.number)", summary.host.map { host in redactor.redact(host) },
            summary.status.map { status in "status \(status)" },
            summary.turns.map { turns in Wording.count(turns, "turn") },
            summary.tokens.map { tokens in Wording.count(tokens, "token") },
            summary.duration.map { time in Wording.duration(measured: time) },
        ].compactMap { fact in fact }
        let text = Preview(of: facts.joined(separator: " · "), columns: 240).text
        return ComparedSide(
            content: .text(pair.isMoved ? .sides(from: text, to: text, isWhole: true).from : MarkedText(allOf: text)),
            line: summary.location.line)
    }

    private func rows(
        in area: Change.Area, _ number: inout Int, where isWanted: (Change) -> Bool = { _ in true }
    ) -> [PairSection.Entry] {
        pair.changes.indices.filter { index in pair.changes[index].area == area && isWanted(pair.changes[index]) }.map {
            index in .change(row(index, &number))
        }
    }

    /// A difference of a value under a name.
    private func row(_ index: Int, _ number: inout Int) -> ComparedRow {
        let change = pair.changes[index]
        let sides = ChangeSides(change, redactor, isWhole: isVerbose, extras?.pictures[index])
        var row = ComparedRow(
            anchor: nextAnchor(&number), name: Preview(of: redactor.redact(change.path), columns: 200).inline(),
            isLoosened: change.isLoosened, from: sides.from, to: sides.to)
        row.notes = sides.notes
        row.map = extras?.pictures[index]?.map
        return row
    }

    /// The lines that differ, and the credentials that do not.
    private func headers(_ number: inout Int) -> [PairSection.Entry] {
        let others = Set(pair.credentials.filter { credential in !credential.isSame }.map(\.name))
        var entries: [PairSection.Entry] = rows(in: .headers, &number).map { entry in
            guard case .change(var row) = entry,
                let name = others.first(where: { row.name.text == redactor.redact($0) })
            else { return entry }
            let kind = pair.credentials.first { credential in credential.name == name }?.a.kind.rawValue ?? "key"
            row.notes.insert(Inline("another \(kind)", .severity(.medium)), at: 0)
            row.from.content = row.from.content.markedWhole
            row.to.content = row.to.content.markedWhole
            return .change(row)
        }
        guard !entries.isEmpty else { return [] }
        for credential in pair.credentials where credential.isSame {
            let mark = redactor.mark(of: credential.a.value).map { mark in " (\(mark.name))" }
            let words = "\(redactor.redact(credential.name)): the same \(credential.a.kind.rawValue)\(mark ?? "")"
            entries.append(.remark(Inline(words)))
        }
        return entries
    }

    // MARK: Turns

    private func conversation(_ number: inout Int) -> [PairSection.Entry] {
        var entries: [PairSection.Entry] = []
        var same: [TurnRow] = []
        var isFirstEdit = true
        for row in pair.turns {
            if row.relation == .same {
                same.append(row)
                continue
            }
            entries += unchanged(same, isFirst: entries.isEmpty)
            same = []
            entries.append(turn(row, isFirstEdit: isFirstEdit, &number))
            if row.relation == .edited { isFirstEdit = false }
        }
        entries += unchanged(same, isFirst: entries.isEmpty)
        let others = rows(in: .conversation, &number) { change in change.turn == nil }
        return entries + others
    }

    private func unchanged(_ rows: [TurnRow], isFirst: Bool) -> [PairSection.Entry] {
        guard !rows.isEmpty else { return [] }
        let count = "\(rows.count) \(isFirst ? "previous " : "")message\(rows.count == 1 ? "" : "s")"
        let turns = rows.compactMap { row in row.numberB.flatMap { number in extras?.turns[number] } }
        return [.unchanged(UnchangedTurns(words: "\(count) unchanged", turns: turns))]
    }

    private func turn(_ row: TurnRow, isFirstEdit: Bool, _ number: inout Int) -> PairSection.Entry {
        let numbers = [row.numberA, row.numberB].compactMap { number in number }
        let place =
            numbers.contains(0)
            ? ""
            : "turn \(Set(numbers).count == 1 ? "\(numbers[0])" : numbers.map(String.init).joined(separator: " → ")) "
        let role = Preview(of: redactor.redact(row.role ?? "no role"), columns: 40).inline(.strong)
        guard let index = row.change else {
            let words = row.relation == .images ? "the images differ" : "left out"
            return .remark(Inline(place) + role + " \(words)")
        }
        var compared = self.row(index, &number)
        compared.name = Inline(place) + role
        if let words = pair.changes[index].turn?.origin(row.relation) {
            compared.notes.append(Inline(words))
        } else if row.relation == .edited, isFirstEdit {
            compared.notes.append("first edited turn")
        }
        return .change(compared)
    }
}
