public import CaptureReading
internal import JSONReading

/// Cohere's chat, in its second and its first version.
///
/// https://docs.cohere.com/reference/chat, https://docs.cohere.com/v1/reference/chat
public enum CohereChat: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "cohere.chat")

    /// What people call it.
    public static let title = "Cohere Chat"

    /// Cohere's own hosts.
    public static let officialHosts = ["*.cohere.com", "*.cohere.ai"]

    /// Paths that end in `/chat` are many, so that the host has to agree, or the first payload has to tell.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        let path = evidence.url?.path ?? ""
        let isPath = ["/v1/chat", "/v2/chat"].contains { ending in path.hasSuffix(ending) }
        if let payload = evidence.firstPayload, isEvent(payload) || isAnswer(payload) {
            return isPath ? .certain : .likely
        }
        let host = evidence.host ?? ""
        let isOwnHost = ["cohere.com", "cohere.ai"].contains { domain in host == domain || host.hasSuffix("." + domain)
        }
        return isPath && isOwnHost ? .likely : .none
    }

    /// Whether a payload is an event of a stream.
    static func isEvent(_ payload: JSONValue) -> Bool {
        if let type = payload["type"]?.string { return CohereEvent(rawValue: type) != nil }
        return payload["is_finished"]?.bool != nil && payload["event_type"]?.string != nil
    }

    /// Whether a payload is a whole answer: the second version's message beside its reason to end, or the first
    /// version's text beside the id of its generation.
    private static func isAnswer(_ payload: JSONValue) -> Bool {
        guard payload["finish_reason"] != nil else { return false }
        if let message = payload["message"], message.isObject, payload["choices"] == nil {
            return message["content"] != nil || message["tool_calls"] != nil || message["tool_plan"] != nil
        }
        return payload["text"]?.kind == .string && payload["generation_id"] != nil
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        CohereAssembler()
    }

    /// What was asked.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        CoherePrompt.read(request)
    }
}
