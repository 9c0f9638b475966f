public import CaptureReading
public import JSONReading

/// Anthropic Messages: Anthropic itself, Vertex AI, and whoever relays them.
///
/// https://platform.claude.com/docs/en/api/messages
public enum AnthropicMessages: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "anthropic.messages")

    /// What people call it.
    public static let title = "Anthropic Messages"

    /// Anthropic's own host, and Google's, whose Vertex AI serves the same messages.
    public static let officialHosts = ["api.anthropic.com", "*.aiplatform.googleapis.com"]

    /// The path tells; without it the first payload does.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if let path = evidence.url?.path {
            if path.hasSuffix("/v1/messages") || isVertex(path) { return .certain }
            // Other methods of the same resource: `/v1/messages/count_tokens`, `/v1/messages/batches`.
            if path.contains("/v1/messages/") { return .none }
        }
        return evidence.firstPayload.map(isAnswer) == true ? .likely : .none
    }

    /// Whether a path is that of a model of Anthropic at Vertex AI.
    ///
    /// https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude
    private static func isVertex(_ path: String) -> Bool {
        guard path.contains("/publishers/anthropic/"), let path = GeminiPath(path) else { return false }
        return ["rawPredict", "streamRawPredict"].contains(path.method)
    }

    /// Whether a payload is an event of a stream, a whole answer, or an error of this API.
    static func isAnswer(_ payload: JSONValue) -> Bool {
        switch payload["type"]?.string {
        case "message_start": payload["message"]?.isObject == true
        case "content_block_start": payload["content_block"]?.isObject == true
        case "content_block_delta", "message_delta": payload["delta"]?.isObject == true
        case "message": payload["content"]?.isArray == true && payload["role"]?.string == "assistant"
        case "error": payload["error"]?["type"]?.string != nil && payload["sequence_number"] == nil
        default: false
        }
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        AnthropicAssembler()
    }

    /// The text that a delta adds.
    public static func addedText(in event: JSONValue) -> AddedText? { AnthropicDeltaText.added(by: event) }

    /// What was asked; at Vertex AI the model stands in the path.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = AnthropicPrompt.read(request)
        prompt.model = prompt.model ?? url.flatMap { url in GeminiPath(url.path)?.model }
        return prompt
    }
}
