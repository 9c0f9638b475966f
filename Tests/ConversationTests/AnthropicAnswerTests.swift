import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Anthropic answers")
struct AnthropicAnswerTests {
    private static let start =
        #"{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[],"stop_reason":null,"usage":{"input_tokens":9,"cache_read_input_tokens":4,"output_tokens":1}}}"#

    private static let stop = #"{"type":"message_stop"}"#

    private static func begin(_ block: String, at index: Int = 0) -> String {
        #"{"type":"content_block_start","index":\#(index),"content_block":\#(block)}"#
    }

    private static func delta(_ delta: String, at index: Int = 0) -> String {
        #"{"type":"content_block_delta","index":\#(index),"delta":\#(delta)}"#
    }

    private static func text(_ text: String, at index: Int = 0) -> String {
        delta(#"{"type":"text_delta","text":"\#(text)"}"#, at: index)
    }

    private static func arguments(_ piece: String, at index: Int = 0) -> String {
        delta(#"{"type":"input_json_delta","partial_json":"\#(piece)"}"#, at: index)
    }

    private static func end(_ reason: String) -> String {
        #"{"type":"message_delta","delta":{"stop_reason":"\#(reason)","stop_sequence":null},"usage":{"output_tokens":7}}"#
    }

    /// The answer to these events, between the announcement of a message and its end.
    private static func answer(_ events: [String], reason: String = "end_turn") throws -> Answer {
        try StreamFixture.answer(to: [start] + events + [end(reason), stop])
    }

    @Test("texts grow in their block, and blocks of text that follow each other are one part")
    func texts() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"text","text":"He"}"#), #"{"type":"ping"}"#, Self.text("l"), Self.text("lo"),
            #"{"type":"content_block_stop","index":0}"#, Self.begin(#"{"type":"text","text":""}"#, at: 1),
            Self.text(" you", at: 1),
        ])
        #expect(answer.messages.map(\.sketch) == [["text:Hello you"]])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "end_turn", unified: .stop))
        #expect(answer.messages.first?.role == "assistant")
        #expect(answer.id == "msg_1")
        #expect(answer.model == "claude-x")
        #expect(answer.isComplete)
        #expect(answer.warnings.isEmpty)
    }

    @Test("usage is the last word on each count that is not null, and never a sum")
    func usage() throws {
        let delta =
            #"{"type":"message_delta","delta":{},"usage":{"input_tokens":null,"output_tokens":30,"cache_creation_input_tokens":2,"output_tokens_details":{"thinking_tokens":5}}}"#
        let answer = try StreamFixture.answer(to: [Self.start, Self.end("end_turn"), delta, Self.stop])
        #expect(answer.usage?["input_tokens"]?.int == 9)
        #expect(answer.usage?["output_tokens"]?.int == 30)
        #expect(answer.tokens == TokenUsage(input: 15, output: 30, cachedInput: 4, reasoning: 5))
    }

    @Test("thinking is reasoning, signed as a whole, and what is withheld stands in its place")
    func thinking() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"thinking","thinking":"","signature":""}"#),
            Self.delta(#"{"type":"thinking_delta","thinking":"let"}"#),
            Self.delta(#"{"type":"thinking_delta","thinking":" me"}"#),
            Self.delta(#"{"type":"signature_delta","signature":"c2ln"}"#),
            Self.begin(#"{"type":"redacted_thinking","data":"b3BhcXVl"}"#, at: 1),
            Self.begin(#"{"type":"text","text":""}"#, at: 2), Self.text("4", at: 2),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:let me", "reasoning:", "text:4"]])
        #expect(answer.messages.first?.parts.map(\.signature) == ["c2ln", nil, nil])
        #expect(answer.messages.first?.parts.map(\.redacted) == [nil, "b3BhcXVl", nil])
    }

    @Test("arguments are joined as text, be they cut inside an escape, and read when they are whole")
    func arguments() throws {
        let answer = try Self.answer(
            [
                Self.begin(#"{"type":"tool_use","id":"t1","name":"get","input":{}}"#), Self.arguments(""),
                Self.arguments(#"{\"city\":\"K\\u00"#), Self.arguments(#"f8ben\\"#), Self.arguments(#"nhavn\"}"#),
                Self.begin(#"{"type":"tool_use","id":"t2","name":"now","input":{}}"#, at: 1), Self.arguments("", at: 1),
                Self.begin(#"{"type":"tool_use","id":"t3","name":"run","input":{"a":1}}"#, at: 2),
            ], reason: "tool_use")
        #expect(
            answer.messages.map(\.sketch) == [
                [#"call:get{"city":"K\u00f8ben\nhavn"}"#, "call:now{}", #"call:run{"a":1}"#]
            ])
        guard case .toolCall(let call) = answer.messages.first?.parts.first?.content else {
            Issue.record("expected a call")
            return
        }
        #expect(call.id == "t1")
        #expect(call.arguments?["city"]?.string == "K\u{F8}ben\nhavn")
        #expect(answer.messages.first?.finishReason?.unified == .toolCall)
    }

    @Test("arguments that are cut are kept as text and told")
    func brokenArguments() throws {
        let answer = try Self.answer(
            [Self.begin(#"{"type":"tool_use","id":"t","name":"f","input":{}}"#), Self.arguments(#"{\"a\":[1,"#)],
            reason: "max_tokens")
        #expect(answer.messages.map(\.sketch) == [[#"call:f{"a":[1,"#]])
        #expect(answer.warnings.map(\.kind) == [.brokenArguments])
        guard case .toolCall(let call) = answer.messages.first?.parts.first?.content else {
            Issue.record("expected a call")
            return
        }
        #expect(call.arguments == nil)
    }

    @Test("the halves of a character that two events share become one, and a half alone is told")
    func surrogates() throws {
        let joined = try Self.answer([
            Self.begin(#"{"type":"text","text":""}"#), Self.text(#"a\ud83d"#), Self.text(#"\ude00b"#),
        ])
        #expect(joined.messages.map(\.text) == ["a\u{1F600}b"])
        #expect(joined.warnings.isEmpty)
        let lone = try Self.answer([Self.text(#"a\ud83d"#)])
        #expect(lone.messages.map(\.text) == ["a\u{FFFD}"])
        #expect(lone.warnings.map(\.kind) == [.loneSurrogate])
    }

    @Test("blocks that interleave keep apart, and keep the order in which they began")
    func interleaved() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"tool_use","id":"a","name":"f","input":{}}"#, at: 1),
            Self.begin(#"{"type":"tool_use","id":"b","name":"g","input":{}}"#, at: 2),
            Self.arguments(#"{\"x\""#, at: 1),
            Self.arguments(#"{\"y\""#, at: 2), Self.arguments(":1}", at: 1), Self.arguments(":2}", at: 2),
        ])
        #expect(answer.messages.map(\.sketch) == [[#"call:f{"x":1}"#, #"call:g{"y":2}"#]])
    }

    @Test("indexes may be huge, negative, missing or no numbers, and blocks need not be announced")
    func hostileIndexes() throws {
        let answer = try Self.answer([
            Self.text("a", at: Int.max), Self.text("b", at: -1),
            #"{"type":"content_block_delta","index":99999999999999999999,"delta":{"type":"text_delta","text":"c"}}"#,
            #"{"type":"content_block_delta","delta":{"type":"text_delta","text":"d"}}"#,
            #"{"type":"content_block_delta","index":"7","delta":{"type":"thinking_delta","thinking":"e"}}"#,
            #"{"type":"content_block_delta","index":0}"#, #"{"type":"content_block_start"}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["text:abcd", "reasoning:e"]])
    }

    @Test("tools of the provider and their results are kept verbatim, with their arguments in place")
    func serverTools() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"server_tool_use","id":"s1","name":"web_search","input":{}}"#),
            Self.arguments(#"{\"query\":\"tea\"}"#),
            Self.begin(#"{"type":"web_search_tool_result","tool_use_id":"s1","content":[]}"#, at: 1),
            Self.begin(#"{"type":"mcp_tool_use","id":"m1","name":"echo","server_name":"e","input":{"a":1}}"#, at: 2),
            Self.begin(#"{"type":"mcp_tool_result","tool_use_id":"m1","content":[]}"#, at: 3),
        ])
        #expect(
            answer.messages.map(\.sketch) == [["server:web_search", "served:web_search", "server:echo", "served:mcp"]])
        guard case .serverToolCall(_, let raw) = answer.messages.first?.parts.first?.content else {
            Issue.record("expected a call")
            return
        }
        #expect(raw["input"]?["query"]?.string == "tea")
        #expect(raw["id"]?.string == "s1")
    }

    @Test("citations belong to their block, which then is a part of its own")
    func citations() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"text","text":""}"#), Self.text("a"),
            Self.begin(#"{"type":"text","text":"","citations":[]}"#, at: 1),
            Self.delta(#"{"type":"citations_delta","citation":{"cited_text":"B"}}"#, at: 1), Self.text("b", at: 1),
            Self.delta(#"{"type":"citations_delta","citation":{"cited_text":"C"}}"#, at: 1),
            Self.begin(#"{"type":"text","text":"c"}"#, at: 2),
        ])
        #expect(answer.messages.map(\.sketch) == [["text:a", "text:b", "text:c"]])
        let annotations = answer.messages.first?.parts.map { part in
            part.annotations.compactMap { citation in citation["cited_text"]?.string }
        }
        #expect(annotations == [[], ["B", "C"], []])
    }

    @Test("a summary of the context is a part of its own kind")
    func compaction() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"compaction","content":null}"#),
            Self.delta(#"{"type":"compaction_delta","content":"so far","encrypted_content":"eA=="}"#),
        ])
        #expect(answer.messages.map(\.sketch) == [["compaction:so far"]])
        #expect(answer.messages.first?.parts.first?.details.map(\.name) == ["encrypted_content"])
    }

    @Test("what is not known is kept: events, blocks, deltas, members")
    func unknown() throws {
        let answer = try Self.answer([
            #"{"type":"brand_new","x":1}"#, Self.begin(#"{"type":"hologram","y":2}"#),
            Self.delta(#"{"type":"hologram_delta","z":3}"#), Self.delta(#"{"type":"lost_delta"}"#, at: 9),
            Self.begin(#"{"type":"text","text":7,"mood":"calm"}"#, at: 1),
            Self.delta(#"{"type":"text_delta","text":["odd"]}"#, at: 1),
        ])
        #expect(answer.details.map(\.name).contains("brand_new"))
        #expect(answer.messages.map(\.sketch) == [["other:hologram", "other:lost_delta", "text:"]])
        let details = answer.messages.first?.parts.map { part in part.details.map(\.name) }
        #expect(details == [["hologram_delta"], [], ["text", "mood"]])
    }

    @Test("an error in the middle keeps what was said")
    func errorMidStream() throws {
        let answer = try StreamFixture.answer(to: [
            Self.start, Self.begin(#"{"type":"text","text":""}"#), Self.text("half"),
            #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"r"}"#,
        ])
        #expect(answer.messages.map(\.text) == ["half"])
        #expect(answer.error?["type"]?.string == "overloaded_error")
        #expect(!answer.isComplete)
        #expect(answer.detail("request_id") == "r")
        #expect(answer.warnings.isEmpty)
    }

    @Test("a message that is announced twice is one, and a further message is an answer of its own")
    func severalMessages() throws {
        let twice = try Self.answer([Self.start, Self.begin(#"{"type":"text","text":"a"}"#)])
        #expect(twice.messages.map(\.text) == ["a"])
        #expect(twice.alternatives.isEmpty)
        #expect(twice.warnings.map(\.kind) == [.identityChanged])
        let second = Self.start.replacing("msg_1", with: "msg_2")
        let two = try Self.answer([Self.begin(#"{"type":"text","text":"a"}"#), second, Self.text("b")])
        #expect(two.id == "msg_1")
        #expect(two.messages.map(\.text) == ["a"])
        #expect(two.alternatives.map(\.id) == ["msg_2"])
        #expect(two.alternatives.first?.messages.map(\.text) == ["b"])
        #expect(two.alternatives.first?.isComplete == true)
        #expect(!two.isComplete)
    }

    @Test("every beginning of a stream gives a beginning of the text, and only its end is complete")
    func prefixes() throws {
        let events = [
            Self.start, Self.begin(#"{"type":"text","text":""}"#), Self.text("Gr\u{FC}\u{DF}e \\ud83d"),
            Self.text(#"\ude00!"#), Self.end("end_turn"), Self.stop,
        ]
        try StreamFixture.expectPrefixes(of: events.map { event in ConversationFixture.events([event]) }, ending: 4)
    }

    @Test("a whole answer is read as the same stream would be")
    func whole() throws {
        let answer = try StreamFixture.answer(
            #"{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[{"type":"thinking","thinking":"hm","signature":"c2ln"},{"type":"text","text":"hi","citations":[{"cited_text":"x"}]},{"type":"tool_use","id":"t","name":"f","input":{"a":1}}],"stop_reason":"tool_use","stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":5},"container":{"id":"c"}}"#,
            type: "application/json")
        #expect(answer.messages.map(\.sketch) == [["reasoning:hm", "text:hi", #"call:f{"a":1}"#]])
        #expect(answer.messages.first?.parts.map(\.annotations.count) == [0, 1, 0])
        #expect(answer.isComplete)
        #expect(answer.tokens?.output == 5)
        #expect(answer.details.map(\.name) == ["container"])
    }

    @Test("an error that is all that came is the answer's error")
    func errorAlone() throws {
        let reading = try StreamFixture.reading(
            path: "/v1/messages", type: "application/json", status: 404,
            #"{"type":"error","error":{"type":"not_found_error","message":"no"},"request_id":"r"}"#)
        #expect(reading.dialect?.id == AnthropicMessages.id)
        #expect(reading.answer?.error?["message"]?.string == "no")
        #expect(reading.answer?.messages.isEmpty == true)
    }

    @Test(
        "reasons to stop come down to ours",
        arguments: [
            ("stop_sequence", .stop), ("max_tokens", .length), ("model_context_window_exceeded", .length),
            ("refusal", .contentFilter), ("compaction", .compaction), ("pause_turn", nil), ("novel", nil),
        ] as [(String, FinishReason.Unified?)])
    func reasons(_ raw: String, _ unified: FinishReason.Unified?) throws {
        let answer = try Self.answer([], reason: raw)
        #expect(answer.messages.map(\.finishReason) == [FinishReason(raw: raw, unified: unified)])
    }

    @Test("a later null takes a reason to stop back, as the API's own clients have it")
    func reasonTakenBack() throws {
        let answer = try StreamFixture.answer(to: [
            Self.start, Self.text("a"), Self.end("end_turn"), #"{"type":"message_delta","delta":{"stop_reason":null}}"#,
        ])
        #expect(answer.messages.first?.finishReason == nil)
        #expect(!answer.isComplete)
    }
}
