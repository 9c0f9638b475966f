import Comparison
import Findings
import Testing

/// How the conversations of one session grew.
@Suite struct GrowthTests {
    /// Exchanges that each go on from some turns: Perth, then more of it, something else, more of that, Perth edited.
    private static let session: [Draft] = {
        var first = Draft()
        var second = first
        second.turns += [Draft.Turn("model", "In the west."), Draft.Turn("user", "how far")]
        var other = Draft()
        other.turns = [Draft.Turn("user", "name this chat")]
        var third = second
        third.turns += [Draft.Turn("model", "3,290 km."), Draft.Turn("user", "by train")]
        var branch = second
        branch.turns[2] = Draft.Turn("user", "how old")
        var edited = Draft()
        edited.turns += [Draft.Turn("model", "Nowhere."), Draft.Turn("user", "really")]
        edited.system = "be long"
        return [first, second, other, third, branch, edited]
    }()

    /// A draft that goes on with the answer that all drafts have, and a question.
    private func goingOn(_ draft: Draft, _ question: String) -> Draft {
        var draft = draft
        draft.turns += [Draft.Turn("model", "In the west."), Draft.Turn("user", question)]
        return draft
    }

    private func growth(_ session: [Draft]) throws -> SessionComparison {
        let text = Draft.messages(session)
        return try Comparing.sessions(text, text, ComparisonOptions(scope: .growth))
    }

    @Test("each exchange is beside the last one whose whole prompt it begins with, else with the same first turn")
    func pairs() throws {
        let pairs = try growth(GrowthTests.session).pairs
        #expect(
            pairs.map { pair in [pair.a?.summary.number, pair.b?.summary.number] } == [
                [1, 2], [2, 4], [1, 5], [5, 6],
            ])
        #expect(pairs.map(\.reason) == [.goesOn, .goesOn, .goesOn, .sameStart])
    }

    @Test("one who was asked before goes on with the same, where another was asked the same in between")
    func twoModels() throws {
        var other = Draft()
        other.model = "gemini-2.5-flash"
        let later = goingOn(Draft(), "how far")
        #expect(try growth([Draft(), other, later]).rows == ["1~2", "1~3"])
        var moved = later
        moved.model = "gemini-2.5-flash"
        #expect(try growth([Draft(), moved]).rows == ["1~2"])
    }

    @Test("an answer that two gave was carried over from the one that the conversation goes on from")
    func author() throws {
        var other = Draft()
        other.turns = [Draft.Turn("user", "another thread")]
        let later = goingOn(other, "more")
        let pair = try #require(growth([Draft(), other, later]).pairs.first)
        #expect(pair.changes.compactMap(\.turn?.answerOf) == [2])
    }

    @Test("a conversation with fewer turns than the one before it began anew")
    func anew() throws {
        var title = Draft()
        title.system = "make a title"
        let second = goingOn(Draft(), "how far")
        #expect(try growth([Draft(), second, title]).rows == ["1~2"])
    }

    @Test("turns that are new are told, with the answer that they were; those before are the same")
    func turns() throws {
        let comparison = try growth(GrowthTests.session)
        let added = comparison.pairs[0].changes.compactMap(\.turn).filter { turn in turn.numberB != nil }
        #expect(added.map(\.numberB) == [2, 3])
        #expect(added.map(\.answerOf) == [1, nil])
        #expect(comparison.beginnings == [1, 3])
        #expect(comparison.pairs[1].turns.map(\.relation) == [.same, .same, .same, .same, .edited, .inserted])
        // Two exchanges go on from the first one: both are read beside it.
        #expect(comparison.pairs.allSatisfy { pair in pair.isChanged && !pair.isUnread })
    }

    @Test("an answer that stands changed in the history is beside what it was")
    func editedAnswer() throws {
        var later = Draft()
        later.turns += [Draft.Turn("model", "In the far west."), Draft.Turn("user", "how far")]
        let pair = try #require(growth([Draft(), later]).pairs.first)
        #expect(pair.turns.map(\.relation) == [.same, .same, .edited, .inserted])
        let change = try #require(pair.changes.first { change in change.path == "turns[2]" })
        #expect(change.operation == .replace)
        #expect(change.turn?.answerOf == 1)
        #expect(change.turn?.numberA == nil)
        // Two sessions have no earlier and later: there the turn is one that only the second has.
        let sessions = try Comparing.sessions(Draft.messages([Draft()]), Draft.messages([later]), ComparisonOptions())
        #expect(sessions.pairs.first?.turns.map(\.relation) == [.same, .same, .inserted, .inserted])
    }

    @Test("the answer to a later prompt is one more, and takes the place of none")
    func laterAnswer() throws {
        var later = goingOn(Draft(), "how far")
        later.answer = [Draft.text("3,290 km.")]
        let pair = try #require(growth([Draft(), later]).pairs.first)
        let answers = pair.changes.filter { change in change.area == .answer }
        #expect(answers.map(\.operation) == [.add])
    }

    @Test("a retry is the same, and what is no conversation is no part of one")
    func retries() throws {
        #expect(try growth([Draft(), Draft()]).rows == ["1=2"])
        let plain = "GET /a HTTP/1.1\r\nHost: example.com\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"
        let pairs = try Comparing.sessions(plain + plain, plain + plain, ComparisonOptions(scope: .growth)).pairs
        #expect(pairs.isEmpty)
    }
}
