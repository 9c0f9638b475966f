public import CaptureReading
internal import JSONReading

/// Gemini's interactions: steps of a model or an agent.
///
/// https://ai.google.dev/api/interactions-api
public enum GeminiInteractions: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "gemini.interactions")

    /// What people call it.
    public static let title = "Gemini Interactions"

    /// Google serves it below one domain only.
    public static let officialHosts = ["*.googleapis.com"]

    /// The path tells; without it the first payload does.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if let path = evidence.url?.path, isInteraction(path) { return .certain }
        return evidence.firstPayload.map(isAnswer) == true ? .likely : .none
    }

    /// Whether a path is that of all interactions, or of one, in a version of the API.
    private static func isInteraction(_ path: String) -> Bool {
        let segments = path.split(separator: "/")
        guard let collection = segments.lastIndex(of: "interactions"), collection > 0,
            segments.count - collection <= 2
        else { return false }
        return segments.contains { segment in
            segment.hasPrefix("v1") && (segment == "v1" || segment.contains("alpha") || segment.contains("beta"))
        }
    }

    /// Whether a payload is an event of a stream, or a whole interaction.
    private static func isAnswer(_ payload: JSONValue) -> Bool {
        if let type = payload["event_type"]?.string {
            return ["interaction.", "step.", "content."].contains { beginning in type.hasPrefix(beginning) }
        }
        return payload["object"]?.string == "interaction"
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        InteractionAssembler()
    }

    /// What was asked.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        InteractionPrompt.read(request)
    }
}
