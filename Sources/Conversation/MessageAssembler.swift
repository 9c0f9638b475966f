/// Puts an answer together from its payloads.
public protocol MessageAssembler: Sendable {
    /// Takes the next payload.
    mutating func append(_ payload: Payload)

    /// The answer, as far as it came.
    consuming func finish() -> Answer
}
