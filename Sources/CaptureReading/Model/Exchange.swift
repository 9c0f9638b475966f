/// A request with its response; either may be missing from the capture.
public struct Exchange: Sendable {
    /// The number in the capture, from 1.
    public var number: Int

    /// The bytes it was read from.
    public var source: ExchangeSource

    /// What was sent, or nil when the capture has no request.
    public var request: Request?

    /// What came back, or nil when the capture has no response.
    public var response: Response?

    /// When the request was sent by the recorder's clock, or nil when the capture does not tell.
    public var startedAt: Timestamp?

    /// How long it took from request to end of response in milliseconds, as the recorder measured; nil when the capture
    /// does not tell.
    public var duration: Double?

    /// Why there is no whole response, in the recorder's words: `net::ERR_CONNECTION_REFUSED`.
    public var failure: String?

    /// What is wrong in the capture here.
    public var defects: [CaptureDefect]

    /// Creates an exchange.
    public init(
        number: Int, source: ExchangeSource, request: Request? = nil, response: Response? = nil,
        startedAt: Timestamp? = nil, duration: Double? = nil, failure: String? = nil, defects: [CaptureDefect] = []
    ) {
        self.number = number
        self.source = source
        self.request = request
        self.response = response
        self.startedAt = startedAt
        self.duration = duration
        self.failure = failure
        self.defects = defects
    }
}
