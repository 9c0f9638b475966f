public import CaptureReading
public import Findings

/// One side of a comparison: what is kept of a capture while it is read.
public struct Session: Sendable {
    /// The path of the capture as it was given.
    public let path: String

    /// What is known of the capture.
    public private(set) var capture: Capture

    /// The exchanges, in order.
    public private(set) var exchanges: [ExchangeDigest] = []

    /// The number of the first image of each exchange.
    private var firstImages: [Int] = []
    private var imageCount = 0

    private let hosts: HostMap

    /// Creates the side of a capture of which nothing has been read.
    public init(path: String, capture: Capture, hosts: HostMap) {
        self.path = path
        self.capture = capture
        self.hosts = hosts
    }

    /// Keeps what is needed of the next exchange.
    public mutating func add(_ reading: ExchangeReading) {
        var check = ImageCheck()
        let inspected = InspectedExchange(reading, firstImage: imageCount + 1, checking: &check)
        firstImages.append(imageCount + 1)
        imageCount += inspected.images.count
        exchanges.append(ExchangeDigest(ComparedExchange(inspected, hosts: hosts), hosts: hosts))
    }

    /// Keeps what is known of the capture at its end.
    public mutating func end(_ capture: Capture) {
        self.capture = capture
    }

    /// Inspects the exchange at a position again.
    public func inspect(_ exchange: Exchange, at position: Int) -> InspectedExchange {
        InspectedExchange(exchange, firstImage: firstImages[position])
    }

    /// The answers, each with the number of the first exchange that gave it.
    var answers: [ContentHash: Int] {
        var answers: [ContentHash: Int] = [:]
        for exchange in exchanges {
            for answer in exchange.answers where answers[answer] == nil { answers[answer] = exchange.summary.number }
        }
        return answers
    }
}
