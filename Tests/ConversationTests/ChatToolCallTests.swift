import Conversation
import JSONReading
import Testing

@Suite("Tool calls of Chat Completions")
struct ChatToolCallTests {
    private typealias Fixture = OpenAIFixture

    private func answer(_ calls: [String], named name: String = "tool_calls") throws -> Answer {
        try Fixture.answer(
            to: calls.map { call in Fixture.chunk(#"{"\#(name)":[\#(call)]}"#) }
                + [Fixture.chunk("{}", finish: "tool_calls")])
    }

    @Test("pieces of one index are one call: the first name and id count, and the arguments join, inside an escape too")
    func piecesJoin() throws {
        let answer = try answer([
            #"{"index":0,"id":"t1","type":"function","function":{"name":"get","arguments":""}}"#,
            #"{"index":0,"id":"","function":{"name":"","arguments":"{\"a\":\"\\u00"}}"#,
            #"{"index":0,"id":"t1","function":{"name":"get","arguments":"e9\\n\"}"}}"#,
            #"{"index":0,"id":null,"type":null,"function":{"name":null,"arguments":null}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [[#"call:get{"a":"\u00e9\n"}"#]])
        guard case .toolCall(let call) = answer.messages.first?.parts.first?.content else {
            Issue.record("no call")
            return
        }
        #expect(call.id == "t1")
        #expect(call.arguments?["a"]?.string == "é\n")
        #expect(answer.messages.first?.finishReason?.unified == .toolCall)
        #expect(answer.warnings.isEmpty)
    }

    @Test("indexes may begin anywhere, skip, come out of order and be of any size")
    func indexes() throws {
        let answer = try answer([
            #"{"index":7,"id":"b","function":{"name":"g","arguments":"{"}}"#,
            #"{"index":-1,"id":"a","function":{"name":"f","arguments":"["}}"#,
            #"{"index":9223372036854775807,"id":"c","function":{"name":"h"}}"#,
            #"{"index":7,"function":{"arguments":"}"}},{"index":-1,"function":{"arguments":"]"}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["call:g{}", "call:f[]", "call:h{}"]])
    }

    @Test("without an index each named piece is a call, and a nameless one goes on with the last or with its id")
    func noIndex() throws {
        let answer = try answer([
            #"{"id":"a","function":{"name":"f","arguments":"{"}},{"id":"b","function":{"name":"g","arguments":"{"}}"#,
            #"{"id":"a","function":{"arguments":"}"}}"#, #"{"function":{"arguments":"}"}}"#,
            #"{"id":"","function":{"name":"h","arguments":"{}"}},{"id":"","function":{"name":"h","arguments":"{}"}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["call:f{}", "call:g{}", "call:h{}", "call:h{}"]])
    }

    @Test("a new id with a name at a known index is another call; a new id alone is not")
    func sharedIndex() throws {
        let answer = try answer([
            #"{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}"#,
            #"{"index":0,"id":"b","function":{"name":"g","arguments":"{"}}"#,
            #"{"index":0,"id":"c","function":{"arguments":"}"}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["call:f{}", "call:g{}"]])
    }

    @Test("arguments that are an object stand as they were written, and those that are no JSON are told")
    func oddArguments() throws {
        let object = try answer([#"{"index":0,"id":"a","function":{"name":"f","arguments":{"b": 1}}}"#])
        #expect(object.messages.map(\.sketch) == [[#"call:f{"b": 1}"#]])
        let broken = try answer([#"{"index":0,"id":"a","function":{"name":"f","arguments":"{\"b\":"}}"#])
        #expect(broken.messages.map(\.sketch) == [[#"call:f{"b":"#]])
        #expect(broken.warnings.map(\.kind) == [.brokenArguments])
        #expect(broken.isComplete)
    }

    @Test("a custom tool is called with a text, and says its type")
    func customTools() throws {
        let answer = try answer([
            #"{"index":0,"id":"a","type":"custom","custom":{"name":"sh","input":"echo "}}"#,
            #"{"index":0,"custom":{"input":"hi"}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["call:shecho hi"]])
        #expect(answer.messages.first?.parts.first?.details.map(\.name) == ["type"])
        #expect(answer.warnings.isEmpty)
    }

    @Test("Gemini's signature of a call is kept, and so is what nobody knows")
    func signatures() throws {
        let answer = try answer([
            #"{"index":0,"id":"a","function":{"name":"f","arguments":"{}","x":1},"extra_content":{"google":{"thought_signature":"c2ln"}}}"#
        ])
        let part = try #require(answer.messages.first?.parts.first)
        #expect(part.signature == "c2ln")
        #expect(part.details.map(\.name) == ["x", "extra_content"])
    }

    @Test("a piece that calls nothing is kept as it is")
    func noCall() throws {
        let answer = try answer([#"{"index":0,"type":"search","query":"x"},7"#])
        #expect(answer.messages.map(\.sketch) == [["other:search"]])
        #expect(answer.messages.first?.details.map(\.name) == ["tool_calls"])
    }

    @Test("the one call of old is read, and empty words in its place are none")
    func functionCall() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":null,"function_call":{"name":"f","arguments":""}}"#),
            Fixture.chunk(#"{"function_call":{"arguments":"{\"a\":"}}"#),
            Fixture.chunk(#"{"function_call":{"arguments":"1}"}}"#, finish: "function_call"),
        ])
        #expect(answer.messages.map(\.sketch) == [[#"call:f{"a":1}"#]])
        let empty = try Fixture.answer(
            whole: #"""
                {"choices":[{"message":{"content":"","function_call":{"name":"","arguments":""},
                "audio":{"id":"","data":"","expires_at":0},"tool_calls":[{"id":"t","type":"function",
                "function":{"name":"f","arguments":"{}"},"custom":{"name":"","input":""}}]},"finish_reason":""}]}
                """#)
        #expect(empty.messages.map(\.sketch) == [["call:f{}"]])
        #expect(empty.isComplete)
    }

    @Test("calls of a whole message are calls of their own, whatever their ids")
    func wholeCalls() throws {
        let call = #"{"id":"x","type":"function","function":{"name":"f","arguments":"{}"}}"#
        let answer = try Fixture.answer(
            whole: #"{"choices":[{"message":{"tool_calls":[\#(call),\#(call)]},"finish_reason":"tool_calls"}]}"#)
        #expect(answer.messages.map(\.sketch) == [["call:f{}", "call:f{}"]])
    }
}
