import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Recognition of OpenAI's APIs")
struct OpenAIRecognitionTests {
    private func dialect(_ evidence: DialectEvidence) -> DialectID? {
        let claims = DialectCatalog.all.map { dialect in (dialect.id, dialect.recognise(evidence)) }
        guard let best = claims.map(\.1).max(), best > .none else { return nil }
        return claims.first { claim in claim.1 == best }?.0
    }

    private func value(_ text: String) -> JSONValue? {
        JSONDocument(parsing: Array(text.utf8)).root
    }

    @Test(
        "the operation at the end of the path tells",
        arguments: [
            ("/v1/chat/completions", OpenAIChatCompletions.id), ("/chat/completions?x=1", OpenAIChatCompletions.id),
            ("/openai/deployments/d/chat/completions", OpenAIChatCompletions.id),
            ("/serving-endpoints/chat/completions/", OpenAIChatCompletions.id),
            ("/v1/fim/completions", OpenAIChatCompletions.id), ("/v1/completions", OpenAICompletions.id),
            ("/openai/deployments/d/completions", OpenAICompletions.id),
            ("/v1/engines/e/completions", OpenAICompletions.id),
            ("/beta/completions", OpenAICompletions.id), ("/v1/responses", OpenAIResponses.id),
            ("/openai/v1/responses", OpenAIResponses.id), ("/openai/responses?api-version=1", OpenAIResponses.id),
            ("/backend-api/codex/responses", OpenAIResponses.id), ("/responses", nil), ("/surveys/5/responses", nil),
            ("/completions", nil), ("/v1/chat", nil), ("/v1/chat/completions/c1", nil), ("/v1/embeddings", nil),
            ("/", nil),
            ("", nil),
        ])
    func paths(_ path: String, _ id: DialectID?) {
        #expect(dialect(DialectEvidence(url: URLComponents(splitting: path))) == id)
    }

    @Test(
        "without a path the first payload tells",
        arguments: [
            (#"{"object":"chat.completion.chunk","choices":[]}"#, OpenAIChatCompletions.id),
            (#"{"object":"chat.completion"}"#, OpenAIChatCompletions.id),
            (#"{"choices":[{"delta":{}}]}"#, OpenAIChatCompletions.id),
            (#"{"choices":[{"delta":{},"text":"a"}]}"#, OpenAIChatCompletions.id),
            (#"{"choices":[{"message":{"content":"a"}}]}"#, OpenAIChatCompletions.id),
            (#"{"object":"text_completion","choices":[]}"#, OpenAICompletions.id),
            (#"{"choices":[{"text":"a"}]}"#, OpenAICompletions.id),
            (#"{"object":"response","output":[]}"#, OpenAIResponses.id),
            (#"{"object":"response.compaction","output":[]}"#, OpenAIResponses.id), (#"{"output":[]}"#, nil),
            (#"{"type":"response.created","response":{}}"#, OpenAIResponses.id),
            (#"{"type":"response.output_text.delta","output_index":0,"delta":"a"}"#, OpenAIResponses.id),
            (#"{"type":"error","sequence_number":1}"#, OpenAIResponses.id), (#"{"choices":[]}"#, nil),
            (#"{"choices":["yes","no"]}"#, nil), (#"{"choices":[{"text":1}]}"#, nil), (#"{"type":"error"}"#, nil),
            (#"{"type":"response.created"}"#, nil), (#"{"type":"response.created","event_id":"e","response":{}}"#, nil),
            (#"{"type":"transcript.text.delta","delta":"a"}"#, nil),
            (#"{"object":"thread.run","status":"queued"}"#, nil),
            (#"{"object":"thread.message.delta","delta":{"content":[]}}"#, nil), (#"{"jsonrpc":"2.0","id":1}"#, nil),
            (#"{"status":"pulling","digest":"d","total":1}"#, nil), (#"{"error":{"message":"no"}}"#, nil), ("[]", nil),
            ("7", nil),
        ])
    func payloads(_ payload: String, _ id: DialectID?) {
        #expect(dialect(DialectEvidence(firstPayload: value(payload))) == id)
    }

    @Test(
        "where no answer came the request tells",
        arguments: [
            (#"{"model":"m","messages":[{"role":"user","content":"a"}]}"#, OpenAIChatCompletions.id),
            (#"{"model":"m","input":[{"role":"user","content":"a"}]}"#, OpenAIResponses.id),
            (#"{"model":"m","messages":[]}"#, nil), (#"{"model":"m","messages":[{"text":"a"}]}"#, nil),
            (#"{"messages":[{"role":"user"}]}"#, nil), (#"{"model":"m","input":"a"}"#, nil), ("[]", nil),
        ])
    func requests(_ request: String, _ id: DialectID?) {
        for (payload, expected) in [(nil, id), (#"{"error":"no"}"#, id), (#"{"rows":[]}"#, nil)] {
            var evidence = DialectEvidence(firstPayload: payload.flatMap(value))
            evidence.request = value(request)
            #expect(dialect(evidence) == expected)
        }
    }

    @Test("a failure at an odd path is an exchange of the API that was asked")
    func failure() throws {
        let reading = try OpenAIFixture.reading(
            path: "/relay", request: #"{"model":"m","messages":[{"role":"user","content":"a"}]}"#,
            response: #"{"error":{"message":"no"}}"#, type: "application/json", status: 429)
        #expect(reading.dialect?.id == OpenAIChatCompletions.id)
        #expect(reading.answer?.error?["message"]?.string == "no")
        #expect(reading.prompt?.messages.map(\.sketch) == [["text:a"]])
    }

    @Test(
        "the servers that are compatible are known by their hosts",
        arguments: [
            ("api.openai.com", "OpenAI", true), ("r.openai.azure.com", "Azure OpenAI", true),
            ("api.deepseek.com", "DeepSeek", true), ("eu.api.openai.com", "OpenAI", true),
            ("generativelanguage.googleapis.com", "Google AI Studio", true),
            ("router.huggingface.co", "Hugging Face", true),
            ("api.x.ai", "xAI", true), ("relay.example", "unknown", false),
            ("api.openai.com.example", "unknown", false),
        ])
    func vendors(_ host: String, _ name: String, _ isOfficial: Bool) throws {
        let vendor = try #require(try OpenAIFixture.reading(host: host, response: "{}").vendor)
        #expect(vendor.name == name)
        #expect(vendor.isOfficial == isOfficial)
    }
}
