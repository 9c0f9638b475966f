import Conversation
import Testing

/// Answers of Gemini that end inside a part.
@Suite struct GeminiCutThoughtTests {
    @Test(
        "what is cut before the mark of a thought is one where thoughts were asked for and no text has come",
        arguments: [
            (true, #"[{"candidates":[{"content":{"parts":[{"text":"Hm"#, "", "Hm"),
            (true, #"[{"candidates":[{"content":{"parts":[{"text":"Hm","thought":true},{"text":"so"#, "", "Hmso"),
            (
                true, #"[{"candidates":[{"content":{"parts":[{"text":"Hm","thought":true},{"text":"Hi"},{"text":"!"#,
                "Hi!", "Hm"
            ),
            (true, #"[{"candidates":[{"content":{"parts":[{"text":"Hi"}"#, "Hi", ""),
            (false, #"[{"candidates":[{"content":{"parts":[{"text":"Hi"#, "Hi", ""),
        ])
    func cutThoughts(asked: Bool, response: String, text: String, thought: String) throws {
        let config = asked ? #","generationConfig":{"thinkingConfig":{"includeThoughts":true}}"# : ""
        let request = #"{"contents":[{"parts":[{"text":"?"}]}]\#(config)}"#
        let answer = try #require(try ConversationFixture.gemini(request: request, response: response).answer)
        #expect(answer.messages.first?.text == text)
        let thoughts = answer.messages.first?.parts.map { part in
            if case .reasoning(let thought) = part.content { thought } else { "" }
        }
        #expect(thoughts?.joined() == thought)
    }
}
