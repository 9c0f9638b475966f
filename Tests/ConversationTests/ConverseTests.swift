import CaptureReading
import Conversation
import JSONReading
import TestSupport
import Testing

@Suite("Bedrock Converse")
struct ConverseTests {
    private static let start = AWSFrame.event("messageStart", #"{"p":"abc","role":"assistant"}"#)

    private static let metadata = AWSFrame.event(
        "metadata",
        #"{"metrics":{"latencyMs":5},"p":"ab","usage":{"inputTokens":5,"outputTokens":7,"totalTokens":15,"cacheReadInputTokens":3}}"#
    )

    private static func delta(_ delta: String, at index: Int = 0) -> [UInt8] {
        AWSFrame.event("contentBlockDelta", #"{"contentBlockIndex":\#(index),"delta":\#(delta),"p":"a"}"#)
    }

    private static func begin(_ start: String, at index: Int) -> [UInt8] {
        AWSFrame.event("contentBlockStart", #"{"contentBlockIndex":\#(index),"start":\#(start)}"#)
    }

    private static func stop(_ reason: String) -> [UInt8] {
        AWSFrame.event("messageStop", #"{"p":"abcd","stopReason":"\#(reason)"}"#)
    }

    private static func answer(_ messages: [[UInt8]], reason: String = "end_turn") throws -> Answer {
        try BedrockFixture.answer([start] + messages + [stop(reason), metadata])
    }

    @Test("the first piece of a block tells its kind; usage comes behind the end")
    func blocks() throws {
        let answer = try Self.answer(
            [
                Self.delta(#"{"reasoningContent":{"text":"hm"}}"#),
                Self.delta(#"{"reasoningContent":{"signature":"c2ln"}}"#), Self.delta(#"{"text":"a\ud83d"}"#, at: 1),
                Self.delta(#"{"text":"\ude00"}"#, at: 1),
                AWSFrame.event("contentBlockStop", #"{"contentBlockIndex":1}"#),
                Self.begin(#"{"toolUse":{"toolUseId":"t1","name":"get"}}"#, at: 2),
                Self.delta(#"{"toolUse":{"input":"{\"city\":\"\\u00"}}"#, at: 2),
                Self.delta(#"{"toolUse":{"input":"e9\"}"}}"#, at: 2),
                Self.begin(#"{"toolUse":{"toolUseId":"t2","name":"now"}}"#, at: 3),
                Self.delta(#"{"toolUse":{"input":""}}"#, at: 3),
            ], reason: "tool_use")
        #expect(
            answer.messages.map(\.sketch) == [
                ["reasoning:hm", "text:a\u{1F600}", #"call:get{"city":"\u00e9"}"#, "call:now{}"]
            ])
        #expect(answer.messages.first?.parts.first?.signature == "c2ln")
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "tool_use", unified: .toolCall))
        #expect(answer.messages.first?.details.isEmpty == true)
        #expect(answer.tokens == TokenUsage(input: 8, output: 7, total: 15, cachedInput: 3))
        #expect(answer.details.map(\.name) == ["metrics"])
        #expect(answer.isComplete)
        #expect(answer.eventCount == 13)
        #expect(answer.warnings.isEmpty)
    }

    @Test("what is withheld, cited, or run by Bedrock keeps its own form")
    func otherBlocks() throws {
        let answer = try Self.answer([
            Self.delta(#"{"reasoningContent":{"redactedContent":"b3Bh"}}"#), Self.delta(#"{"text":"a"}"#, at: 1),
            Self.delta(#"{"citation":{"title":"T"}}"#, at: 1),
            Self.begin(#"{"toolUse":{"toolUseId":"s","name":"nova_x","type":"server_tool_use"}}"#, at: 2),
            Self.delta(#"{"toolUse":{"input":"{\"q\":1}"}}"#, at: 2),
            Self.begin(#"{"toolResult":{"toolUseId":"s","status":"success","type":"nova_x_result"}}"#, at: 3),
            Self.delta(#"{"toolResult":[{"json":{"y":2}}]}"#, at: 3), Self.delta(#"{"hologram":{}}"#, at: 9),
        ])
        #expect(
            answer.messages.map(\.sketch) == [
                ["reasoning:", "text:a", "server:nova_x", "served:nova_x", "other:hologram"]
            ])
        #expect(answer.messages.first?.parts.map(\.redacted) == ["b3Bh", nil, nil, nil, nil])
        #expect(answer.messages.first?.parts[1].annotations.count == 1)
        #expect(answer.messages.first?.parts[3].details.map(\.name) == ["toolResult"])
        guard case .serverToolCall(_, let raw) = answer.messages.first?.parts[2].content else {
            Issue.record("expected a call")
            return
        }
        #expect(raw["input"]?["q"]?.int == 1)
    }

    @Test("an exception in the middle keeps what was said, and its name")
    func exception() throws {
        let answer = try BedrockFixture.answer([
            Self.start, Self.delta(#"{"text":"half"}"#),
            AWSFrame.exception("modelStreamErrorException", #"{"message":"broke","originalStatusCode":500}"#),
        ])
        #expect(answer.messages.map(\.text) == ["half"])
        #expect(answer.error?["message"]?.string == "broke")
        #expect(answer.detail("exception_type") == "modelStreamErrorException")
        #expect(!answer.isComplete)
        let headers = AWSFrame.text(":message-type", "error") + AWSFrame.text(":error-code", "Internal")
        let bare = try BedrockFixture.answer([Self.start, AWSFrame.message(headers: headers, payload: [])])
        #expect(bare.error?[":error-code"]?.string == "Internal")
    }

    @Test("damage is told and left out, and an end that is cut is told")
    func damage() throws {
        var damaged = Self.delta(#"{"text":"lost"}"#)
        damaged[damaged.count - 1] ^= 1
        let cut = Array(Self.delta(#"{"text":"cut"}"#).dropLast(3))
        let answer = try BedrockFixture.answer([
            Self.start, Self.delta(#"{"text":"a"}"#), damaged, Self.delta(#"{"text":"b"}"#), cut,
        ])
        #expect(answer.messages.map(\.text) == ["ab"])
        #expect(answer.warnings.map(\.kind) == [.damagedMessage, .incompleteTail, .noTerminator])
        #expect(answer.warnings.first?.place?.byte == Self.start.count + Self.delta(#"{"text":"a"}"#).count)
    }

    @Test("indexes may be huge, negative or missing, and events that are not known are kept")
    func hostile() throws {
        let answer = try Self.answer([
            Self.delta(#"{"text":"a"}"#, at: Int.max), Self.delta(#"{"text":"b"}"#, at: Int.min),
            AWSFrame.event("contentBlockDelta", #"{"delta":{"text":"c"}}"#),
            AWSFrame.event("contentBlockDelta", #"{"delta":{"text":4}}"#), AWSFrame.event("contentBlockStart", "[]"),
            AWSFrame.event("brandNew", #"{"x":1}"#), AWSFrame.event("empty", ""),
        ])
        #expect(answer.messages.map(\.text) == ["abc"])
        #expect(answer.details.map(\.name) == ["brandNew", "metrics"])
    }

    @Test("every beginning of a stream gives a beginning of the text, and only its end is complete")
    func prefixes() throws {
        let begin = Self.start + Self.delta(#"{"text":"Gr\u00fc"}"#) + Self.delta("{\"text\":\"\u{DF}e\"}")
        let stream = begin + Self.stop("end_turn") + Self.metadata
        for count in 12..<stream.count {
            guard let answer = try BedrockFixture.bare([Array(stream.prefix(count))]).answer else { continue }
            #expect("Gr\u{FC}\u{DF}e".hasPrefix(answer.messages.first?.text ?? ""), "cut behind byte \(count)")
            #expect(!answer.isComplete || count > begin.count, "cut behind byte \(count)")
        }
    }

    @Test("a whole answer is read as the same stream would be")
    func whole() throws {
        let answer = try StreamFixture.answer(
            #"{"metrics":{"latencyMs":1},"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"hm","signature":"c2ln"}}},{"citationsContent":{"content":[{"text":"hi"}],"citations":[{"title":"T"}]}},{"toolUse":{"toolUseId":"t","name":"f","input":{"a":1}}},{"image":{"format":"png","source":{"bytes":"QUJD"}}}]}},"stopReason":"guardrail_intervened","usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3}}"#,
            type: "application/json")
        #expect(
            answer.messages.map(\.sketch) == [["reasoning:hm", "text:hi", #"call:f{"a":1}"#, "blob:image/png 3"]])
        #expect(answer.messages.first?.finishReason?.unified == .contentFilter)
        #expect(answer.messages.first?.parts[1].annotations.count == 1)
        #expect(answer.isComplete)
        let failed = try StreamFixture.reading(
            path: "/model/m/converse", type: "application/json", status: 429, #"{"message":"Too many requests"}"#)
        #expect(failed.answer?.error?["message"]?.string == "Too many requests")
    }

    @Test("prompts have their turns, tools and settings, and the model of the path")
    func prompt() throws {
        let reading = try StreamFixture.reading(
            path: "/model/us.vendor.model-v1%3A0/converse-stream",
            request: #"""
                {"system":[{"text":"brief"},{"cachePoint":{"type":"default"}}],"inferenceConfig":{"maxTokens":9,"temperature":0.5},
                 "guardrailConfig":{"guardrailIdentifier":"g"},"toolConfig":{"tools":[{"toolSpec":{"name":"f"}},{"systemTool":{"name":"nova_x"}}],"toolChoice":{"auto":{}}},
                 "messages":[{"role":"user","content":[{"text":"look"},{"document":{"format":"pdf","name":"d","source":{"s3Location":{"uri":"s3://b/d"}}}},
                   {"guardContent":{"text":{"text":"q","qualifiers":["query"]}}}]},
                  {"role":"user","content":[{"toolResult":{"toolUseId":"t","content":[{"text":"r"},{"image":{"format":"jpeg","source":{"bytes":"QUJDRA=="}}}]}}]}]}
                """#, type: "application/json", "")
        let prompt = try #require(reading.prompt)
        #expect(reading.dialect?.id == BedrockConverse.id)
        #expect(prompt.model == "us.vendor.model-v1:0")
        #expect(prompt.system.count == 2)
        #expect(
            prompt.messages.map(\.sketch) == [
                ["text:look", #"file:uri("s3://b/d")"#, "text:q"], ["response:", "blob:image/jpeg 4"],
            ])
        #expect(prompt.config.map(\.name) == ["maxTokens", "temperature", "guardrailConfig", "toolChoice"])
        #expect(prompt.tools?.map(\.name) == ["f", "nova_x"])
        #expect(prompt.tools?.map(\.kind) == [.function, .server])
    }

    @Test(
        "the path tells, or the first event",
        arguments: [
            ("/model/m/converse", nil, "", true), ("/model/a%2Fb/converse-stream", nil, "", true),
            ("/model/m/invoke", nil, "", false), ("/model/converse", nil, "", false),
            ("/x", "messageStart", "{}", true),
            ("/x", "chunk", "{}", false), ("/x", nil, #"{"output":{"message":{"content":[]}},"stopReason":"x"}"#, true),
            ("/x", nil, #"{"contentBlockDelta":{"delta":{}}}"#, true), ("/x", nil, #"{"metadata":{"a":1}}"#, false),
        ] as [(String, String?, String, Bool)])
    func recognition(_ path: String, _ event: String?, _ payload: String, _ isConverse: Bool) {
        let evidence = DialectEvidence(
            url: URLComponents(splitting: path), firstPayload: JSONDocument(parsing: Array(payload.utf8)).root,
            firstEventType: event)
        #expect((BedrockConverse.recognise(evidence) > .none) == isConverse)
    }
}
