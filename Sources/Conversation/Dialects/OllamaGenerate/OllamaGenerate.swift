public import CaptureReading
internal import JSONReading

/// Ollama's own completions.
///
/// https://docs.ollama.com/api/generate
public enum OllamaGenerate: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "ollama.generate")

    /// What people call it.
    public static let title = "Ollama Generate"

    /// The hosted service; most servers are somebody's own.
    public static let officialHosts = ["ollama.com"]

    /// Many applications have a path `/api/generate`, so that the first payload has to tell.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        OllamaPath.confidence(evidence, path: "/api/generate") { payload in payload["response"]?.kind == .string }
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
