import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Recognition of dialects and vendors")
struct RecognitionTests {
    @Test(
        "the method in the path tells",
        arguments: [
            ("/v1beta/models/gemini-x:generateContent", true),
            ("/v1/projects/p/models/gemini-x:streamGenerateContent?alt=sse", true),
            ("/v1beta/models/gemini-x:countTokens", false), ("/v1/chat/completions", false), ("/", false),
        ])
    func paths(_ path: String, _ isGemini: Bool) {
        let evidence = DialectEvidence(url: URLComponents(splitting: path))
        #expect((GeminiGenerateContent.recognise(evidence) == .certain) == isGemini)
    }

    @Test(
        "without a path the first payload tells",
        arguments: [
            (#"{"candidates":[]}"#, true), (#"{"usageMetadata":{}}"#, true), (#"{"promptFeedback":{}}"#, true),
            (#"{"response":{"candidates":[]}}"#, true), (#"{"choices":[]}"#, false),
            (#"{"type":"message_start"}"#, false),
            (#"{"jsonrpc":"2.0"}"#, false), ("[]", false),
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
        arguments: [#"{"jsonrpc":"2.0","result":{}}"#, "<html>", "plain words"])
    func noChat(_ body: String) throws {
        let reading = try ConversationFixture.reading("HTTP/1.1 200 OK\nContent-Length: \(body.utf8.count)\n\n\(body)")
        #expect(reading.dialect == nil)
        #expect(reading.answer == nil)
    }

    @Test(
        "vendors are known by their hosts",
        arguments: [
            ("generativelanguage.googleapis.com", "Google AI Studio", true),
            ("us-central1-aiplatform.googleapis.com", "Google Vertex AI", true),
            ("aiplatform.googleapis.com", "Google Vertex AI", true), ("relay.example", "unknown", false),
            ("googleapis.com.evil.example", "unknown", false), ("notgoogleapis.com", "unknown", false),
        ])
    func vendors(_ host: String, _ name: String, _ isOfficial: Bool) {
        let vendor = Vendor(host: host, officialHosts: GeminiGenerateContent.officialHosts)
        #expect(vendor.name == name)
        #expect(vendor.isOfficial == isOfficial)
    }

    @Test("this machine is neither official nor a third party", arguments: ["localhost", "127.0.0.1", "[::1]"])
    func loopback(_ host: String) {
        let vendor = Vendor(host: host, officialHosts: GeminiGenerateContent.officialHosts)
        #expect(vendor.name == "local")
        #expect(vendor.isOfficial == nil)
    }

    @Test("the catalogue is sorted by name, and names are unique")
    func catalogue() {
        let ids = DialectCatalog.all.map { dialect in dialect.id.rawValue }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(!ids.isEmpty)
    }
}
