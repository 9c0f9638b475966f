public import CaptureReading
internal import JSONReading

/// Amazon Bedrock's Converse, which has one shape for every model.
///
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
public enum BedrockConverse: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "bedrock.converse")

    /// What people call it.
    public static let title = "Amazon Bedrock Converse"

    /// Amazon serves it at one host in each region.
    public static let officialHosts = ["bedrock-runtime.*.amazonaws.com", "bedrock-runtime-fips.*.amazonaws.com"]

    /// The path tells; without it the first event, or the members of a whole answer.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if let path = evidence.url.flatMap({ url in BedrockPath(url.path) }) {
            return ["converse", "converse-stream"].contains(path.operation) ? .certain : .none
        }
        if let type = evidence.firstEventType { return ConverseEvent(rawValue: type) == nil ? .none : .likely }
        return evidence.firstPayload.map(isAnswer) == true ? .likely : .none
    }

    /// Whether a payload is a whole answer, or an event that is named by its one member, as Nova's own events are.
    static func isAnswer(_ payload: JSONValue) -> Bool {
        if payload["output"]?["message"]?["content"]?.isArray == true, payload["stopReason"] != nil { return true }
        return ConverseEvent.event(in: payload) != nil
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        ConverseAssembler()
    }

    /// What was asked; the model stands in the path.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = ConversePrompt.read(request)
        prompt.model = url.flatMap { url in BedrockPath(url.path)?.model } ?? prompt.model
        return prompt
    }
}
