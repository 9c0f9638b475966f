import Conversation
import JSONReading
import Testing

@Suite("Reasoning of Chat Completions")
struct ChatReasoningTests {
    private typealias Fixture = OpenAIFixture

    @Test("reasoning goes by two names, and one text under both is one", arguments: ["reasoning", "reasoning_content"])
    func names(_ name: String) throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"\#(name)":"th","content":""}"#), Fixture.chunk(#"{"\#(name)":"ink"}"#),
            Fixture.chunk(#"{"reasoning":"!","reasoning_content":"!"}"#),
            Fixture.chunk(#"{"content":"said"}"#, finish: "stop"),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:think!", "text:said"]])
        #expect(answer.messages.first?.details.isEmpty == true)
    }

    @Test("two different texts are both kept, and what is no text too")
    func differentTexts() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"reasoning":"b","reasoning_content":"a"}"#),
            Fixture.chunk(#"{"reasoning":{"x":1}}"#, finish: "stop"),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:a"]])
        #expect(answer.messages.first?.details.first?.values.count == 2)
    }

    @Test("details repeat the text, sign it, and hold what is encrypted")
    func details() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(
                #"{"reasoning":"th","reasoning_details":[{"type":"reasoning.text","text":"th","format":"f","index":0}]}"#
            ),
            Fixture.chunk(
                #"{"reasoning":"ink","reasoning_details":[{"type":"reasoning.text","text":"ink","format":"f","index":0}]}"#
            ),
            Fixture.chunk(
                #"{"reasoning_details":[{"type":"reasoning.text","signature":"c2ln","index":0},{"type":"reasoning.encrypted","data":"old","index":1}]}"#
            ),
            Fixture.chunk(
                #"{"reasoning_details":[{"type":"reasoning.encrypted","data":"new","id":"r","index":1}],"content":"said"}"#,
                finish: "stop"),
        ])
        let message = try #require(answer.messages.first)
        #expect(message.sketch == ["reasoning:think", "reasoning:", "text:said"])
        #expect(message.parts.map(\.signature) == ["c2ln", nil, nil])
        #expect(message.parts.map(\.redacted) == [nil, "new", nil])
        let rest = message.details.first?.values.map { value in String(decoding: value.rawBytes, as: UTF8.self) }
        #expect(
            rest == [
                #"{"type":"reasoning.text","format":"f","index":0}"#,
                #"{"type":"reasoning.encrypted","id":"r","index":1}"#,
            ])
    }

    @Test("details alone are the reasoning, by their texts and summaries")
    func detailsAlone() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"reasoning_details":[{"type":"reasoning.summary","summary":"th","index":0}]}"#),
            Fixture.chunk(#"{"reasoning":"","reasoning_details":[{"type":"reasoning.text","text":"ink","index":0}]}"#),
            Fixture.chunk(#"{"reasoning_details":7}"#, finish: "stop"),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:think"]])
    }

    @Test("a signature without words has a part of its own")
    func signatureAlone() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"reasoning_details":[{"signature":"c2ln"}],"content":"a"}"#, finish: "stop")
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:", "text:a"]])
        #expect(answer.messages.first?.parts.first?.signature == "c2ln")
    }
}
