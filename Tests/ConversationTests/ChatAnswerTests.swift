import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Answers of Chat Completions")
struct ChatAnswerTests {
    private typealias Fixture = OpenAIFixture

    @Test("texts join, the role is said once however often it is repeated, and null, empty and absent add nothing")
    func textsJoin() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"role":"assistant","content":""}"#),
            Fixture.chunk(#"{"role":"assistant","content":"Hel"}"#),
            Fixture.chunk(#"{"content":null}"#), Fixture.chunk(#"{"content":"lo"}"#),
            Fixture.chunk("{}", finish: "stop"),
        ])
        #expect(answer.messages.map(\.sketch) == [["text:Hello"]])
        #expect(answer.messages.map(\.role) == ["assistant"])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "stop", unified: .stop))
        #expect(answer.id == "c1")
        #expect(answer.model == "m")
        #expect(answer.isComplete)
        #expect(answer.warnings.isEmpty)
        #expect(answer.details.isEmpty)
    }

    @Test("a whole answer takes the same way")
    func whole() throws {
        let answer = try Fixture.answer(
            whole: #"""
                {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant",
                "content":"Hi","refusal":null,"annotations":[{"type":"url_citation"}]},"finish_reason":"stop"}],
                "usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3},"system_fingerprint":"f"}
                """#)
        #expect(answer.messages.map(\.sketch) == [["text:Hi"]])
        #expect(answer.messages.first?.parts.first?.annotations.count == 1)
        #expect(answer.tokens?.total == 3)
        #expect(answer.isComplete)
        #expect(answer.eventCount == nil)
        #expect(answer.details.map(\.name) == ["created", "system_fingerprint"])
    }

    @Test("halves of a character that come in two chunks are one, and one that stays alone is told")
    func surrogates() throws {
        let joined = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":"a\ud83d"}"#), Fixture.chunk(#"{"content":"\ude00b"}"#, finish: "stop"),
        ])
        #expect(joined.messages.map(\.text) == ["a😀b"])
        #expect(joined.warnings.isEmpty)
        let alone = try Fixture.answer(to: [Fixture.chunk(#"{"content":"a\ud83d"}"#, finish: "stop")])
        #expect(alone.messages.map(\.text) == ["a\u{FFFD}"])
        #expect(alone.warnings.map(\.kind) == [.loneSurrogate])
    }

    @Test("choices stay apart and are sorted, whichever comes first, and every one has to end")
    func choices() throws {
        let chunks = [
            Fixture.chunk(#"{"content":"b"}"#, index: 1), Fixture.chunk(#"{"content":"a"}"#),
            Fixture.chunk(#"{"content":"B"}"#, finish: "stop", index: 1),
        ]
        let open = try Fixture.answer(to: chunks)
        #expect(open.messages.map(\.text) == ["a", "bB"])
        #expect(open.messages.map(\.index) == [0, 1])
        #expect(!open.isComplete)
        #expect(open.warnings.map(\.kind) == [.noTerminator])
        #expect(try Fixture.answer(to: chunks + [Fixture.chunk("{}", finish: "length")]).isComplete)
    }

    @Test("indexes of any size and kind are kept apart and allocate nothing")
    func hostileIndexes() throws {
        let answer = try Fixture.answer(to: [
            #"{"choices":[{"index":9223372036854775807,"delta":{"content":"c"}},{"index":-5,"delta":{"content":"a"}}]}"#,
            #"{"choices":[{"index":99999999999999999999,"delta":{"content":"b"}},{"delta":{"content":"?"}},7,"x"]}"#,
            #"{"choices":7}"#, #"{"choices":{"index":0}}"#, "7",
        ])
        #expect(answer.messages.map(\.text) == ["a", "b", "?", "c"])
        #expect(answer.details.map(\.name) == ["choices"])
    }

    @Test("content that follows a finish reason is read, and the last reason counts")
    func contentBehindTheEnd() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":"a"}"#, finish: "length"), Fixture.chunk(#"{"content":"b"}"#, finish: "stop"),
            Fixture.chunk(#"{"content":"c"}"#),
        ])
        #expect(answer.messages.map(\.text) == ["abc"])
        #expect(answer.messages.first?.finishReason?.raw == "stop")
    }

    @Test("the terminator alone proves nothing, and an empty reason is none")
    func noReason() throws {
        let silent = try Fixture.answer(to: [Fixture.chunk(#"{"content":"a"}"#)])
        #expect(!silent.isComplete)
        let empty = try Fixture.answer(to: [Fixture.chunk(#"{"content":"a"}"#, finish: "")])
        #expect(!empty.isComplete)
        #expect(empty.messages.first?.finishReason == FinishReason(raw: "", unified: nil))
        let kept = try Fixture.answer(to: [Fixture.chunk("{}", finish: "stop"), Fixture.chunk("{}", finish: "")])
        #expect(kept.messages.first?.finishReason?.raw == "stop")
    }

    @Test(
        "reasons come down to a few, and unknown ones stay what they are",
        arguments: [
            ("stop", FinishReason.Unified.stop), ("length", .length), ("tool_calls", .toolCall),
            ("function_call", .toolCall), ("content_filter", .contentFilter), ("error", .error), ("tired", nil),
        ])
    func reasons(_ raw: String, _ unified: FinishReason.Unified?) throws {
        let answer = try Fixture.answer(to: [Fixture.chunk("{}", finish: raw)])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: raw, unified: unified))
    }

    @Test("what only repeats the text so far is left out, and padding too")
    func repetitions() throws {
        let answer = try Fixture.answer(to: [
            #"{"choices":[{"delta":{"content":"He"},"message":{"content":"He"}}],"obfuscation":"xx","p":"ab"}"#,
            #"{"choices":[{"delta":{"content":"llo"},"message":{"content":"Hello"},"text":"llo","finish_reason":"stop"}]}"#,
        ])
        #expect(answer.messages.map(\.text) == ["Hello"])
        #expect(answer.details.isEmpty)
    }

    @Test("content may be typed parts, which join with plain text of their kind")
    func typedContent() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":[{"type":"thinking","thinking":[{"type":"text","text":"thi"}]}]}"#),
            Fixture.chunk(#"{"content":[{"type":"thinking","thinking":[{"type":"text","text":"nk"}],"closed":true}]}"#),
            Fixture.chunk(#"{"content":[{"type":"text","text":"said "}]}"#), Fixture.chunk(#"{"content":"more"}"#),
            Fixture.chunk(#"{"content":[{"type":"reference","reference_ids":[1]},{"type":"text"},8]}"#),
            Fixture.chunk(#"{"content":9}"#, finish: "stop"),
        ])
        #expect(
            answer.messages.map(\.sketch) == [
                [
                    "reasoning:think", "text:said more", "other:reference", "other:text", "other:content",
                    "other:content",
                ]
            ])
    }

    @Test("a refusal is a part beside the text, in pieces too")
    func refusals() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":null,"refusal":"I can"}"#), Fixture.chunk(#"{"refusal":"not"}"#, finish: "stop"),
        ])
        #expect(answer.messages.map(\.sketch) == [["refusal:I cannot"]])
    }

    @Test("pieces of sound are decoded one by one, and their transcript is kept beside them")
    func sound() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"audio":{"id":"a1","transcript":"Good "}}"#),
            Fixture.chunk(#"{"audio":{"data":"QQ==","transcript":"day"}}"#),
            Fixture.chunk(#"{"audio":{"data":"QkM="}}"#), Fixture.chunk(#"{"audio":{"expires_at":9}}"#, finish: "stop"),
        ])
        let part = try #require(answer.messages.first?.parts.first)
        #expect(part.blob?.sketch == "none 3")
        #expect(part.blob?.modality == .audio)
        #expect(part.details.map(\.name) == ["id", "expires_at", "transcript"])
        #expect(part.details.last?.values.first?.string == "Good day")
    }

    @Test("images of an answer are data or addresses")
    func images() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(
                #"{"images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}},"#
                    + #"{"type":"image_url","image_url":{"url":"https://a.example/b.png"}}]}"#, finish: "stop")
        ])
        #expect(
            answer.messages.map(\.sketch) == [["blob:image/png 3", #"file:uri("https://a.example/b.png")"#]])
    }

    @Test("an error beside the answer or in its place is kept with what was said, the first of several")
    func errors() throws {
        let midway = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":"a"}"#), #"{"error":{"message":"overloaded"}}"#,
            #"{"error":{"message":"late"}}"#,
        ])
        #expect(midway.error?["message"]?.string == "overloaded")
        #expect(midway.messages.map(\.text) == ["a"])
        #expect(!midway.isComplete)
        #expect(midway.warnings.isEmpty)
        let beside = try Fixture.answer(to: [
            #"{"error":{"code":502},"choices":[{"delta":{"content":"b"},"finish_reason":"error"}]}"#
        ])
        #expect(beside.error?["code"]?.int == 502)
        #expect(beside.messages.map(\.text) == ["b"])
        let groq = try Fixture.answer(to: [#"{"x_groq":{"error":"bad"},"choices":[]}"#])
        #expect(groq.error?.string == "bad")
        let null = try Fixture.answer(to: [#"{"error":null,"choices":[{"delta":{},"finish_reason":"stop"}]}"#])
        #expect(null.error == nil)
    }

    @Test("what comes with the status of a failure is an error, whatever its form")
    func failures() throws {
        let plain = try Fixture.answer(whole: #"{"detail":"no such model"}"#, status: 404)
        #expect(plain.error?["detail"]?.string == "no such model")
        let mistral = try Fixture.answer(whole: #"{"object":"error","message":"no"}"#, status: 200)
        #expect(mistral.error?["message"]?.string == "no")
        let usual = try Fixture.answer(whole: #"{"error":{"message":"no"}}"#, status: 400)
        #expect(usual.error?["message"]?.string == "no")
    }

    @Test("details are kept: Azure's ratings of the prompt, its worst of the answer, probabilities joined")
    func details() throws {
        let answer = try Fixture.answer(to: [
            #"{"id":"","object":"","model":"","choices":[],"prompt_filter_results":[{"prompt_index":0}]}"#,
            #"{"id":"c1","model":"gpt","choices":[{"delta":{"content":"a"},"content_filter_results":{"hate":{"filtered":false,"severity":"medium"}},"logprobs":{"content":[{"token":"a"}],"refusal":null}}]}"#,
            #"{"id":"c1","model":"gpt","choices":[{"delta":{"content":"b"},"finish_reason":"stop","content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"violence":{"filtered":true}},"logprobs":{"content":[{"token":"b"}]}}]}"#,
            #"{"citations":["x"],"choices":[]}"#, #"{"citations":["x","y"],"choices":[]}"#,
        ])
        #expect(answer.id == "c1")
        #expect(answer.model == "gpt")
        #expect(answer.warnings.isEmpty)
        #expect(answer.promptFeedback?.count == 1)
        #expect(answer.details.map(\.name) == ["citations"])
        #expect(answer.details.first?.values.map(\.count) == [2])
        let details = try #require(answer.messages.first?.details)
        #expect(details.map(\.name) == ["logprobs", "content_filter_results"])
        #expect(details.first?.values.first?["content"]?.count == 2)
        let filters = details.last?.values.first
        #expect(filters?["hate"]?["severity"]?.string == "medium")
        #expect(filters?["violence"]?["filtered"]?.bool == true)
    }

    @Test("unknown members of a delta are kept, once where each chunk repeats them")
    func unknownMembers() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"content":"a","channel":"final","new":1,"refusal":7}"#),
            Fixture.chunk(#"{"content":"b","channel":"final","new":2}"#, finish: "stop"),
        ])
        let details = try #require(answer.messages.first?.details)
        #expect(details.map(\.name) == ["channel", "new", "refusal"])
        #expect(details.map(\.values.count) == [1, 2, 1])
    }

    @Test("a change of id is told, and one behind the end that begins a message is another answer")
    func severalAnswers() throws {
        let mixed = try Fixture.answer(to: [
            Fixture.chunk(#"{"role":"assistant","content":"a"}"#),
            Fixture.chunk(#"{"role":"assistant","content":"b"}"#, finish: "stop", id: "c2"),
        ])
        #expect(mixed.messages.map(\.text) == ["ab"])
        #expect(mixed.alternatives.isEmpty)
        #expect(mixed.warnings.map(\.kind) == [.identityChanged])
        let pasted = try Fixture.answer(to: [
            Fixture.chunk(#"{"role":"assistant","content":"a"}"#, finish: "stop"),
            #"{"id":"c9","choices":[],"usage":{"prompt_tokens":1}}"#,
            Fixture.chunk(#"{"role":"assistant","content":"b"}"#, finish: "stop", id: "c2"),
        ])
        #expect(pasted.messages.map(\.text) == ["a"])
        #expect(pasted.tokens?.input == 1)
        #expect(pasted.alternatives.map(\.id) == ["c2"])
        #expect(pasted.alternatives.flatMap(\.messages).map(\.text) == ["b"])
    }

    @Test("every prefix of a stream gives a prefix of the text")
    func prefixes() throws {
        let stream = ConversationFixture.events([
            Fixture.chunk(#"{"role":"assistant","content":"Grüße \ud83d"}"#),
            Fixture.chunk(#"{"content":"\ude00 an"}"#),
            Fixture.chunk(#"{"content":" alle"}"#), Fixture.chunk("{}", finish: "stop"), "[DONE]",
        ])
        try Fixture.expectPrefixes(of: stream, path: "/v1/chat/completions", text: "Grüße 😀 an alle")
    }
}
