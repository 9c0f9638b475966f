public import CaptureReading
public import JSONReading

/// What a dialect is recognised by.
public struct DialectEvidence: Sendable {
    /// The URL that was asked for, or nil when the capture has no request.
    public var url: URLComponents?

    /// The first payload of the answer, or nil when there is none.
    public var firstPayload: JSONValue?

    /// The event that the first payload is, by the name that stands beside it; nil when none does.
    public var firstEventType: String?

    /// Creates evidence.
    public init(url: URLComponents? = nil, firstPayload: JSONValue? = nil, firstEventType: String? = nil) {
        self.url = url
        self.firstPayload = firstPayload
        self.firstEventType = firstEventType
    }
}
