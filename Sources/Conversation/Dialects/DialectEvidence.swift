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

    /// The host that was asked, in lower case; nil when the capture has no request.
    ///
    /// It never tells alone.
    public var host: String?

    /// Creates evidence.
    public init(
        url: URLComponents? = nil, host: String? = nil, firstPayload: JSONValue? = nil, firstEventType: String? = nil
    ) {
        self.url = url
        self.host = host ?? url?.host
        self.firstPayload = firstPayload
        self.firstEventType = firstEventType
    }

    /// The request's content, or nil when it is no JSON; answers tell more, so that it comes last.
    public var request: JSONValue?

    /// The request's content where it alone can tell: nothing came back, or an error.
    var unanswered: JSONValue? {
        firstPayload.map { payload in payload["error"] != nil } ?? true ? request : nil
    }
}
