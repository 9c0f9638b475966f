public import CaptureReading
public import JSONReading

/// What a dialect is recognised by.
public struct DialectEvidence: Sendable {
    /// The URL that was asked for, or nil when the capture has no request.
    public var url: URLComponents?

    /// The first payload of the answer, or nil when there is none.
    public var firstPayload: JSONValue?

    /// Creates evidence.
    public init(url: URLComponents? = nil, firstPayload: JSONValue? = nil) {
        self.url = url
        self.firstPayload = firstPayload
    }

    /// The request's content, or nil when it is no JSON; answers tell more, so that it comes last.
    public var request: JSONValue?

    /// The request's content where it alone can tell: nothing came back, or an error.
    var unanswered: JSONValue? {
        firstPayload.map { payload in payload["error"] != nil } ?? true ? request : nil
    }
}
