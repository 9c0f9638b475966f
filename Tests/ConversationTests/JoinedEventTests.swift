import CaptureReading
import JSONReading
import Testing

@testable import Conversation

/// Events that only go on with a text are read as one; what the answer comes to is the same.
@Suite struct JoinedEventTests {
    /// A stream of a dialect, and how many payloads its events are joined to.
    struct Stream: CustomTestStringConvertible {
        let dialect: any APIDialect.Type
        let events: [String]
        let payloadCount: Int

        var testDescription: String { dialect.title }
    }

    private static let words = ["Hi", "", " \\\"there\\\"\\n", " caf\\u00e9", "é", "\\ud83d", "\\ude00", " end"]

    private static let chat = (0..<8).map { number in
        let usage = number < 6 ? "null" : #"{"prompt_tokens":5,"completion_tokens":\#(number)}"#
        return #"{"id":"c1","created":\#(number),"model":"m","choices":[{"index":0,"delta":{"role":"assistant","#
            + #""content":"\#(words[number])"},"finish_reason":null}],"usage":\#(usage),"obfuscation":"\#(number)a"}"#
    }

    private static let calls = ["{\\\"a\\\"", ":", " [1,", "2]}"].map { piece in
        #"{"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\#(piece)"}}]}}]}"#
    }

    private static let call =
        #"{"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"t","type":"function","#
        + #""function":{"name":"f","arguments":""}}]}}]}"#

    private static let completions = words.map { word in
        #"{"id":"c1","object":"text_completion","choices":[{"index":0,"text":"\#(word)","finish_reason":null}]}"#
    }

    private static let gemini = words.enumerated().map { number, word in
        #"{"candidates":[{"content":{"parts":[{"text":"\#(word)","thought":\#(number < 3)}],"role":"model"},"index":0}],"#
            + #""usageMetadata":{"totalTokenCount":\#(number),"promptTokensDetails":[{"modality":"TEXT","tokenCount":4}]}}"#
    }

    private static let responses = words.enumerated().map { number, word in
        #"{"type":"response.output_text.delta","sequence_number":\#(number < 6 ? number : number + 1),"item_id":"i","#
            + #""output_index":0,"content_index":0,"delta":"\#(word)","logprobs":[],"obfuscation":"\#(number)"}"#
    }

    private static let anthropic = words.map { word in
        #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\#(word)"}}"#
    }

    static let all = [
        Stream(dialect: OpenAIChatCompletions.self, events: chat + [call] + calls, payloadCount: 8),
        Stream(dialect: OpenAICompletions.self, events: completions, payloadCount: 5),
        Stream(dialect: GeminiGenerateContent.self, events: gemini, payloadCount: 7),
        Stream(dialect: OpenAIResponses.self, events: responses, payloadCount: 5),
        Stream(dialect: AnthropicMessages.self, events: anthropic, payloadCount: 5),
    ]

    /// Events that are alike but for a text or a number, and are not to be joined.
    static let apart = [
        // What is no text is kept event by event.
        Stream(
            dialect: OpenAIResponses.self,
            events: (0..<4).map { number in
                #"{"type":"response.shell_call_command.delta","sequence_number":\#(number),"delta":"w\#(number)"}"#
            }, payloadCount: 4),
        // The largest number is followed by none.
        Stream(
            dialect: OpenAIResponses.self,
            events: [Int.max, 1, 3].map { number in
                #"{"type":"response.output_text.delta","sequence_number":\#(number),"output_index":0,"delta":"a"}"#
            }, payloadCount: 3),
        // What has its name twice is added twice.
        Stream(
            dialect: OpenAIChatCompletions.self,
            events: (0..<3).map { number in
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"A","arguments":"#
                    + #""\#(number)"}}]}}]}"#
            }, payloadCount: 3),
        Stream(
            dialect: GeminiGenerateContent.self,
            events: (0..<3).map { number in
                #"{"candidates":[{"content":{"parts":[{"text":"A"}]},"content":{"parts":[{"text":"\#(number)"}]}}]}"#
            }, payloadCount: 3),
        Stream(
            dialect: OpenAIChatCompletions.self,
            events: (0..<3).map { number in
                #"{"choices":[{"index":0,"delta":{"content":"a\#(number)"},"logprobs":{"content":[{"token":"a"}]}}]}"#
            }, payloadCount: 3),
    ]

    @Test("events are joined, and those that say more are not", arguments: all + apart)
    func payloads(_ stream: Stream) {
        let body = Body(bytes: Array(ConversationFixture.events(stream.events).utf8)[...], place: Place(byte: 0))
        var reader = PayloadReader(body)
        var payloads: [Payload] = []
        _ = reader.read(declared: nil, addedText: stream.dialect.addedText) { payload in payloads.append(payload) }
        #expect(payloads.count == stream.payloadCount)
        #expect(payloads.reduce(0) { count, payload in count + payload.eventCount } == stream.events.count)
        #expect(reader.warnings.isEmpty)
    }

    @Test("an answer is the same, be its events joined or not, cut behind any of them", arguments: all + apart)
    func answers(_ stream: Stream) throws {
        for count in 1...stream.events.count {
            let events = Array(stream.events.prefix(count))
            // Data on several lines are never joined.
            let apart = events.map { event in "data: {\ndata: \(event.dropFirst())\n\n" }.joined()
            let joined = try answer(of: stream.dialect, to: ConversationFixture.events(events))
            #expect(try description(of: joined) == description(of: answer(of: stream.dialect, to: apart)))
        }
    }

    @Test("the lines of an event before its data may be part of what is alike", arguments: ["\n", "\r\n"])
    func fields(_ end: String) throws {
        let lines = JoinedEventTests.anthropic.map { event in
            ["event: content_block_delta", "data: \(event)", "", ""].joined(separator: end)
        }
        var reader = PayloadReader(Body(bytes: Array(lines.joined().utf8)[...], place: Place(byte: 0)))
        var count = 0
        let shape = reader.read(declared: nil, addedText: AnthropicMessages.addedText) { _ in count += 1 }
        #expect(count == 5)
        #expect(shape.eventCount == 8)
    }

    @Test("what stands behind the text of joined events has its place in the last of them")
    func places() throws {
        let body = ConversationFixture.events(JoinedEventTests.gemini)
        let answer = try answer(of: GeminiGenerateContent.self, to: body)
        let usage = try #require(body.utf8.lastRange(of: "{\"totalTokenCount\""))
        #expect(answer.usagePlace?.byte == usage)
        #expect(
            answer.messages.first?.parts.map(\.place?.byte) == [
                body.utf8.lastRange(of: "\"Hi\""), body.utf8.lastRange(of: "\" caf"),
            ])
    }

    private func answer(of dialect: any APIDialect.Type, to body: String) throws -> Answer {
        var reader = PayloadReader(Body(bytes: Array(body.utf8)[...], place: Place(byte: 0)))
        var assembler = dialect.makeAssembler()
        _ = reader.read(declared: nil, addedText: dialect.addedText) { payload in assembler.append(payload) }
        return assembler.finish()
    }

    /// What an answer comes to, but for its places.
    private func description(of answer: Answer) -> [String] {
        func raw(_ value: JSONValue?) -> String {
            value.map { value in String(decoding: value.rawBytes, as: UTF8.self).replacing("\n", with: "") } ?? ""
        }
        let parts = answer.messages.flatMap(\.parts).map { part in
            switch part.content {
            case .text(let text): "text \(text)"
            case .reasoning(let text): "thought \(text)"
            case .toolCall(let call): "call \(call.name) \(call.argumentsText)"
            default: "other"
            }
        }
        let details = answer.details.map { detail in "\(detail.name) \(detail.values.map(raw))" }
        let warnings = answer.warnings.map { warning in "\(warning.kind) \(warning.message)" }
        return parts + details + warnings + [
            answer.id ?? "", answer.model ?? "", raw(answer.usage), "\(answer.isComplete)",
        ]
    }
}

extension String.UTF8View {
    /// Where a text stands for the last time, counted in bytes.
    fileprivate func lastRange(of text: String) -> Int? {
        let bytes = Array(self)
        return bytes.indices.last { index in bytes[index...].starts(with: text.utf8) }
    }
}
