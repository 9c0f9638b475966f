import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Anthropic text completions")
struct AnthropicCompleteTests {
    private static func piece(_ text: String, reason: String = "null") -> String {
        #"{"type":"completion","id":"c1","completion":"\#(text)","stop_reason":\#(reason),"model":"claude-2","stop":null}"#
    }

    @Test("pieces are joined, halves of characters too")
    func pieces() throws {
        let answer = try StreamFixture.answer(to: [
            #"{"type":"ping"}"#, Self.piece(" Hi"), Self.piece(#"\ud83d"#),
            Self.piece(#"\ude00"#, reason: #""stop_sequence""#),
        ])
        #expect(answer.messages.map(\.sketch) == [["text: Hi\u{1F600}"]])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "stop_sequence", unified: .stop))
        #expect(answer.id == "c1")
        #expect(answer.model == "claude-2")
        #expect(answer.isComplete)
    }

    @Test("the oldest versions send all of the text each time")
    func cumulative() throws {
        let answer = try StreamFixture.answer(to: [
            #"{"completion":" Hi","stop_reason":null,"truncated":false}"#,
            #"{"completion":" Hi you","stop_reason":"max_tokens","truncated":false}"#,
        ])
        #expect(answer.messages.map(\.text) == [" Hi you"])
        #expect(answer.messages.first?.finishReason?.unified == .length)
    }

    @Test("every beginning of a stream gives a beginning of the text, and only its end is complete")
    func prefixes() throws {
        let pieces = [Self.piece("a"), Self.piece("b\u{E9}"), Self.piece("", reason: #""stop_sequence""#)]
        try StreamFixture.expectPrefixes(of: pieces.map { piece in ConversationFixture.events([piece]) }, ending: 2)
    }

    @Test("an error in the middle keeps what was said")
    func errorMidStream() throws {
        let answer = try StreamFixture.answer(to: [Self.piece("a"), #"{"type":"error","error":{"type":"api_error"}}"#])
        #expect(answer.messages.map(\.text) == ["a"])
        #expect(answer.error?["type"]?.string == "api_error")
        #expect(!answer.isComplete)
    }

    @Test("the prompt is one text, everything else a setting")
    func prompt() throws {
        let reading = try StreamFixture.reading(
            path: "/v1/complete",
            request: #"{"model":"claude-2","prompt":"\n\nHuman: hi\n\nAssistant:","max_tokens_to_sample":5}"#, "")
        #expect(reading.dialect?.id == AnthropicComplete.id)
        #expect(reading.prompt?.model == "claude-2")
        #expect(reading.prompt?.messages.map(\.text) == ["\n\nHuman: hi\n\nAssistant:"])
        #expect(reading.prompt?.config.map(\.name) == ["max_tokens_to_sample"])
    }
}
