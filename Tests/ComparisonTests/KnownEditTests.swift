import Comparison
import Findings
import Testing

/// An edit of a session, and all that has to be told of it.
struct KnownEdit: CustomStringConvertible, Sendable {
    let description: String
    let edit: @Sendable (inout [Draft]) -> Void
    let told: [String]
    let rows: [String]
    var options = ComparisonOptions()

    init(
        _ description: String, _ told: [String], rows: [String] = ["1~1", "2=2", "3=3", "4=4"],
        options: ComparisonOptions = ComparisonOptions(), _ edit: @escaping @Sendable (inout [Draft]) -> Void
    ) {
        self.description = description
        self.told = told
        self.rows = rows
        self.options = options
        self.edit = edit
    }
}

@Suite("Known edits")
struct KnownEditTests {
    private static let none = ["1=1", "2=2", "3=3", "4=4"]
    private static let last = ["1=1", "2=2", "3=3", "4~4"]

    static let settings: [KnownEdit] = [
        KnownEdit("a parameter", ["config temperature replace"]) { $0[0].config["temperature"] = "0.7" },
        KnownEdit("a number spelled otherwise", [], rows: none) { $0[0].config["temperature"] = "1.0" },
        KnownEdit("a parameter that is gone", ["config maxOutputTokens remove", "findings CFG004 add"]) {
            $0[0].config["maxOutputTokens"] = nil
        },
        KnownEdit("a parameter that is new", ["config topK add"]) { $0[0].config["topK"] = "40" },
        KnownEdit("a member within a parameter", ["config thinkingConfig.thinkingBudget replace"]) {
            $0[0].config["thinkingConfig"] = #"{"thinkingBudget": 1, "includeThoughts": true}"#
        },
        KnownEdit("the model", ["config model replace"]) { $0[0].model = "gemini-2.5-flash" },
        KnownEdit("a filter that is loosened", ["safety safetySettings[HARM_CATEGORY_HARASSMENT] replace !"]) {
            $0[0].safety[0].1 = "BLOCK_ONLY_HIGH"
        },
        KnownEdit("a filter that is tightened", ["safety safetySettings[HARM_CATEGORY_HARASSMENT] replace"]) {
            $0[0].safety[0].1 = "BLOCK_LOW_AND_ABOVE"
        },
        KnownEdit(
            "a filter that is switched off",
            ["safety safetySettings[HARM_CATEGORY_HARASSMENT] replace !", "findings SAF001 add"]
        ) { $0[0].safety[0].1 = "OFF" },
        KnownEdit("a filter that is left out", ["safety safetySettings[HARM_CATEGORY_HATE_SPEECH] remove !"]) {
            $0[0].safety.remove(at: 1)
        },
        KnownEdit(
            "a filter more, before the others", ["safety safetySettings[HARM_CATEGORY_DANGEROUS_CONTENT] add"]
        ) { $0[0].safety.insert(("DANGEROUS_CONTENT", "BLOCK_ONLY_HIGH"), at: 0) },
        KnownEdit("filters in another order", [], rows: none) { $0[0].safety.swapAt(0, 1) },
        KnownEdit("the schema of a tool", ["config tools[look_up].parameters.properties.city.type replace"]) {
            $0[0].tools["look_up"] =
                #"{"type": "object", "properties": {"city": {"type": "integer"}}, "required": ["city"]}"#
        },
        KnownEdit("a tool more", ["config tools[add_up] add"]) { $0[0].tools["add_up"] = "{}" },
        KnownEdit("a tool less", ["config tools[look_up] remove", "findings CFG002 add"]) { $0[0].tools = [:] },
        KnownEdit("a tool of another name", ["config tools[look_up] remove", "config tools[find] add"]) {
            $0[0].tools["find"] = $0[0].tools["look_up"]
            $0[0].tools["look_up"] = nil
        },
    ]

    static let heads: [KnownEdit] = [
        KnownEdit("another key", ["headers x-goog-api-key replace"]) {
            $0[0].key = "AIzaSyWalkToPerth0000000000000000000002"
        },
        KnownEdit("another version of the client", ["headers user-agent replace"]) {
            $0[0].headers[0] = "User-Agent: agent/1.1.0"
        },
        KnownEdit("a header more", ["headers x-extra add"]) { $0[0].headers.append("X-Extra: 1") },
        KnownEdit("a header of another case, in another place", [], rows: none) {
            $0[0].headers = ["ACCEPT: */*", "user-agent: agent/1.0.0"]
        },
        KnownEdit("the second header of a name", ["headers accept[2] add"]) {
            $0[0].headers.append("Accept: text/plain")
        },
        KnownEdit("another day", [], rows: none) {
            $0[0].responseHeaders[1] = "Date: Thu, 11 Sep 2025 03:30:10 GMT"
            $0[0].responseID = "r2"
        },
        KnownEdit("another server", ["headers response.server replace"]) { $0[0].responseHeaders[0] = "Server: gws" },
        KnownEdit("another version of the API", ["headers :path replace"]) { $0[0].prefix = "/v1" },
        KnownEdit("a status", ["headers :status replace"]) { $0[0].status = 203 },
        KnownEdit(
            "another host", ["headers :authority replace"],
            options: ComparisonOptions(filter: ChangeFilter(ignored: ["findings"]))
        ) { $0[0].host = "relay.example" },
        KnownEdit(
            "another host that counts as the first", [],
            options: ComparisonOptions(
                hosts: HostMap([("relay.example", "generativelanguage.googleapis.com")]),
                filter: ChangeFilter(ignored: ["findings"]))
        ) { $0[0].host = "relay.example" },
    ]

    static let turns: [KnownEdit] = [
        KnownEdit("a word of the last turn", ["conversation 7>7 replace"], rows: last) {
            $0[3].turns[6] = Draft.Turn("user", "and where is Cairns")
        },
        KnownEdit("a word of the first turn", ["conversation 1>1 replace"]) {
            $0[0].turns[0] = Draft.Turn("user", "where is Perth, please")
        },
        KnownEdit("the system instruction", ["conversation 0>0 replace"]) { $0[0].system = "be long" },
        KnownEdit("no system instruction", ["conversation 0>- remove", "findings CFG007 add"]) { $0[0].system = nil },
        KnownEdit("a question and its answer more", ["conversation ->3 add", "conversation ->4 add"], rows: last) {
            $0[3].turns.insert(
                contentsOf: [Draft.Turn("user", "and Broome"), Draft.Turn("model", "In the west too.")], at: 2)
        },
        KnownEdit("a question and its answer less", ["conversation 3>- remove", "conversation 4>- remove"], rows: last)
        {
            $0[3].turns.removeSubrange(2..<4)
        },
        KnownEdit(
            "turns more before one that was edited",
            ["conversation ->5 add", "conversation ->6 add", "conversation 7>9 replace"], rows: last
        ) {
            $0[3].turns[6] = Draft.Turn("user", "and where is Cairns")
            $0[3].turns.insert(contentsOf: [Draft.Turn("user", "one more"), Draft.Turn("model", "Yes?")], at: 4)
        },
        KnownEdit("a text cut in two", ["conversation 1>1 replace"]) {
            $0[0].turns[0].parts = [Draft.text("where is"), Draft.text(" Perth")]
        },
        KnownEdit("the arguments of a call in the history", ["conversation 2>2 replace"], rows: last) {
            $0[3].turns[1].parts = [Draft.call("look_up", #"{"city": "Perth"}"#)]
        },
    ]

    static let answers: [KnownEdit] = [
        KnownEdit("a word of the answer", ["answer text replace"]) { $0[0].answer = [Draft.text("In the far west.")] },
        KnownEdit("why it ended", ["answer finish_reason replace"]) { $0[0].finish = "MAX_TOKENS" },
        KnownEdit("what it took", ["usage tokens.output replace", "usage tokens.total replace"]) {
            $0[0].tokens.output = 9
        },
        KnownEdit("a call in place of a text", ["answer text remove", "answer tool_calls[look_up] add"]) {
            $0[0].answer = [Draft.call("look_up", #"{"city": "Perth"}"#)]
        },
        KnownEdit("a call more", ["answer tool_calls[look_up] add"]) {
            $0[0].answer.append(Draft.call("look_up", #"{"city": "Perth"}"#))
        },
    ]

    static let orders: [KnownEdit] = [
        KnownEdit("an exchange less", [], rows: ["1=1", "2<", "3=2", "4=3"]) { $0.remove(at: 1) },
        KnownEdit("an exchange more", [], rows: ["1=1", "2=2", ">3", "3=4", "4=5"]) {
            var other = Draft()
            other.turns = [Draft.Turn("user", "something else entirely")]
            other.config = ["seed": "7"]
            other.system = nil
            other.tools = [:]
            other.safety = []
            $0.insert(other, at: 2)
        },
        KnownEdit("an exchange at another place", [], rows: ["1 moved 4", "2=1", "3=2", "4=3"]) {
            $0.append($0.remove(at: 0))
        },
        KnownEdit(
            "an exchange at another place, and edited", ["config temperature replace"],
            rows: ["1 moved 4", "2=1", "3=2", "4=3"]
        ) {
            $0[0].config["temperature"] = "0.7"
            $0.append($0.remove(at: 0))
        },
        KnownEdit("an exchange twice", [], rows: ["1=1", "2=2", "3=3", "4=4", ">5"]) { $0.append($0[3]) },
        KnownEdit("nothing", [], rows: none) { _ in },
    ]

    @Test("exactly the edits are told", arguments: settings + heads + turns + answers + orders)
    func edit(_ known: KnownEdit) throws {
        var b = Draft.session
        known.edit(&b)
        let comparison = try Comparing.sessions(Draft.messages(Draft.session), Draft.messages(b), known.options)
        #expect(comparison.told == known.told)
        #expect(comparison.rows == (known.told.isEmpty ? known.unchangedRows : known.rows))
    }

    @Test(
        "the other way round the same is told, with the sides exchanged",
        arguments: settings + heads + turns + answers + orders)
    func mirror(_ known: KnownEdit) throws {
        var b = Draft.session
        known.edit(&b)
        let sides = (Draft.messages(Draft.session), Draft.messages(b))
        let forth = try Comparing.sessions(sides.0, sides.1, known.options)
        let back = try Comparing.sessions(sides.1, sides.0, known.options)
        #expect(forth.mirrored.sorted() == back.plain.sorted())
        #expect(forth.summary.moved == back.summary.moved)
        #expect(forth.summary.onlyA == back.summary.onlyB)
    }

    @Test("a session in another format is the same session", arguments: settings + heads + turns + answers + orders)
    func format(_ known: KnownEdit) throws {
        var drafts = Draft.session
        known.edit(&drafts)
        let comparison = try Comparing.sessions(Draft.messages(drafts), Draft.archive(drafts))
        #expect(comparison.told == [])
        #expect(comparison.summary.isSame)
    }
}

extension KnownEdit {
    /// The rows where nothing is told.
    fileprivate var unchangedRows: [String] { rows.map { row in row.replacingTilde } }
}

extension String {
    fileprivate var replacingTilde: String {
        String(map { character in character == "~" ? "=" : character })
    }
}

extension SessionComparison {
    /// Each pair with its differences.
    fileprivate var plain: [String] {
        pairs.flatMap { pair in
            pair.changes.map { change in
                "\(pair.a?.summary.number ?? 0)/\(pair.b?.summary.number ?? 0) \(change.area) \(change.turn?.numberA ?? -1) \(change.turn?.numberB ?? -1) "
                    + (change.turn == nil ? change.path : "") + " \(change.operation)"
            }
        }
    }

    /// The same with the sides exchanged.
    fileprivate var mirrored: [String] {
        pairs.flatMap { pair in
            pair.changes.map { change in
                let operation: Change.Operation =
                    switch change.operation {
                    case .add: .remove
                    case .remove: .add
                    case .replace: .replace
                    }
                return
                    "\(pair.b?.summary.number ?? 0)/\(pair.a?.summary.number ?? 0) \(change.area) \(change.turn?.numberB ?? -1) \(change.turn?.numberA ?? -1) "
                    + (change.turn == nil ? change.path : "") + " \(operation)"
            }
        }
    }
}
