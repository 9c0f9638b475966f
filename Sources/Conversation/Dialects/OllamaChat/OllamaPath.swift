internal import CaptureReading
internal import JSONReading

/// What paths and payloads tell of Ollama.
enum OllamaPath {
    /// How sure it is that an exchange is one with Ollama.
    ///
    /// - Parameters:
    ///   - evidence: what is known of the exchange.
    ///   - path: the path of the method.
    ///   - isSpeech: whether a payload that has `done` says something by this method.
    /// - Returns: the confidence.
    static func confidence(
        _ evidence: DialectEvidence, path: String, isSpeech: (JSONValue) -> Bool
    ) -> Confidence {
        let isPath = evidence.url?.path.hasSuffix(path) == true
        if let payload = evidence.firstPayload {
            if payload["done"]?.bool != nil, isSpeech(payload) { return isPath ? .certain : .likely }
            return isPath && payload["error"]?.kind == .string ? .possible : .none
        }
        let isOwnPort = evidence.url?.authority?.hasSuffix(":11434") == true
        return isPath && isOwnPort ? .likely : .none
    }
}
