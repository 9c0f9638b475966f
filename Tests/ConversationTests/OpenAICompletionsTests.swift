import Conversation
import JSONReading
import Testing

@Suite("The older completions")
struct OpenAICompletionsTests {
    private typealias Fixture = OpenAIFixture

    @Test("texts join by choice, probabilities list by list, and an absent index is told by place")
    func answers() throws {
        let answer = try Fixture.answer(
            to: [
                #"{"id":"c","object":"text_completion","model":"m","choices":[{"text":"a","index":null,"logprobs":{"tokens":["a"],"token_logprobs":[-1.50],"text_offset":[0]}}]}"#,
                #"{"id":"c","choices":[{"text":"B","index":1,"finish_reason":"length"}]}"#,
                #"{"id":"c","choices":[{"text":"b","index":0,"finish_reason":"stop","logprobs":{"tokens":["b"],"token_logprobs":[-2],"text_offset":[1]}}]}"#,
                #"{"id":"c","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}"#,
            ], path: "/v1/completions")
        #expect(answer.messages.map(\.text) == ["ab", "B"])
        #expect(answer.messages.map(\.role) == ["assistant", "assistant"])
        #expect(answer.messages.map(\.finishReason?.unified) == [.stop, .length])
        #expect(answer.isComplete)
        let probabilities = try #require(answer.messages.first?.details.first?.values.first)
        #expect(
            String(decoding: probabilities.rawBytes, as: UTF8.self)
                == #"{"tokens":["a","b"],"token_logprobs":[-1.50,-2],"text_offset":[0,1]}"#)
    }

    @Test("a prompt is a text, several, or tokens; the rest are settings")
    func prompts() throws {
        let one = try Fixture.prompt(
            #"{"model":"m","prompt":"Say","max_tokens":5,"suffix":"!"}"#, path: "/v1/completions")
        #expect(one.model == "m")
        #expect(one.messages.map(\.sketch) == [["text:Say"]])
        #expect(one.config.map(\.name) == ["max_tokens", "suffix"])
        #expect(one.outputLimit?.value.int == 5)
        let several = try Fixture.prompt(#"{"prompt":["a","b",[1,2]]}"#, path: "/v1/completions")
        #expect(several.messages.map(\.sketch) == [["text:a"], ["text:b"], ["other:prompt"]])
        let tokens = try Fixture.prompt(#"{"prompt":[1,2]}"#, path: "/openai/deployments/d/completions")
        #expect(tokens.messages.map(\.sketch) == [["other:prompt"]])
        #expect(tokens.model == "d")
    }
}
