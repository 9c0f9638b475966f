import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Recognition of dialects")
struct RecognitionTests {
    @Test(
        "the method in the path tells",
        arguments: [
            ("/v1beta/models/gemini-x:generateContent", true),
            ("/v1/projects/p/models/gemini-x:streamGenerateContent?alt=sse", true),
            ("/v1beta/models/m%3AgenerateContent", true), ("/v1beta/models/m%3astreamGenerateContent?alt=sse", true),
            ("/v1/projects/p/locations/l/endpoints/5:generateContent", true), ("/v1internal:generateContent", true),
            ("/v1beta/models/m:generateContents", false), ("/v1beta/models/m%3AcountTokens", false),
            ("/v1beta/models/m:generateContent/x", false), ("/generateContent", false), ("", false),
            ("/v1beta/models/gemini-x:countTokens", false), ("/v1/chat/completions", false), ("/", false),
        ])
    func paths(_ path: String, _ isGemini: Bool) {
        let evidence = DialectEvidence(url: URLComponents(splitting: path))
        #expect((GeminiGenerateContent.recognise(evidence) == .certain) == isGemini)
    }

    @Test(
        "without a path the first payload tells",
        arguments: [
            (#"{"usageMetadata":{}}"#, true), (#"{"promptFeedback":{}}"#, true),
            (#"{"candidates":[],"modelVersion":"m"}"#, true), (#"{"candidates":[],"response_id":"r"}"#, true),
            (#"{"candidates":[{"content":{}}]}"#, true), (#"{"candidates":[{},{"finishReason":1}]}"#, true),
            (#"{"candidates":[{"safety_ratings":[]}]}"#, true),
            (#"{"response":{"candidates":[{"content":{}}]}}"#, true), (#"{"candidates":[]}"#, false),
            (#"{"candidates":[{"name":"Perth"}],"status":"OK"}"#, false), (#"{"candidates":[{"content":"x"}]}"#, false),
            (#"{"candidates":{"content":{}}}"#, false), (#"{"modelVersion":"m"}"#, false),
            (#"{"choices":[]}"#, false), (#"{"type":"message_start"}"#, false), (#"{"jsonrpc":"2.0"}"#, false),
            ("[]", false),
        ])
    func payloads(_ payload: String, _ isGemini: Bool) {
        let evidence = DialectEvidence(firstPayload: JSONDocument(parsing: Array(payload.utf8)).root)
        #expect((GeminiGenerateContent.recognise(evidence) > .none) == isGemini)
    }

    @Test("pieces that tell nothing at the beginning of a stream are kept until one does")
    func latePayload() throws {
        let reading = try ConversationFixture.reading(
            "HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\ndata: {\"ping\":1}\n\n"
                + "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hi\"}]}}]}\n\n")
        #expect(reading.answer?.messages.map(\.text) == ["hi"])
    }

    @Test(
        "what is no chat has neither dialect nor answer",
        arguments: [
            #"{"jsonrpc":"2.0","result":{}}"#, #"{"candidates":[{"name":"Perth"}],"status":"OK"}"#, "<html>",
            "plain words",
        ])
    func noChat(_ body: String) throws {
        let reading = try ConversationFixture.reading("HTTP/1.1 200 OK\nContent-Length: \(body.utf8.count)\n\n\(body)")
        #expect(reading.dialect == nil)
        #expect(reading.answer == nil)
    }

    @Test("the catalogue is sorted by name, and names are unique")
    func catalogue() {
        let ids = DialectCatalog.all.map { dialect in dialect.id.rawValue }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(!ids.isEmpty)
    }
}
