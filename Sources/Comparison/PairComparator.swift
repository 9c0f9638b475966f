internal import CaptureReading
internal import Findings
internal import Redaction

/// Compares the two exchanges of a pair, area by area.
struct PairComparator {
    private let a: ComparedExchange
    private let b: ComparedExchange

    /// The answers of each session, with the number of the first exchange that gave each.
    private let answers: (a: [ContentHash: Int], b: [ContentHash: Int])

    /// Whether both captures are in one format, and so know the same of an exchange.
    private let isSameFormat: Bool

    /// Whether the second exchange is a later one of the same capture: then its answer is one more, in the place of none.
    private let isGrowth: Bool

    private var changes: [Change] = []
    private var rows: [TurnRow] = []
    private var uncompared: [String] = []

    /// Puts what differs into a pair.
    static func compare(
        _ a: ComparedExchange, _ b: ComparedExchange, answers: (a: [ContentHash: Int], b: [ContentHash: Int]),
        isSameFormat: Bool, isGrowth: Bool, into pair: inout PairComparison
    ) {
        var comparator = PairComparator(
            a: a, b: b, answers: answers, isSameFormat: isSameFormat, isGrowth: isGrowth)
        comparator.compareSettings()
        comparator.compareHeaders()
        comparator.compareTurns()
        comparator.compareResults()
        pair.changes = comparator.changes
        pair.turns = comparator.rows
        pair.uncompared = comparator.uncompared
        pair.credentials = comparator.credentials
    }

    private init(
        a: ComparedExchange, b: ComparedExchange, answers: (a: [ContentHash: Int], b: [ContentHash: Int]),
        isSameFormat: Bool, isGrowth: Bool
    ) {
        self.isSameFormat = isSameFormat
        self.isGrowth = isGrowth
        self.a = a
        self.b = b
        self.answers = answers
    }

    private var facets: FacetComparison { FacetComparison(a.exchange, b.exchange) }

    private var images: ImageComparison { ImageComparison(a.exchange, b.exchange) }

    // MARK: Names

    private mutating func compareSettings() {
        guard a.hasPrompt == b.hasPrompt else { return }
        var found = facets.changes(a.settings, b.settings)
        // An empty list that tools came into, or went out of, is no difference beside them.
        if found.contains(where: { change in change.path.hasPrefix("tools[") }) {
            found.removeAll { change in change.path == "tools" }
        }
        for index in found.indices { found[index].isLoosened = SafetyScale.isLoosened(found[index]) }
        changes += found.filter { change in change.area == .config } + found.filter { change in change.area == .safety }
    }

    private mutating func compareHeaders() {
        let isRequestKnown = a.exchange.request != nil && b.exchange.request != nil
        let isResponseKnown = a.exchange.response != nil && b.exchange.response != nil
        if !isRequestKnown, a.exchange.request != nil || b.exchange.request != nil { uncompared.append("request") }
        if !isResponseKnown, a.exchange.response != nil || b.exchange.response != nil { uncompared.append("response") }
        let hasRequestLines = a.headers.hasRequestLines && b.headers.hasRequestLines
        let hasResponseLines = a.headers.hasResponseLines && b.headers.hasResponseLines
        if isRequestKnown {
            if a.headers.hasRequestLines != b.headers.hasRequestLines { uncompared.append("headers of the request") }
            changes += facets.changes(
                known(a.headers.request, hasRequestLines), known(b.headers.request, hasRequestLines))
        }
        if isResponseKnown {
            if a.headers.hasResponseLines != b.headers.hasResponseLines { uncompared.append("headers of the response") }
            changes += facets.changes(
                known(a.headers.response, hasResponseLines), known(b.headers.response, hasResponseLines))
        }
    }

    /// The facets without the lines of a section that one capture does not have.
    private func known(_ facets: [Facet], _ hasLines: Bool) -> [Facet] {
        hasLines ? facets : facets.filter { facet in !HeaderFacets.isLine(facet) }
    }

    private mutating func compareResults() {
        let isKnown = (a.exchange.response == nil) == (b.exchange.response == nil)
        for area in [Change.Area.conversation, .answer, .usage, .findings] {
            guard isKnown || area == .conversation else { continue }
            let sides = (a.results.filter { $0.area == area }, b.results.filter { $0.area == area })
            changes += facets.changes(sides.0, sides.1).filter { change in area != .findings || tells(change.path) }
        }
        let order = Change.Area.allCases
        let ranks = Dictionary(order.enumerated().map { index, area in (area, index) }) { first, _ in first }
        let sorted = changes.enumerated().sorted { left, right in
            (ranks[left.element.area] ?? 0, left.offset) < (ranks[right.element.area] ?? 0, right.offset)
        }
        let positions = Dictionary(sorted.enumerated().map { new, old in (old.offset, new) }) { first, _ in first }
        for index in rows.indices { rows[index].change = rows[index].change.flatMap { change in positions[change] } }
        changes = sorted.map(\.element)
    }

    /// Whether a rule tells of the session, whatever the format of the capture: what a transport rule finds depends on what
    /// the format knows of the connection.
    private func tells(_ rule: String) -> Bool {
        isSameFormat || !rule.hasPrefix("HTT")
    }

    /// The credentials at places that both have.
    private var credentials: [CredentialComparison] {
        func named(_ exchange: InspectedExchange) -> [(String, Secret)] {
            exchange.sentCredentials.compactMap { secret in
                switch secret.container {
                case .requestHeader(let name): (name.lowercased(), secret)
                case .query(let name): (name, secret)
                default: nil
                }
            }
        }
        let others = Dictionary(named(b.exchange)) { first, _ in first }
        return named(a.exchange).compactMap { name, secret in
            others[name].map { other in CredentialComparison(name: name, a: secret, b: other) }
        }
    }

    // MARK: Turns

    private mutating func compareTurns() {
        if a.hasPrompt != b.hasPrompt {
            uncompared.append("content of the request")
        } else if a.turns.map(\.hash) != b.turns.map(\.hash) {
            for row in TurnAlignment(a.turns, b.turns).rows { append(row) }
        }
        guard a.exchange.answer != nil, b.exchange.answer != nil else {
            if (a.exchange.answer == nil) != (b.exchange.answer == nil), a.exchange.isConversation,
                b.exchange.isConversation, a.exchange.response != nil, b.exchange.response != nil
            {
                uncompared.append("answer")
            }
            return
        }
        if isGrowth {
            for index in b.answers.indices
            where !a.answers.contains(where: { answer in answer.hash == b.answers[index].hash }) {
                compareAnswers(nil, b.answers[index], path: b.answers.count < 2 ? "text" : "messages[\(index)].text")
            }
            return
        }
        for index in 0..<max(a.answers.count, b.answers.count) {
            compareAnswers(
                index < a.answers.count ? a.answers[index] : nil, index < b.answers.count ? b.answers[index] : nil,
                path: max(a.answers.count, b.answers.count) < 2 ? "text" : "messages[\(index)].text")
        }
    }

    private mutating func append(_ row: TurnAlignment.Row) {
        var relation = TurnRow.Relation.same
        var position: Int?
        if let first = row.a, let second = row.b {
            if first.hash != second.hash {
                changes += images.changes(first.images, second.images)
                relation = first.words == second.words ? .images : .edited
            }
        } else {
            relation = row.b == nil ? .removed : editedAnswer(row.b) == nil ? .inserted : .edited
            changes += images.changes(row.a?.images ?? [], row.b?.images ?? [])
        }
        if relation != .same, relation != .images {
            position = changes.count
            changes.append(turnChange(row.a, row.b))
        }
        rows.append(
            TurnRow(
                numberA: row.a?.number, numberB: row.b?.number, role: (row.b ?? row.a)?.role, relation: relation,
                change: position))
    }

    private func turnChange(_ from: ComparedTurn?, _ to: ComparedTurn?) -> Change {
        let number = (from ?? to)?.number ?? 0
        var change = Change(
            .conversation, number == 0 ? "system" : "turns[\(number)]", from: from.map(PairComparator.size),
            to: to.map(PairComparator.size), locationA: from?.place.map(a.exchange.location),
            locationB: to?.place.map(b.exchange.location))
        var turn = TurnChange(role: (to ?? from)?.role, numberA: from?.number, numberB: to?.number)
        turn.from = from?.pieces.map(PairComparator.detached) ?? []
        turn.to = to?.pieces.map(PairComparator.detached) ?? []
        if from == nil { turn.answerOf = PairComparator.author(of: to, a, others: answers.a) }
        if from == nil, let answer = editedAnswer(to) {
            change.from = PairComparator.size(of: answer)
            turn.from = answer.pieces.map(PairComparator.detached)
            turn.answerOf = a.exchange.exchange.number
        }
        if to == nil { turn.answerOf = PairComparator.author(of: from, b, others: answers.b) }
        change.turn = turn
        return change
    }

    /// The answer of the earlier exchange that stands changed in the history of the later one.
    ///
    /// Its place is behind all that was sent before. One with calls is not looked at, since those are compared by themselves.
    private func editedAnswer(_ turn: ComparedTurn?) -> ComparedTurn? {
        guard isGrowth, let turn, let answer = a.answers.first, a.answers.count == 1,
            turn.number == answer.number, turn.isAnswer, turn.words != answer.words, !answer.pieces.isEmpty,
            !turn.pieces.contains(where: { piece in piece.label == "calls" }),
            PairComparator.author(of: turn, a, others: answers.a) == nil
        else { return nil }
        return answer
    }

    /// The exchange of the other side that answered with a turn: that of the pair before any other.
    private static func author(
        of turn: ComparedTurn?, _ partner: ComparedExchange, others: [ContentHash: Int]
    ) -> Int? {
        guard let speech = turn?.speech else { return nil }
        if partner.answers.contains(where: { answer in answer.speech == speech }) {
            return partner.exchange.exchange.number
        }
        return others[speech]
    }

    private mutating func compareAnswers(_ from: ComparedTurn?, _ to: ComparedTurn?, path: String) {
        guard from?.hash != to?.hash else { return }
        changes += images.changes(from?.images ?? [], to?.images ?? [])
        guard from?.words != to?.words, !(from?.pieces.isEmpty ?? true) || !(to?.pieces.isEmpty ?? true) else { return }
        let sides = (from?.pieces ?? [], to?.pieces ?? [])
        var change = Change(
            .answer, path, from: sides.0.isEmpty ? nil : from.map(PairComparator.size),
            to: sides.1.isEmpty ? nil : to.map(PairComparator.size), locationA: from?.place.map(a.exchange.location),
            locationB: to?.place.map(b.exchange.location))
        var turn = TurnChange(role: (to ?? from)?.role)
        turn.from = sides.0.map(PairComparator.detached)
        turn.to = sides.1.map(PairComparator.detached)
        change.turn = turn
        changes.append(change)
    }

    /// What stands for what a turn says, which its pieces tell.
    private static func size(of turn: ComparedTurn) -> ComparedValue {
        .content(byteCount: turn.pieces.reduce(0) { sum, piece in sum + piece.value.byteCount })
    }

    private static func detached(_ piece: TurnPiece) -> TurnPiece {
        TurnPiece(label: piece.label, name: piece.name, value: piece.value.detached)
    }
}
