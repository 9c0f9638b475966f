public import CaptureReading
public import JSONReading

/// The Responses API: OpenAI, Azure, and the servers that are compatible.
///
/// https://platform.openai.com/docs/api-reference/responses
public enum OpenAIResponses: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "openai.responses")

    /// What people call it.
    public static let title = "Responses"

    /// Who serves it with models of their own, or is known to pass it on.
    public static let officialHosts = CompatibleHost.all.map(\.pattern)

    /// The path tells; without it an answer's own members do, and without an answer the request's.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        switch evidence.url.flatMap({ url in OpenAIPath(url).operation }) {
        case .responses?: return .certain
        case .completions?, .chatCompletions?: return .none
        case nil: break
        }
        if let payload = evidence.firstPayload, isAnswer(payload) { return .likely }
        return evidence.unanswered.map(isRequest) == true ? .possible : .none
    }

    /// Whether a payload is an event of an answer, or a whole one.
    ///
    /// The Realtime API has events of the same names, each with an id of its own.
    private static func isAnswer(_ payload: JSONValue) -> Bool {
        guard let type = payload["type"]?.string else {
            return payload["output"]?.isArray == true && payload["object"]?.string.map(wholes.contains) == true
        }
        if type == "error" { return payload["sequence_number"]?.int != nil }
        guard type.hasPrefix("response."), payload["event_id"] == nil else { return false }
        return payload["response"]?.isObject == true || payload["item"]?.isObject == true
            || payload["output_index"] != nil || payload["sequence_number"] != nil
    }

    /// What a whole answer calls itself.
    private static let wholes: Set = ["response", "response.compaction"]

    /// Whether a request asks a model with an input.
    private static func isRequest(_ request: JSONValue) -> Bool {
        guard request["model"]?.kind == .string, let input = request["input"] else { return false }
        return input.elements.contains { item in item["role"]?.kind == .string }
    }

    /// What was asked.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        ResponsesPrompt.prompt(of: request, url: url)
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        ResponsesAssembler()
    }

    /// The text that an event adds.
    public static func addedText(in event: JSONValue) -> AddedText? { ResponsesDeltaText.added(by: event) }
}
