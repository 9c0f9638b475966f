import Conversation
import JSONReading
import Testing

@Suite("Tokens in OpenAI's APIs")
struct OpenAIUsageTests {
    private typealias Fixture = OpenAIFixture

    private func tokens(_ usage: String) throws -> TokenUsage {
        let answer = try Fixture.answer(
            whole: #"{"choices":[{"message":{},"finish_reason":"stop"}],"usage":\#(usage)}"#)
        return try #require(answer.tokens)
    }

    @Test("cached and reasoning tokens are part of the counts, under the names of both APIs")
    func names() throws {
        for usage in [
            #"{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":4,"audio_tokens":2,"text_tokens":0},"completion_tokens_details":{"reasoning_tokens":3}}"#,
            #"{"input_tokens":10,"output_tokens":5,"total_tokens":15,"input_tokens_details":{"cached_tokens":4,"audio_tokens":2},"output_tokens_details":{"reasoning_tokens":3}}"#,
        ] {
            let tokens = try tokens(usage)
            #expect(tokens.input == 10)
            #expect(tokens.output == 5)
            #expect(tokens.cachedInput == 4)
            #expect(tokens.reasoning == 3)
            #expect(tokens.inputByModality == [ModalityCount(modality: "audio", tokens: 2)])
            #expect(tokens.sums.map(\.agrees) == [true])
        }
        #expect(try tokens(#"{"prompt_tokens":1,"prompt_cache_hit_tokens":1}"#).cachedInput == 1)
    }

    @Test("a total that has the reasoning beside the completion says so")
    func reasoningBeside() throws {
        let tokens = try tokens(
            #"{"prompt_tokens":10,"completion_tokens":5,"total_tokens":18,"completion_tokens_details":{"reasoning_tokens":3}}"#
        )
        #expect(tokens.output == 8)
        #expect(tokens.sums.map(\.agrees) == [true])
    }

    @Test("a total may have reasoning in it that nothing else counts, but no less than the rest")
    func reasoningUncounted() throws {
        let counts = #""prompt_tokens":10,"completion_tokens":5"#
        #expect(try tokens(#"{\#(counts),"total_tokens":20}"#).sums.map(\.agrees) == [true])
        #expect(try tokens(#"{\#(counts),"total_tokens":14}"#).sums.map(\.agrees) == [false])
    }

    @Test("counts of any size overflow nothing, and what is no count is none")
    func hostileCounts() throws {
        let most = "9223372036854775807"
        let tokens = try tokens(
            #"{"prompt_tokens":\#(most),"completion_tokens":\#(most),"total_tokens":-1,"completion_tokens_details":{"reasoning_tokens":\#(most)}}"#
        )
        #expect(tokens.sums.map(\.agrees) == [false])
        #expect(try self.tokens(#"{"prompt_tokens":"ten","prompt_tokens_details":[1]}"#).input == nil)
    }

    @Test("the last account counts, wherever it stands")
    func places() throws {
        let finish = Fixture.chunk("{}", finish: "stop")
        let cumulative = try Fixture.answer(to: [
            #"{"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":1,"completion_tokens":1}}"#,
            #"{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}"#, #"{"choices":[],"usage":null}"#,
            finish,
        ])
        #expect(cumulative.tokens?.output == 2)
        #expect(cumulative.usagePlace != nil)
        let groq = try Fixture.answer(to: [finish, #"{"choices":[],"x_groq":{"id":"r","usage":{"prompt_tokens":4}}}"#])
        #expect(groq.tokens?.input == 4)
        let kimi = try Fixture.answer(to: [
            #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop","usage":{"prompt_tokens":5}}]}"#
        ])
        #expect(kimi.tokens?.input == 5)
        let odd = try Fixture.answer(to: [finish, #"{"usage":"none"}"#])
        #expect(odd.usage == nil)
        #expect(odd.detail("usage") == "none")
    }
}
