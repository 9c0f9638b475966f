import Conversation
import JSONReading

/// Captures and answers whose reports have every member that a report can have.
enum SchemaCaptures {
    /// The captures.
    static let all = [conversation, chunked, pasted, stream, elided, coded, blocked, archive, zip, response, other]

    /// Answers of dialects that no capture here is in.
    static let answers: [Answer] = {
        let file = FileReference(target: .id("file-1"), declaredType: "application/pdf")
        let contents: [PartContent] = [.refusal("no"), .file(file), .named(type: "tool_plan", text: "look")]
        var thought = MessagePart(.reasoning(""))
        thought.redacted = "b3BhcXVl"
        var cited = MessagePart(.text("it is"))
        cited.annotations = [JSONDocument(parsing: Array("[1]".utf8)).root?[0]].compactMap { value in value }
        let parts = contents.map { content in MessagePart(content) } + [thought, cited]
        return [Answer(isComplete: true, messages: [Message(role: nil, parts: parts)])]
    }()

    /// Every kind of part, in a prompt and in an answer, with all that a prompt and an answer can say beside them.
    private static let conversation = """
        POST /v1beta/models/gemini-pro:generateContent?key=sk-walk-to-perth HTTP/1.1
        Host: generativelanguage.googleapis.com
        Content-Type: application/json

        \(prompt)
        HTTP/1.1 200 OK
        Content-Type: application/json

        \(answer)
        """

    /// The same in chunks: what stands in it has a place within.
    private static let chunked = """
        POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
        Host: generativelanguage.googleapis.com
        Content-Type: application/json
        Transfer-Encoding: chunked

        \(inOneChunk(prompt))
        HTTP/1.1 200 OK
        Content-Type: application/json
        Transfer-Encoding: chunked

        \(inOneChunk(answer))
        """

    private static func inOneChunk(_ text: String) -> String {
        "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n0\r\n\r"
    }

    private static let prompt = """
        {"systemInstruction": {"parts": [{"text": "be brief"}]},
         "contents": [{"role": "user", "parts": [\(parts)]}, {"parts": [{"text": 5}, {}]}],
         "tools": [{"functionDeclarations": [{"name": "f"}]}, {"googleSearch": {}}],
         "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}, {}],
         "generationConfig": {"temperature": 1}}
        """

    private static let answer = """
        {"candidates": [{"content": {"role": "model", "parts": [\(parts)]}, "finishReason": "STOP", "avgLogprobs": -1},
          {"index": 1, "finishReason": "TIRED"}],
         "usageMetadata": {"promptTokenCount": 7, "cachedContentTokenCount": 1, "candidatesTokenCount": 2,
          "thoughtsTokenCount": 1, "totalTokenCount": 10},
         "modelVersion": "gemini-pro-1", "responseId": "r1", "createTime": "2025-01-01T00:00:00Z"}
        """

    private static let parts = """
        {"text": "a", "thoughtSignature": "c2ln"}, {"text": "b", "thought": true},
        {"functionCall": {"name": "f", "args": {"a": 1}}}, {"functionCall": {"id": "c1", "name": "f"}},
        {"functionResponse": {"id": "c1", "name": "f", "response": {}}},
        {"toolCall": {"toolType": "GOOGLE_SEARCH"}}, {"toolResponse": {"toolType": "GOOGLE_SEARCH"}},
        {"id": "s1", "toolCall": {}}, {"id": "s2", "toolResponse": {}},
        {"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgo"}},
        {"fileData": {"mimeType": "video/mp4", "fileUri": "gs://a/b"}, "videoMetadata": {}},
        {"executableCode": {"code": "1"}}
        """

    /// A request without a method, and a response with the server's clocks.
    private static let pasted = """
        # request

        ## HEADERS
        URL
        https://example.com/v1beta/models/gemini-pro:generateContent
        HEADERS
        Content-Type:
        application/json

        ## ODD

        ## BODY:
        {"contents": []}


        # response

        ## HEADER
        STATUS: 200 OK
        HEADERS
        Content-Type:
        application/json
        Date:
        Wed, 10 Sep 2025 03:30:10 GMT

        ## BODY
        {"candidates": [], "createTime": "2025-09-10T03:30:02.361227Z"}
        """

    /// An archive with all that a recorder says of itself, and of an exchange that failed.
    private static let archive = """
        {"log": {"creator": {"name": "a", "version": "1"}, "browser": {"name": "b", "version": "2"}, "entries": [
        {"startedDateTime": "2025-09-10T03:30:02Z", "time": 1.5, "request": {"method": "GET", "url": "https://a.example/"},
        "response": {"status": 0, "_error": "net::ERR_FAILED"}},
        {"request": {"postData": {"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a"}]}}}]}}
        """

    /// A zip of one archive without its directory, whose checksum does not fit.
    private static let zip =
        "PK\u{3}\u{4}\u{14}" + String(repeating: "\0", count: 13) + "\u{1A}\0\0\0\u{1A}\0\0\0\u{5}\0\0\0a.har"
        + #"{"log": {"entries": [{}]}}"#

    /// A stream that is cut.
    private static let stream = """
        HTTP/1.1 200 OK
        Content-Type: text/event-stream

        data: {"candidates": [{"content": {"parts": [{"text": "a"}]}}]}

        data: {"cand
        """

    /// An image of which only its size is known.
    private static let elided = """
        POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
        Host: localhost

        {}
        HTTP/1.1 200 OK
        Content-Type: application/json
        Content-Length: 4000

        {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"<png-base64>"}}]}}]}
        """

    /// A body that cannot be read, and one that is said to be coded and is not.
    private static let coded = """
        HTTP/1.1 200 OK
        Content-Encoding: gzip
        Content-Length: 3

        \u{1}\u{2}\u{3}
        HTTP/1.1 200 OK
        Content-Encoding: gzip

        {}
        """

    /// A prompt that was blocked.
    private static let blocked = """
        POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
        Host: relay.example

        {"contents": []}
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"promptFeedback": {"blockReason": "SAFETY"}}
        """

    /// An answer with what other dialects say beside and in place of texts.
    private static let response = """
        POST /v1/responses HTTP/1.1
        Host: api.openai.com

        {"input": "hi"}
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"object": "response", "output": [{"type": "reasoning", "encrypted_content": "gAAA"},
        {"type": "message", "content": [{"type": "output_text", "text": "a", "annotations": [{"type": "url_citation"}]}]},
        {"type": "compaction", "encrypted_content": "gAAA"}]}
        """

    /// No LLM traffic at all.
    private static let other = """
        GET / HTTP/1.1

        HTTP/1.1 404 Not Found

        """
}
