import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Cohere")
struct CohereTests {
    private static let start =
        #"{"id":"c1","type":"message-start","delta":{"message":{"role":"assistant","content":[],"tool_plan":"","tool_calls":[]}}}"#

    private static func end(_ reason: String) -> String {
        #"{"type":"message-end","delta":{"finish_reason":"\#(reason)","usage":{"billed_units":{"input_tokens":2},"tokens":{"input_tokens":12.0,"output_tokens":9,"reasoning_tokens":4},"cached_tokens":8}}}"#
    }

    private static func event(_ type: String, _ message: String, at index: Int = 0) -> String {
        #"{"type":"\#(type)","index":\#(index),"delta":{"message":\#(message)}}"#
    }

    private static func text(_ text: String, at index: Int = 0) -> String {
        event("content-delta", #"{"content":{"text":"\#(text)"}}"#, at: index)
    }

    private static func arguments(_ text: String, at index: Int = 0) -> String {
        event("tool-call-delta", #"{"tool_calls":{"function":{"arguments":"\#(text)"}}}"#, at: index)
    }

    private static func call(_ id: String, _ name: String, at index: Int) -> String {
        event(
            "tool-call-start",
            #"{"tool_calls":{"id":"\#(id)","type":"function","function":{"name":"\#(name)","arguments":""}}}"#,
            at: index)
    }

    private static func answer(_ events: [String], reason: String = "COMPLETE") throws -> Answer {
        try StreamFixture.answer(to: [start] + events + [end(reason)])
    }

    @Test("thoughts and text are blocks, and citations go to the text that they name, or the last one")
    func contents() throws {
        let answer = try Self.answer([
            Self.event("content-start", #"{"content":{"type":"thinking","thinking":""}}"#),
            Self.event("content-delta", #"{"content":{"thinking":"hm"}}"#), #"{"type":"content-end","index":0}"#,
            Self.event("content-start", #"{"content":{"type":"text","text":""}}"#, at: 1), Self.text("a\\ud83d", at: 1),
            Self.text("\\ude00", at: 1),
            Self.event("citation-start", #"{"citations":{"start":0,"text":"a"}}"#),
            Self.event("citation-start", #"{"citations":{"start":0,"text":"h","content_index":0}}"#, at: 1),
            #"{"type":"citation-end","index":0}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:hm", "text:a\u{1F600}"]])
        #expect(answer.messages.first?.parts.map(\.annotations.count) == [1, 1])
        #expect(answer.id == "c1")
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "COMPLETE", unified: .stop))
        #expect(answer.tokens == TokenUsage(input: 12, output: 9, cachedInput: 8, reasoning: 4))
        #expect(answer.isComplete)
    }

    @Test("the plan is a part of its own, and calls have indexes of their own")
    func calls() throws {
        let answer = try Self.answer(
            [
                Self.event("tool-plan-delta", #"{"tool_plan":"I will"}"#),
                Self.event("tool-plan-delta", #"{"tool_plan":" look"}"#), Self.call("t1", "f", at: 0),
                Self.arguments(#"{\"a\":\"\\u00"#), Self.call("t2", "g", at: 1), Self.arguments(#"e9\"}"#),
                #"{"type":"tool-call-end","index":0}"#, #"{"type":"tool-call-end","index":1}"#,
            ], reason: "TOOL_CALL")
        #expect(answer.messages.map(\.sketch) == [["tool_plan:I will look", #"call:f{"a":"\u00e9"}"#, "call:g{}"]])
        guard case .toolCall(let call) = answer.messages.first?.parts[1].content else {
            Issue.record("expected a call")
            return
        }
        #expect(call.arguments?["a"]?.string == "\u{E9}")
        #expect(call.id == "t1")
    }

    @Test("indexes may be huge, negative or missing, and nothing need be announced")
    func hostileIndexes() throws {
        let answer = try StreamFixture.answer(to: [
            Self.text("a", at: Int.min), Self.text("b", at: Int.max), Self.arguments("{}", at: -1),
            #"{"type":"content-delta","delta":{"message":{"content":{"text":"c"}}}}"#, #"{"type":"content-delta"}"#,
            #"{"type":"content-delta","index":0,"delta":{"message":{"content":{"type":"image","x":1}}}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["text:ab", "call:{}", "text:c", "other:image"]])
    }

    @Test("what is not known is kept")
    func unknown() throws {
        let answer = try Self.answer([#"{"type":"debug","x":1}"#, Self.text("a")])
        #expect(answer.details.map(\.name) == ["debug"])
    }

    @Test("an error at the end keeps what was said")
    func errorMidStream() throws {
        let answer = try StreamFixture.answer(to: [
            Self.start, Self.text("half"), #"{"type":"message-end","delta":{"finish_reason":"ERROR","error":"broke"}}"#,
        ])
        #expect(answer.messages.map(\.text) == ["half"])
        #expect(answer.error?.string == "broke")
        #expect(answer.messages.first?.finishReason?.unified == .error)
    }

    @Test("every beginning of a stream gives a beginning of the text, and only its end is complete")
    func prefixes() throws {
        let events = [Self.start, Self.text("Gr\u{FC}"), Self.text("\u{DF}e"), Self.end("COMPLETE")]
        try StreamFixture.expectPrefixes(of: events.map { event in ConversationFixture.events([event]) }, ending: 3)
    }

    @Test("a whole answer is read as the same stream would be")
    func whole() throws {
        let answer = try StreamFixture.answer(
            #"{"id":"c","message":{"role":"assistant","tool_plan":"plan","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"hi"}],"tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}],"citations":[{"start":0,"content_index":1}]},"finish_reason":"TOOL_CALL","usage":{"tokens":{"input_tokens":1,"output_tokens":2}}}"#,
            type: "application/json")
        #expect(
            answer.messages.map(\.sketch) == [["tool_plan:plan", "reasoning:hm", "text:hi", #"call:f{"a":1}"#]])
        #expect(answer.messages.first?.parts.map(\.annotations.count) == [0, 0, 1, 0])
        #expect(answer.isComplete)
    }

    @Test("the first version is read line by line, and its last line repeats the whole")
    func firstVersion() throws {
        let lines = [
            #"{"is_finished":false,"event_type":"stream-start","generation_id":"g1"}"#,
            #"{"is_finished":false,"event_type":"text-generation","text":"Hi"}"#,
            #"{"is_finished":false,"event_type":"text-generation","text":" you"}"#,
            #"{"is_finished":false,"event_type":"citation-generation","citations":[{"start":0}]}"#,
            #"{"is_finished":false,"event_type":"tool-calls-chunk","tool_call_delta":{"name":"f","index":0}}"#,
            #"{"is_finished":false,"event_type":"tool-calls-generation","tool_calls":[{"name":"f","parameters":{"a":1}}]}"#,
            #"{"is_finished":true,"event_type":"stream-end","finish_reason":"COMPLETE","response":{"text":"Hi you","generation_id":"g1","meta":{"tokens":{"input_tokens":3,"output_tokens":4}}}}"#,
        ]
        let answer = try StreamFixture.answer(lines.joined(separator: "\n"), type: "application/stream+json")
        #expect(answer.messages.map(\.sketch) == [["text:Hi you", #"call:f{"a":1}"#]])
        #expect(answer.messages.first?.parts.first?.annotations.count == 1)
        #expect(answer.id == "g1")
        #expect(answer.tokens == TokenUsage(input: 3, output: 4))
        #expect(answer.isComplete)
        let whole = try StreamFixture.answer(
            #"{"response_id":"r","text":"hi","generation_id":"g","finish_reason":"MAX_TOKENS","tool_calls":[{"name":"f","parameters":{}}]}"#,
            type: "application/json")
        #expect(whole.messages.map(\.sketch) == [["text:hi", "call:f{}"]])
        #expect(whole.messages.first?.finishReason?.unified == .length)
    }

    @Test("an error that is all that came is the answer's error")
    func errorAlone() throws {
        let reading = try StreamFixture.reading(
            path: "/v2/chat", host: "api.cohere.com", type: "application/json", status: 400,
            #"{"message":"invalid request"}"#)
        #expect(reading.dialect?.id == CohereChat.id)
        #expect(reading.answer?.error?["message"]?.string == "invalid request")
        #expect(reading.answer?.messages.isEmpty == true)
    }

    @Test("prompts of both versions have their turns, tools, settings and filter")
    func prompt() throws {
        let second = try #require(
            try StreamFixture.reading(
                path: "/v2/chat",
                request: #"""
                    {"model":"m","stream":true,"safety_mode":"OFF","temperature":0.3,"tools":[{"type":"function","function":{"name":"f"}}],
                     "messages":[{"role":"system","content":"brief"},
                      {"role":"user","content":[{"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}},
                        {"type":"image_url","image_url":{"url":"https://example.com/a.png"}},{"type":"odd"}]},
                      {"role":"assistant","tool_plan":"plan","tool_calls":[{"id":"t","function":{"name":"f","arguments":"{\"a\":1}"}}]},
                      {"role":"tool","tool_call_id":"t","content":"3"}]}
                    """#, Self.start
            ).prompt)
        #expect(
            second.messages.map(\.sketch) == [
                ["text:brief"],
                ["text:look", "blob:image/png 3", #"file:uri("https://example.com/a.png")"#, "other:odd"],
                ["tool_plan:plan", #"call:f{"a":1}"#], ["response:"],
            ])
        #expect(second.safety?.map(\.threshold) == ["OFF"])
        #expect(second.safety?.allSatisfy(\.isOff) == true)
        #expect(second.config.map(\.name) == ["stream", "temperature"])
        #expect(second.tools?.map(\.name) == ["f"])
        let first = try #require(
            try StreamFixture.reading(
                path: "/v1/chat",
                request:
                    #"{"message":"hi","preamble":"p","chat_history":[{"role":"USER","message":"before"}],"tools":[{"name":"f"}],"p":0.9}"#,
                type: "application/json", #"{"text":"x","generation_id":"g","finish_reason":"COMPLETE"}"#
            ).prompt)
        #expect(first.messages.map(\.text) == ["before", "hi"])
        #expect(first.system.map(\.text) == ["p"])
        #expect(first.tools?.map(\.name) == ["f"])
        #expect(first.config.map(\.name) == ["p"])
    }

    @Test(
        "a path alone does not tell, unless the host agrees",
        arguments: [
            ("/v2/chat", "", false), ("https://api.cohere.com/v2/chat", "", true),
            ("https://cohere.com.example.org/v2/chat", "", false), ("/x", #"{"type":"message-start"}"#, true),
            ("/x", #"{"type":"message_start"}"#, false),
            ("/x", #"{"is_finished":false,"event_type":"stream-start"}"#, true),
            ("/x", #"{"message":{"content":[]},"finish_reason":"COMPLETE"}"#, true),
            ("/x", #"{"message":{"content":[]},"done":true}"#, false),
            ("/x", #"{"text":"a","generation_id":"g","finish_reason":"COMPLETE"}"#, true),
            ("/x", #"{"event_type":"step.start"}"#, false),
        ])
    func recognition(_ path: String, _ payload: String, _ isCohere: Bool) {
        let evidence = DialectEvidence(
            url: URLComponents(splitting: path), firstPayload: JSONDocument(parsing: Array(payload.utf8)).root)
        #expect((CohereChat.recognise(evidence) > .none) == isCohere)
    }
}
