import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Ollama")
struct OllamaTests {
    private static let type = "application/x-ndjson"

    private static func line(_ message: String) -> String {
        #"{"model":"m","created_at":"t","message":{"role":"assistant",\#(message)},"done":false}"# + "\n"
    }

    private static let last =
        #"{"model":"m","created_at":"t","message":{"role":"assistant","content":""},"done_reason":"stop","done":true,"total_duration":9,"prompt_eval_count":5,"eval_count":7}"#
        + "\n"

    private static func answer(_ lines: [String]) throws -> Answer {
        try StreamFixture.answer(lines.joined(), type: type)
    }

    @Test("thoughts and words are joined, calls come whole")
    func chat() throws {
        let answer = try Self.answer([
            Self.line(#""content":"","thinking":"hm""#), Self.line(#""content":"","thinking":"m""#),
            Self.line(#""content":"Hi""#), Self.line(#""content":" you""#),
            Self.line(
                #""content":"","tool_calls":[{"function":{"name":"f","arguments":{"a":1}}},{"id":"c2","function":{"index":1,"name":"g","arguments":{}}}]"#
            ), Self.last,
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:hmm", "text:Hi you", #"call:f{"a":1}"#, "call:g{}"]])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "stop", unified: .stop))
        #expect(answer.model == "m")
        #expect(answer.isComplete)
        #expect(answer.usage?["eval_count"]?.int == 7)
        #expect(answer.usage?["total_duration"]?.int == 9)
        #expect(answer.tokens == TokenUsage(input: 5, output: 7))
        #expect(answer.eventCount == 6)
    }

    @Test("a whole answer is one line; a completion has its text beside it, and its context as a detail")
    func generate() throws {
        let whole = try StreamFixture.bare(
            #"{"model":"m","response":"hi","thinking":"hm","context":[1,2],"done":true}"#, type: "application/json")
        #expect(whole.dialect?.id == OllamaGenerate.id)
        #expect(whole.answer?.messages.map(\.sketch) == [["text:hi", "reasoning:hm"]])
        #expect(whole.answer?.details.map(\.name) == ["context"])
        #expect(whole.answer?.isComplete == true)
        #expect(whole.answer?.usage == nil)
        #expect(whole.answer?.messages.first?.finishReason == nil)
    }

    @Test("the halves of a character that two lines share become one")
    func surrogates() throws {
        let answer = try Self.answer([Self.line(#""content":"\ud83d""#), Self.line(#""content":"\ude00""#), Self.last])
        #expect(answer.messages.map(\.text) == ["\u{1F600}"])
        #expect(answer.warnings.isEmpty)
    }

    @Test("an error in the middle keeps what was said")
    func errorMidStream() throws {
        let answer = try Self.answer([Self.line(#""content":"half""#), "{\"error\":\"out of memory\"}\n"])
        #expect(answer.messages.map(\.text) == ["half"])
        #expect(answer.error?.string == "out of memory")
        #expect(!answer.isComplete)
    }

    @Test("every beginning of a stream gives a beginning of the text, and only its end is complete")
    func prefixes() throws {
        let lines = [Self.line(#""content":"a""#), Self.line(#""content":"\u00e9b\u{20AC}""#), Self.last]
        try StreamFixture.expectPrefixes(of: lines, ending: 2, type: Self.type)
    }

    @Test("wrong types and what is not known are kept")
    func unknown() throws {
        let answer = try Self.answer([
            Self.line(#""content":7,"mood":"calm""#), Self.line(#""content":"x","tool_calls":[3,{"function":{}}]"#),
            #"{"model":"m","message":[],"done":true,"done_reason":"odd","extra":1}"#,
        ])
        #expect(answer.messages.first?.details.map(\.name) == ["content", "mood"])
        #expect(answer.messages.map(\.sketch) == [["text:x", "call:{}", "call:{}"]])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "odd", unified: nil))
        #expect(answer.details.map(\.name).contains("extra"))
    }

    @Test("images of an answer are data without a type")
    func images() throws {
        let answer = try Self.answer([Self.line(#""content":"","images":["QUJD"]"#), Self.last])
        #expect(answer.messages.map(\.sketch) == [["blob:none 3"]])
        #expect(answer.messages.first?.parts.first?.blob?.modality == .image)
    }

    @Test("prompts have their turns, images, calls, results, tools and options")
    func prompt() throws {
        let reading = try StreamFixture.reading(
            path: "/api/chat",
            request: #"""
                {"model":"m","stream":true,"options":{"temperature":0.5,"num_predict":9},"keep_alive":"5m",
                 "tools":[{"type":"function","function":{"name":"f"}}],"messages":[
                  {"role":"system","content":"brief"},{"role":"user","content":"look","images":["QUJD"]},
                  {"role":"assistant","content":"","thinking":"hm","tool_calls":[{"function":{"name":"f","arguments":{"a":1}}}]},
                  {"role":"tool","content":"3","tool_name":"f"}]}
                """#, type: Self.type, Self.last)
        let prompt = try #require(reading.prompt)
        #expect(reading.dialect?.id == OllamaChat.id)
        #expect(prompt.model == "m")
        #expect(
            prompt.messages.map(\.sketch) == [
                ["text:brief"], ["text:look", "blob:none 3"], ["reasoning:hm", #"call:f{"a":1}"#], ["response:f"],
            ])
        #expect(prompt.config.map(\.name) == ["stream", "temperature", "num_predict", "keep_alive"])
        #expect(prompt.tools?.map(\.name) == ["f"])
        let generate = try StreamFixture.reading(
            path: "/api/generate", request: #"{"model":"m","prompt":"hi","system":"s","images":["QUJD"],"raw":true}"#,
            type: Self.type, #"{"response":"x","done":true}"#)
        #expect(generate.prompt?.messages.map(\.sketch) == [["text:hi", "blob:none 3"]])
        #expect(generate.prompt?.system.map(\.text) == ["s"])
        #expect(generate.prompt?.config.map(\.name) == ["raw"])
    }

    @Test(
        "a path alone does not tell, and other payloads are others",
        arguments: [
            ("/api/chat", "", false), ("http://localhost:11434/api/chat", "", true),
            ("/api/chat", #"{"message":{},"done":false}"#, true), ("/x", #"{"message":{},"done":false}"#, true),
            ("/api/chat", #"{"error":"model not found"}"#, true), ("/x", #"{"error":"model not found"}"#, false),
            ("/api/chat", #"{"message":"hello"}"#, false), ("/api/pull", #"{"status":"pulling","total":1}"#, false),
            ("/api/chat", #"{"response":"x","done":true}"#, false),
        ])
    func recognition(_ path: String, _ payload: String, _ isOllama: Bool) {
        let evidence = DialectEvidence(
            url: URLComponents(splitting: path), firstPayload: JSONDocument(parsing: Array(payload.utf8)).root)
        #expect((OllamaChat.recognise(evidence) > .none) == isOllama)
    }
}
