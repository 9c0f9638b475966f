public import CaptureReading
internal import JSONReading

/// Amazon Bedrock's invocation of a model in the shape that the model's provider gave it.
///
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html
public enum BedrockInvoke: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "bedrock.invoke")

    /// What people call it.
    public static let title = "Amazon Bedrock InvokeModel"

    /// Amazon serves it at one host in each region.
    public static let officialHosts = ["bedrock-runtime.*.amazonaws.com", "bedrock-runtime-fips.*.amazonaws.com"]

    /// The event of a stream, in which the model's own event is wrapped.
    static let chunk = "chunk"

    /// The path tells; without it the first event of a stream.
    ///
    /// A whole answer is the model's own and tells nothing.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if let path = evidence.url.flatMap({ url in BedrockPath(url.path) }) {
            return ["invoke", "invoke-with-response-stream"].contains(path.operation) ? .certain : .none
        }
        return evidence.firstEventType == chunk && evidence.firstPayload?["bytes"]?.kind == .string ? .likely : .none
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        InvokeAssembler()
    }

    /// What was asked; the model stands in the path, and its request is its own.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = InvokePrompt.read(request)
        prompt.model = url.flatMap { url in BedrockPath(url.path)?.model } ?? prompt.model
        return prompt
    }
}
