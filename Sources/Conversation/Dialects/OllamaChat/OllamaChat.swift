public import CaptureReading
internal import JSONReading

/// Ollama's own chat.
///
/// https://docs.ollama.com/api/chat
public enum OllamaChat: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "ollama.chat")

    /// What people call it.
    public static let title = "Ollama Chat"

    /// The hosted service; most servers are somebody's own.
    public static let officialHosts = ["ollama.com"]

    /// Many applications have a path `/api/chat`, so that the first payload has to tell.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        OllamaPath.confidence(evidence, path: "/api/chat") { payload in payload["message"]?.isObject == true }
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        OllamaAssembler()
    }

    /// What was asked.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        OllamaPrompt.read(request)
    }
}
