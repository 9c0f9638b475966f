import CaptureReading
import Conversation
import JSONReading
import TestSupport
import Testing

@Suite("Bedrock InvokeModel")
struct InvokeTests {
    private static func answer(_ events: [String]) throws -> Answer {
        try BedrockFixture.answer(events.map(BedrockFixture.chunk))
    }

    private static func whole(_ body: String, status: Int = 200) throws -> Answer {
        let reading = try StreamFixture.reading(
            path: "/model/m/invoke", type: "application/json", status: status, body)
        return try #require(reading.answer)
    }

    @Test("events of Anthropic are folded as its own are, with Bedrock's counts beside")
    func anthropic() throws {
        let answer = try Self.answer([
            #"{"type":"message_start","message":{"id":"m1","role":"assistant","model":"claude-x","content":[],"usage":{"input_tokens":3}}}"#,
            #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a\ud83d"}}"#,
            #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\ude00"}}"#,
            #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}"#,
            #"{"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":3}}"#,
        ])
        #expect(answer.messages.map(\.text) == ["a\u{1F600}"])
        #expect(answer.id == "m1")
        #expect(answer.isComplete)
        #expect(answer.details.map(\.name) == ["amazon-bedrock-invocationMetrics"])
        #expect(answer.eventCount == 5)
    }

    @Test("a piece stands where the bytes stand that hold it")
    func places() throws {
        let first = BedrockFixture.chunk(#"{"generation":"a","stop_reason":null}"#)
        let answer = try BedrockFixture.answer([
            first, BedrockFixture.chunk(#"{"generation":"b","stop_reason":"stop"}"#),
        ])
        let place = try #require(answer.messages.first?.parts.first?.place)
        #expect((0..<first.count).contains(place.byte))
    }

    @Test("events of Nova are Converse's own, each an object of its name")
    func nova() throws {
        let answer = try Self.answer([
            #"{"messageStart":{"role":"assistant"}}"#,
            #"{"contentBlockDelta":{"delta":{"text":"a"},"contentBlockIndex":0},"amazon-bedrock-guardrailAction":"NONE"}"#,
            #"{"contentBlockStop":{"contentBlockIndex":0}}"#,
            #"{"contentBlockDelta":{"delta":{"text":"b"},"contentBlockIndex":1}}"#,
            #"{"messageStop":{"stopReason":"end_turn"}}"#,
            #"{"metadata":{"usage":{"inputTokens":1,"outputTokens":2,"cacheReadInputTokenCount":4}},"amazon-bedrock-invocationMetrics":{}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["text:ab"]])
        #expect(answer.tokens == TokenUsage(input: 5, output: 2, cachedInput: 4))
        #expect(answer.details.map(\.name).contains("amazon-bedrock-guardrailAction"))
        #expect(answer.isComplete)
    }

    @Test(
        "models that say little more than a text are folded by their own names",
        arguments: [
            (
                [
                    #"{"outputText":"a","index":0,"totalOutputTextTokenCount":null,"completionReason":null,"inputTextTokenCount":5}"#,
                    #"{"outputText":"b","index":0,"totalOutputTextTokenCount":9.0,"completionReason":"FINISH"}"#,
                ],
                "FINISH", TokenUsage(input: 5, output: 9)
            ),
            (
                [
                    #"{"generation":"a","prompt_token_count":4,"generation_token_count":1,"stop_reason":null}"#,
                    #"{"generation":"b","generation_token_count":2,"stop_reason":"stop"}"#,
                ],
                "stop", TokenUsage(input: 4, output: 2)
            ),
            (
                [
                    #"{"outputs":[{"text":"a","stop_reason":null}]}"#,
                    #"{"outputs":[{"text":"b","stop_reason":"stop"}]}"#,
                ], "stop", nil
            ),
            (
                [#"{"text":"a","is_finished":false}"#, #"{"text":"b","is_finished":true,"finish_reason":"COMPLETE"}"#],
                "COMPLETE", nil
            ),
            (
                [
                    #"{"completion":"a","stop_reason":null,"stop":null}"#,
                    #"{"completion":"b","stop_reason":"stop_sequence"}"#,
                ], "stop_sequence", nil
            ),
        ] as [([String], String, TokenUsage?)])
    func texts(_ events: [String], _ reason: String, _ tokens: TokenUsage?) throws {
        let answer = try Self.answer(events)
        #expect(answer.messages.map(\.sketch) == [["text:ab"]])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: reason, unified: .stop))
        #expect(answer.tokens == tokens)
        #expect(answer.isComplete)
        let cut = try Self.answer([events[0]])
        #expect(!cut.isComplete)
    }

    @Test(
        "whole answers are read by the model's own members",
        arguments: [
            (
                #"{"inputTextTokenCount":3,"results":[{"tokenCount":2,"outputText":"hi","completionReason":"LENGTH"}]}"#,
                ["hi"]
            ),
            (
                #"{"id":1234,"completions":[{"data":{"text":"hi","tokens":[]},"finishReason":{"reason":"endoftext"}}]}"#,
                ["hi"]
            ),
            (
                #"{"generations":[{"text":"a","finish_reason":"COMPLETE"},{"text":"b","finish_reason":"MAX_TOKENS"}]}"#,
                ["a", "b"]
            ),
            (#"{"text":"hi","generation_id":"g","finish_reason":"STOP_SEQUENCE"}"#, ["hi"]),
            (#"{"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"end_turn"}"#, ["hi"]),
            (
                #"{"type":"message","role":"assistant","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn"}"#,
                ["hi"]
            ),
        ])
    func wholes(_ body: String, _ texts: [String]) throws {
        let answer = try Self.whole(body)
        #expect(answer.messages.map(\.text) == texts)
        #expect(answer.messages.allSatisfy { message in message.finishReason != nil })
        #expect(answer.isComplete)
    }

    @Test("errors are told, alone and in the middle, and what cannot be read is told")
    func errors() throws {
        let answer = try BedrockFixture.answer([
            BedrockFixture.chunk(#"{"generation":"half","stop_reason":null}"#),
            AWSFrame.event("chunk", #"{"bytes":"!!!!"}"#),
            AWSFrame.event("novel", #"{"x":1}"#), AWSFrame.exception("modelTimeoutException", #"{"message":"late"}"#),
        ])
        #expect(answer.messages.map(\.text) == ["half"])
        #expect(answer.error?["message"]?.string == "late")
        #expect(answer.detail("exception_type") == "modelTimeoutException")
        #expect(answer.details.map(\.name).contains("novel"))
        #expect(answer.warnings.map(\.kind) == [.unreadablePiece])
        #expect(!answer.isComplete)
        let alone = try Self.whole(#"{"message":"no access"}"#, status: 403)
        #expect(alone.error?["message"]?.string == "no access")
        #expect(alone.messages.isEmpty)
    }

    @Test(
        "prompts are read in the shape of the model",
        arguments: [
            (
                #"{"anthropic_version":"bedrock-2023-05-31","messages":[{"role":"user","content":[{"type":"text","text":"q"}]}],"max_tokens":5}"#,
                ["anthropic_version", "max_tokens"]
            ),
            (
                #"{"messages":[{"role":"user","content":[{"text":"q"}]}],"inferenceConfig":{"max_new_tokens":5}}"#,
                ["max_new_tokens"]
            ),
            (#"{"messages":[{"role":"user","content":"q"}],"max_tokens":5}"#, ["max_tokens"]),
            (#"{"inputText":"q","textGenerationConfig":{"topP":1}}"#, ["topP"]),
            (#"{"prompt":"q","max_gen_len":5}"#, ["max_gen_len"]),
            (#"{"message":"q","p":0.9}"#, ["p"]),
        ])
    func prompts(_ request: String, _ settings: [String]) throws {
        let reading = try StreamFixture.reading(
            path: "/model/vendor.model-v1%3A0/invoke-with-response-stream", request: request, type: "application/json",
            "")
        #expect(reading.dialect?.id == BedrockInvoke.id)
        #expect(reading.prompt?.model == "vendor.model-v1:0")
        #expect(reading.prompt?.messages.map(\.text) == ["q"])
        #expect(reading.prompt?.config.map(\.name) == settings)
    }
}
