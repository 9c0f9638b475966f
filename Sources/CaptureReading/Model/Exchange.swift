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

    /// What is wrong in the capture here.
    public var defects: [CaptureDefect]

    /// Creates an exchange.
    public init(
        number: Int, source: ExchangeSource, request: Request? = nil, response: Response? = nil,
        defects: [CaptureDefect] = []
    ) {
        self.number = number
        self.source = source
        self.request = request
        self.response = response
        self.defects = defects
    }
}
