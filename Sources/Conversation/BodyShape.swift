public import EventStreaming

/// What a body turned out to be.
public enum BodyShape: Sendable {
    /// An event stream, read to its end.
    case eventStream(EventStreamEnd)

    /// A JSON document: one value, or an array of so many elements; `isWhole` when nothing of it is missing.
    case json(isArray: Bool, elements: Int, isWhole: Bool)

    /// Messages in AWS's event stream encoding, read to their end.
    case awsEventStream(AWSEventStreamEnd)

    /// JSON objects, one a line: how many.
    case jsonLines(count: Int)

    /// Neither: not looked into.
    case opaque

    /// The number of pieces that it was put together from; nil when it came whole.
    public var eventCount: Int? {
        switch self {
        case .eventStream(let end): end.events
        case .awsEventStream(let end): end.messages
        case .json(isArray: true, let elements, _): elements
        case .jsonLines(let count): count
        case .json, .opaque: nil
        }
    }

    /// Whether the body is a document that says by its syntax that something is missing.
    ///
    /// An array of chunks is none: whether the answer in it is whole, its chunks say.
    var isCutDocument: Bool {
        guard case .json(isArray: false, _, let isWhole) = self else { return false }
        return !isWhole
    }
}
