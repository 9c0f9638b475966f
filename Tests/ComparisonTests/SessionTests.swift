import Comparison
import TestSupport
import Testing

@Suite struct SessionTests {
    @Test("four edits are four changes, though three of them move all that stands behind them")
    func fourEdits() throws {
        var a = Draft.session[3]
        a.safety = ["HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT"].map { name in
            (name, "BLOCK_ONLY_HIGH")
        }
        a.tools = ["b_find": "{}", "c_sum": "{}", "d_sort": "{}"]
        var b = a
        b.safety.insert(("CIVIC_INTEGRITY", "BLOCK_ONLY_HIGH"), at: 0)
        b.tools["a_look"] = "{}"
        b.turns.insert(Draft.Turn("user", "hello there"), at: 0)
        b.config["temperature"] = "0.5"
        let options = ComparisonOptions(filter: ChangeFilter(ignored: ["findings"]))
        let told = try Comparing.sessions(a.message, b.message, options).told
        #expect(
            told.sorted() == [
                "config temperature replace", "config tools[a_look] add", "conversation ->1 add",
                "safety safetySettings[HARM_CATEGORY_CIVIC_INTEGRITY] add",
            ])
    }

    @Test("an answer that stands in the history of the other session was carried over")
    func carriedOver() throws {
        let first = Draft()
        var second = Draft()
        second.turns += [Draft.Turn("model", "In the west. "), Draft.Turn("user", "and Darwin")]
        let pair = try #require(Comparing.sessions(first.message, second.message).pairs.first)
        let turns = pair.changes.compactMap(\.turn).filter { turn in turn.numberA == nil && turn.numberB != nil }
        #expect(turns.map(\.numberB) == [2, 3])
        #expect(turns.map(\.answerOf) == [1, nil])
    }

    @Test("the only conversations of two sessions are a pair, however little they have in common")
    func onlyConversations() throws {
        var other = Draft()
        other.host = "relay.example"
        other.model = "gemini-2.5-flash"
        other.turns = [Draft.Turn("user", "tell me a tale")]
        other.system = nil
        other.config = [:]
        other.safety = []
        other.tools = [:]
        let comparison = try Comparing.sessions(Draft().message, other.message)
        #expect(comparison.rows == ["1~1"])
        #expect(comparison.pairs[0].reason == .onlyConversation)
    }

    @Test("pairs by position, by key, and by choice")
    func modes() throws {
        var b = Draft.session
        b.swapAt(0, 1)
        let sides = (Draft.messages(Draft.session), Draft.messages(b))
        #expect(try Comparing.sessions(sides.0, sides.1).summary.moved == 1)
        let order = try Comparing.sessions(sides.0, sides.1, ComparisonOptions(mode: .order))
        #expect(order.rows == ["1~1", "2~2", "3=3", "4=4"])
        #expect(order.pairs.allSatisfy { pair in pair.reason == .position })
        let chosen = try Comparing.sessions(sides.0, sides.1, ComparisonOptions(scope: .pair(a: 1, b: 2)))
        #expect(chosen.rows == ["1=2"])
        let missing = try Comparing.sessions(sides.0, sides.1, ComparisonOptions(scope: .pair(a: 1, b: 9)))
        #expect(missing.pairs.isEmpty)
    }

    @Test("exchanges in reverse order are read again in rounds, and those beyond the last are said to differ")
    func rounds() throws {
        let drafts = (0..<12).map { index -> Draft in
            var draft = Draft()
            draft.turns = [Draft.Turn("user", "question number \(index)")]
            return draft
        }
        let edited = drafts.map { draft -> Draft in
            var draft = draft
            draft.answer = [Draft.text("Changed.")]
            return draft
        }
        let comparison = try Comparing.sessions(Draft.messages(drafts), Draft.messages(edited.reversed()))
        #expect(comparison.summary.pairs == 12)
        #expect(comparison.summary.moved == 11)
        #expect(comparison.summary.changed == 12)
        #expect(comparison.pairs.count(where: \.isUnread) == 4)
        #expect(comparison.told.count == 8)
    }

    @Test("exchanges of an assistant that repeats its first turn are paired by what both have")
    func longConversation() throws {
        var drafts: [Draft] = []
        for index in 0..<30 {
            var draft = Draft()
            draft.turns = (0..<index).flatMap { turn in
                [Draft.Turn("user", "ask \(turn)"), Draft.Turn("model", "say \(turn)")]
            }
            draft.turns.append(Draft.Turn("user", "ask \(index)"))
            draft.answer = [Draft.text("say \(index)")]
            drafts.append(draft)
        }
        // The first turn of all was edited, and the tenth exchange is not there.
        var edited = drafts
        for index in edited.indices { edited[index].turns[0] = Draft.Turn("user", "please ask 0") }
        edited.remove(at: 9)
        let comparison = try Comparing.sessions(Draft.messages(drafts), Draft.messages(edited))
        let expected = (1...30).map { number in
            number < 10 ? "\(number)~\(number)" : number == 10 ? "10<" : "\(number)~\(number - 1)"
        }
        #expect(comparison.rows == expected)
        #expect(comparison.told == [String](repeating: "conversation 1>1 replace", count: 29))
    }

    @Test("only what is asked for is told")
    func filters() throws {
        var b = Draft()
        b.config["temperature"] = "0.5"
        b.headers[0] = "User-Agent: other/1"
        b.answer = [Draft.text("East.")]
        func told(_ filter: ChangeFilter) throws -> [String] {
            try Comparing.sessions(Draft().message, b.message, ComparisonOptions(filter: filter)).told
        }
        #expect(try told(ChangeFilter()).count == 3)
        #expect(try told(ChangeFilter(areas: [.config])) == ["config temperature replace"])
        #expect(try told(ChangeFilter(ignored: ["headers", "temperature"])) == ["answer text replace"])
        #expect(try told(ChangeFilter(ignored: ["headers.user-*", "config.temp"])).count == 2)
        #expect(try told(ChangeFilter(ignored: ["*"])).isEmpty)
        // The first `e` of `temperature` is not where the path ends.
        #expect(try told(ChangeFilter(ignored: ["headers", "*e"])) == ["answer text replace"])
        #expect(try told(ChangeFilter(ignored: ["headers.*", "CONFIG.temp?rature"])) == ["answer text replace"])
    }

    @Test("a capture without a request is compared as far as it goes")
    func uncompared() throws {
        let reply = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n\(Draft().reply)\n"
        let pair = try #require(Comparing.sessions(Draft().message, reply).pairs.first)
        #expect(pair.reason == .onlyConversation)
        #expect(pair.uncompared.contains("request"))
        #expect(pair.changes.allSatisfy { change in change.area != .config && change.area != .conversation })
    }
}
