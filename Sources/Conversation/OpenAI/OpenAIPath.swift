internal import CaptureReading

/// What the path of a URL says in the manner of OpenAI's APIs, whoever serves them: an operation at its end, and in
/// Azure a deployment before it.
struct OpenAIPath {
    /// The operations that answer prompts.
    enum Operation {
        case chatCompletions
        case completions
        case responses
    }

    /// The operation; nil when the path ends in none of these.
    let operation: Operation?

    /// The deployment that is asked, which stands for a model; nil when the path names none.
    let deployment: String?

    /// Reads the path of a URL.
    init(_ url: URLComponents) {
        let segments = url.path.utf8.split(separator: UInt8(ascii: "/")).map { segment in String(Substring(segment)) }
        operation = OpenAIPath.operation(segments)
        deployment = segments.lastIndex(of: "deployments").flatMap { index in
            index + 1 < segments.count ? segments[index + 1] : nil
        }
    }

    /// The operation that the last segments name.
    ///
    /// `completions` and `responses` alone are words that any service may use: they count behind what versions or
    /// announces the API.
    private static func operation(_ segments: [String]) -> Operation? {
        guard let last = segments.last else { return nil }
        let before = segments.dropLast().last ?? ""
        switch last {
        case "completions" where chatCollections.contains(before): return .chatCompletions
        case "completions" where roots.contains(before) || hasCollection(segments): return .completions
        case "responses" where roots.contains(before): return .responses
        default: return nil
        }
    }

    /// What answers as a chat: fill-in-the-middle and agents are Mistral's.
    private static let chatCollections: Set = ["chat", "fim", "agents"]

    /// What the operations stand below.
    private static let roots: Set = ["v1", "beta", "openai", "codex"]

    /// Whether a collection of models stands before the operation: `engines/E/completions`.
    private static func hasCollection(_ segments: [String]) -> Bool {
        let collection = segments.dropLast(2).last
        return collection == "deployments" || collection == "engines"
    }
}
