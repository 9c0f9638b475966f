public import CaptureReading
public import Findings
internal import JSONReading
public import Redaction

/// Writes one JSON object a line for each exchange: `unspool.list/1`.
///
/// Names and meanings are those of `unspool.inspect/1`, as far as it has them.
public struct ListJSONReporter: Reporter {
    private let order: ListOrder
    private let write: Output
    private var writer = RedactingWriter(layout: .compact, redactor: .disclosing)
    private var path = ""
    private var exchanges: [ExchangeSummary] = []

    /// Creates a reporter that hands its bytes to `write`.
    public init(order: ListOrder = ListOrder(by: .number), write: @escaping Output) {
        self.order = order
        self.write = write
    }

    /// Begins the list of a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        writer.redactor = redactor
        path = capture.path
        exchanges = []
    }

    /// Keeps what is shown of an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        exchanges.append(ExchangeSummary(exchange))
    }

    /// Writes the lines of the capture.
    public mutating func end(_ capture: Capture) {
        for exchange in order.sorted(exchanges) {
            encode(exchange)
            write(writer.take() + [UInt8(ascii: "\n")])
        }
        exchanges = []
    }

    /// Nothing stands below the last capture.
    public mutating func finish() {}

    private mutating func encode(_ exchange: ExchangeSummary) {
        writer.object { [path] writer in
            writer.number("number", exchange.number)
            writer.location(exchange.location)
            writer.captured("method", exchange.method)
            if exchange.method != nil, exchange.isMethodInferred { writer.flag("method_inferred", true) }
            writer.captured("host", exchange.host)
            writer.captured("path", exchange.path)
            writer.number("status", exchange.status)
            writer.captured("media_type", exchange.mediaType)
            writer.number("bytes", exchange.size)
            writer.own("started_at", exchange.startedAt?.description)
            writer.number("duration_ms", exchange.duration)
            writer.own("dialect", exchange.dialect)
            writer.captured("model", exchange.model)
            writer.number("turns", exchange.turns)
            writer.number("tokens", exchange.tokens)
            writer.object("findings") { writer in
                for severity in Severity.allCases.reversed() {
                    let count = exchange.findings.values.count { finding in finding.severity == severity }
                    if count > 0 { writer.number(severity.rawValue, count) }
                }
            }
            writer.captured("capture", path)
        }
    }
}
