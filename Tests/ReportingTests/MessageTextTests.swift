import Conversation
import Findings
import Redaction
import Reporting
import Testing

@Suite struct MessageTextTests {
    /// The text of the answer of a Gemini exchange whose response has this body.
    private func text(
        _ body: String, status: String = "200 OK", key: String = "sk-walk-to-perth", style: Redactor.Style = .words
    ) throws -> String {
        let capture = try InspectedCapture(
            """
            POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
            Host: generativelanguage.googleapis.com
            x-goog-api-key: \(key)

            {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}
            HTTP/1.1 \(status)
            Content-Type: application/json

            \(body)
            """)
        let exchange = try #require(capture.exchanges.first)
        return MessageText(of: try #require(exchange.answer), redactor: capture.redactor(style)).text
    }

    /// An answer of one candidate with these parts.
    private func answer(_ parts: String, finish: String = #""finishReason": "STOP""#) -> String {
        #"{"candidates": [{"content": {"role": "model", "parts": [\#(parts)]}, \#(finish)}]}"#
    }

    @Test("texts stand as they were said, reasoning is left out")
    func plain() throws {
        let parts = ##"{"text": "mull", "thought": true}, {"text": "# Title\n\n\tcode\n"}, {"text": "end"}"##
        #expect(try text(answer(parts)) == "# Title\n\n    code\nend\n")
    }

    @Test("data is named with its type and size")
    func blobs() throws {
        let parts = """
            {"text": "Here"}, {"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgo="}},
            {"text": "and"}, {"inlineData": {"mimeType": "image/png", "data": "<png-base64>"}}
            """
        #expect(try text(answer(parts)) == "Here\n[image/png, 8 B]\nand\n[image/png elided in capture]\n")
    }

    @Test("calls and files are named on lines of their own")
    func calls() throws {
        let parts = """
            {"functionCall": {"name": "weather", "args": {"city": "Perth"}}},
            {"fileData": {"mimeType": "video/mp4", "fileUri": "gs://bucket/a.mp4"}},
            {"toolCall": {"toolType": "GOOGLE_SEARCH"}}, {"toolResponse": {"toolType": "GOOGLE_SEARCH"}},
            {"executableCode": {"language": "PYTHON", "code": "1"}},
            {"functionResponse": {"name": "weather", "response": {}}}
            """
        #expect(
            try text(answer(parts)) == """
                weather({"city": "Perth"})
                [video/mp4 at gs://bucket/a.mp4]
                [GOOGLE_SEARCH, run by the provider]
                [result of GOOGLE_SEARCH, run by the provider]
                [executableCode {"executableCode":{"language":"PYTHON","code":"1"}}]
                [response to weather]

                """)
    }

    @Test("a refusal says that it is one")
    func refusal() {
        let message = Message(role: "assistant", parts: [MessagePart(.refusal("I can't."))])
        let answer = Answer(isComplete: true, messages: [message])
        #expect(MessageText(of: answer, redactor: .disclosing).text == "[refused]\nI can't.\n")
    }

    @Test("alternatives are told apart")
    func alternatives() throws {
        let candidates = (0..<3).map { index in
            #"{"index": \#(index), "content": {"parts": [{"text": "\#(index)"}]}, "finishReason": "STOP"}"#
        }
        let body = #"{"candidates": [\#(candidates.joined(separator: ", "))]}"#
        #expect(try text(body) == "0\n--- 2 of 3 ---\n1\n--- 3 of 3 ---\n2\n")
    }

    @Test("an answer without a word says why it ended")
    func silence() throws {
        let body = #"{"candidates": [{"content": {}, "finishReason": "MAX_TOKENS"}]}"#
        #expect(try text(body) == "[nothing was said: MAX_TOKENS]\n")
    }

    @Test("an answer that nothing ended says so")
    func cut() throws {
        let expected = "Here\n[the answer is cut: nothing said that it ended]\n"
        #expect(try text(answer(#"{"text": "Here"}"#, finish: #""index": 0"#)) == expected)
    }

    @Test("an error is told in the provider's words, a blocked prompt too")
    func errors() throws {
        #expect(
            try text(#"{"error": {"code": 400, "message": "no\nsuch model"}}"#, status: "400 Bad Request")
                == "error: no\\x0asuch model\n")
        #expect(try text(#"{"error": {"code": 400}}"#, status: "400 Bad Request") == "error: {\"code\":400}\n")
        #expect(
            try text(#"{"promptFeedback": {"blockReason": "SAFETY"}}"#)
                == "prompt feedback: {\"blockReason\":\"SAFETY\"}\n")
    }

    @Test("nothing said can act on a terminal, and nothing beside it can begin a line")
    func hostile() throws {
        let parts = ##"{"text": "a\u001b[2J\r\nb"}, {"functionCall": {"name": "f\n[INFO]", "args": {}}}"##
        #expect(try text(answer(parts)) == "a\\x1b[2J\\x0d\nb\nf\\x0a[INFO]({})\n")
    }

    @Test("a key that the model repeats is hidden, even across two parts")
    func secrets() throws {
        let parts = #"{"text": "your key sk-walk-"}, {"text": "to-perth!"}"#
        #expect(try text(answer(parts)) == "your key [key 1, 16 characters]!\n")
        #expect(try text(answer(parts), style: .identifier) == "your key REDACTED-key-1!\n")
        #expect(try text(answer(parts), style: .disclosed) == "your key sk-walk-to-perth!\n")
        let error = #"{"error": {"details": "bad key a/b\u002fc-secret"}}"#
        #expect(
            try text(error, status: "400 Bad Request", key: "a/b/c-secret")
                == "error: {\"details\":\"bad key [key 1, 12 characters]\"}\n")
    }
}
