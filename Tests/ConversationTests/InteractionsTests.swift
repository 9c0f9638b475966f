import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Gemini interactions")
struct InteractionsTests {
    private static let created =
        #"{"interaction":{"id":"i1","status":"in_progress","object":"interaction","model":"gemini-x"},"event_type":"interaction.created"}"#

    private static func completed(_ status: String) -> String {
        #"{"interaction":{"id":"i1","status":"\#(status)","usage":{"total_tokens":20,"total_input_tokens":5,"input_tokens_by_modality":[{"modality":"text","tokens":5}],"total_cached_tokens":1,"total_output_tokens":7,"total_tool_use_tokens":2,"total_thought_tokens":6}},"event_type":"interaction.completed"}"#
    }

    private static func begin(_ step: String, at index: Int = 0) -> String {
        #"{"index":\#(index),"step":\#(step),"event_type":"step.start"}"#
    }

    private static func delta(_ delta: String, at index: Int = 0) -> String {
        #"{"index":\#(index),"delta":\#(delta),"event_type":"step.delta"}"#
    }

    private static func text(_ text: String, at index: Int = 0) -> String {
        delta(#"{"text":"\#(text)","type":"text"}"#, at: index)
    }

    private static func answer(_ events: [String], status: String = "completed") throws -> Answer {
        try StreamFixture.answer(to: [created] + events + [completed(status), "[DONE]"])
    }

    @Test("thoughts with their signature and words are steps, and the state is why it ended")
    func steps() throws {
        let answer = try Self.answer([
            #"{"interaction_id":"i1","status":"in_progress","event_type":"interaction.status_update"}"#,
            Self.begin(#"{"type":"thought","summary":[{"type":"text","text":"First"}]}"#),
            Self.delta(#"{"type":"thought_summary","content":{"type":"text","text":" hm"}}"#),
            Self.delta(#"{"type":"thought_signature","signature":"c2ln"}"#), #"{"index":0,"event_type":"step.stop"}"#,
            Self.begin(#"{"type":"model_output"}"#, at: 1), Self.text("a\\ud83d", at: 1), Self.text("\\ude00", at: 1),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:First hm", "text:a\u{1F600}"]])
        #expect(answer.messages.first?.parts.map(\.signature) == ["c2ln", nil])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "completed", unified: .stop))
        #expect(answer.id == "i1")
        #expect(answer.model == "gemini-x")
        #expect(answer.isComplete)
        #expect(
            answer.tokens
                == TokenUsage(
                    input: 7, output: 13, total: 20, cachedInput: 1, reasoning: 6,
                    inputByModality: [ModalityCount(modality: "text", tokens: 5)]))
    }

    @Test("arguments are joined as text, and an index that is used again begins another step")
    func calls() throws {
        let answer = try Self.answer(
            [
                Self.begin(
                    #"{"type":"function_call","id":"f1","name":"get","signature":"c2ln","arguments":{}}"#, at: 1),
                Self.delta(#"{"type":"arguments_delta","arguments":"{\"city\":\"\\u00"}"#, at: 1),
                Self.delta(#"{"type":"arguments_delta","arguments":"e9\"}"}"#, at: 1),
                Self.begin(#"{"type":"model_output"}"#, at: 1), Self.text("b", at: 1),
                Self.begin(#"{"type":"function_call","id":"f2","name":"now"}"#, at: 2),
            ], status: "requires_action")
        #expect(answer.messages.map(\.sketch) == [[#"call:get{"city":"\u00e9"}"#, "text:b", "call:now{}"]])
        #expect(answer.messages.first?.parts.first?.signature == "c2ln")
        #expect(answer.messages.first?.finishReason?.unified == .toolCall)
    }

    @Test("data, the provider's tools and annotations are kept; sound in pieces is one part")
    func media() throws {
        let answer = try Self.answer([
            Self.begin(#"{"type":"google_search_call","id":"g","arguments":{"queries":["tea"]}}"#),
            Self.begin(#"{"type":"google_search_result","call_id":"g","result":[]}"#, at: 1),
            Self.begin(#"{"type":"model_output"}"#, at: 2), Self.text("x", at: 2),
            Self.delta(#"{"type":"text_annotation_delta","annotations":[{"url":"u"}]}"#, at: 2),
            Self.delta(#"{"type":"image","mime_type":"image/png","data":"QUJD"}"#, at: 2),
            Self.delta(#"{"type":"audio","mime_type":"audio/l16","data":"QUJD"}"#, at: 2),
            Self.delta(#"{"type":"audio","mime_type":"audio/l16","data":"QUJDRA=="}"#, at: 2),
            Self.delta(#"{"type":"video","uri":"gs://v"}"#, at: 2), Self.text("y", at: 2),
        ])
        #expect(
            answer.messages.map(\.sketch) == [
                [
                    "server:google_search", "served:google_search", "text:x", "blob:image/png 3", "blob:audio/l16 7",
                    #"file:uri("gs://v")"#, "text:y",
                ]
            ])
        #expect(answer.messages.first?.parts[2].annotations.count == 1)
    }

    @Test("indexes may be huge, negative or missing, steps need not be announced, and what is not known is kept")
    func hostile() throws {
        let answer = try StreamFixture.answer(to: [
            Self.text("a", at: Int.max), Self.text("b", at: Int.min),
            #"{"delta":{"type":"text","text":"c"},"event_type":"step.delta"}"#,
            #"{"event_type":"step.delta","index":0,"delta":{"type":"hologram","x":1}}"#,
            #"{"event_type":"step.delta","index":9,"delta":{"type":"hologram","x":1}}"#,
            #"{"event_type":"step.start"}"#, #"{"event_type":"brand.new","x":1}"#,
        ])
        #expect(answer.messages.map(\.text) == ["abc"])
        #expect(answer.messages.first?.parts.map(\.details.count) == [0, 1, 0])
        #expect(answer.details.map(\.name) == ["brand.new"])
    }

    @Test("an error in the middle keeps what was said")
    func errorMidStream() throws {
        let answer = try StreamFixture.answer(to: [
            Self.created, Self.text("half"), #"{"event_type":"error","error":{"code":"overloaded","message":"later"}}"#,
        ])
        #expect(answer.messages.map(\.text) == ["half"])
        #expect(answer.error?["code"]?.string == "overloaded")
        #expect(!answer.isComplete)
    }

    @Test("every beginning of a stream gives a beginning of the text, and only its end is complete")
    func prefixes() throws {
        let events = [
            Self.created, Self.begin(#"{"type":"model_output"}"#), Self.text("Gr\u{FC}"), Self.text("\u{DF}e"),
            Self.completed("completed"),
        ]
        try StreamFixture.expectPrefixes(of: events.map { event in ConversationFixture.events([event]) }, ending: 4)
    }

    @Test("a whole interaction has its steps, or in earlier versions its outputs; one that goes on is not complete")
    func whole() throws {
        let answer = try StreamFixture.answer(
            #"{"object":"interaction","id":"i","model":"m","status":"completed","steps":[{"type":"user_input","content":"q"},{"type":"thought","signature":"c2ln","summary":[]},{"type":"model_output","content":[{"type":"text","text":"hi","annotations":[{"a":1}]}]}]}"#,
            type: "application/json")
        #expect(answer.messages.map(\.sketch) == [["reasoning:", "text:hi"]])
        #expect(answer.isComplete)
        let earlier = try StreamFixture.answer(
            #"{"object":"interaction","status":"completed","outputs":[{"type":"text","text":"hi"}]}"#,
            type: "application/json")
        #expect(earlier.messages.map(\.sketch) == [["text:hi"]])
        let running = try StreamFixture.answer(
            #"{"object":"interaction","id":"i","agent":"deep","status":"in_progress"}"#, type: "application/json")
        #expect(!running.isComplete)
        #expect(running.messages.first?.finishReason == FinishReason(raw: "in_progress", unified: nil))
        #expect(running.detail("agent") == "deep")
    }

    @Test("events of earlier versions speak of contents")
    func earlierEvents() throws {
        let answer = try StreamFixture.answer(to: [
            #"{"event_type":"interaction.start","interaction":{"id":"i","status":"in_progress"}}"#,
            #"{"event_type":"content.start","index":0,"content":{"type":"text"}}"#,
            #"{"event_type":"content.delta","index":0,"delta":{"type":"text","text":"hi"}}"#,
            #"{"event_type":"interaction.complete","interaction":{"status":"completed"}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["text:hi"]])
        #expect(answer.isComplete)
    }

    @Test(
        "an input is a text, contents, turns or steps",
        arguments: [
            (#""hi""#, ["user"], [["text:hi"]]),
            (
                #"[{"type":"text","text":"a"},{"type":"image","data":"QUJD","mime_type":"image/png"}]"#, ["user"],
                [["text:a", "blob:image/png 3"]]
            ),
            (
                #"[{"role":"user","content":"a"},{"role":"model","content":[{"type":"text","text":"b"}]}]"#,
                ["user", "model"], [["text:a"], ["text:b"]]
            ),
            (
                #"[{"type":"user_input","content":"a"},{"type":"function_call","id":"c","name":"f","arguments":{"x":1}},{"type":"function_result","call_id":"c","name":"f","result":3}]"#,
                ["user", "model", "user"], [["text:a"], [#"call:f{"x":1}"#], ["response:f"]]
            ),
        ])
    func input(_ input: String, _ roles: [String], _ sketches: [[String]]) throws {
        let reading = try StreamFixture.reading(
            path: "/v1beta/interactions",
            request:
                #"{"model":"m","input":\#(input),"system_instruction":"s","generation_config":{"temperature":1},"store":false,"tools":[{"type":"function","name":"f"},{"type":"google_search"}],"safety_settings":[{"type":"hate_speech","threshold":"off"}]}"#,
            "")
        let prompt = try #require(reading.prompt)
        #expect(prompt.messages.map(\.role) == roles)
        #expect(prompt.messages.map(\.sketch) == sketches)
        #expect(prompt.system.map(\.text) == ["s"])
        #expect(prompt.config.map(\.name) == ["temperature", "store"])
        #expect(prompt.tools?.map(\.kind) == [.function, .server])
        #expect(prompt.safety?.map(\.isOff) == [true])
    }

    @Test(
        "the path tells, or the content alone",
        arguments: [
            ("/v1beta/interactions", "", true), ("/v1alpha/interactions/i1", "", true), ("/v1/interactions", "", true),
            ("/v1beta1/projects/p/locations/l/interactions", "", true), ("/interactions", "", false),
            ("/api/v10/interactions/1/token/callback", "", false), ("/v10/interactions", "", false),
            ("/x", #"{"event_type":"step.start"}"#, true), ("/x", #"{"object":"interaction"}"#, true),
            ("/x", #"{"event_type":"stream-start"}"#, false),
        ])
    func recognition(_ path: String, _ payload: String, _ isInteraction: Bool) {
        let evidence = DialectEvidence(
            url: URLComponents(splitting: path), firstPayload: JSONDocument(parsing: Array(payload.utf8)).root)
        #expect((GeminiInteractions.recognise(evidence) > .none) == isInteraction)
    }
}
