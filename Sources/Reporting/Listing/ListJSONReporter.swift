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
    private let warn: (String) -> Void
    private var writer = RedactingWriter(layout: .compact, redactor: .disclosing)
    private var heading: CaptureHeading?
    private var exchanges: [ExchangeSummary] = []

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - order: the order of the lines; in that of the capture each is written when it arrives.
    ///   - warn: takes a sentence for each defect of a capture, which the lines have no place for.
    ///   - write: takes the lines.
    public init(
        order: ListOrder = ListOrder(by: .number), warn: @escaping (String) -> Void = { _ in }, write: @escaping Output
    ) {
        self.order = order
        self.warn = warn
        self.write = write
    }

    /// Begins the list of a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        writer.redactor = redactor
        heading = capture
        exchanges = []
    }

    /// Writes the line of an exchange, or keeps what is shown of it where others may come first.
    public mutating func add(_ exchange: InspectedExchange) {
        let summary = ExchangeSummary(exchange)
        if order.isOfCapture { write(line(of: summary)) } else { exchanges.append(summary) }
    }

    /// Writes the lines of the capture.
    public mutating func end(_ capture: Capture) {
        for exchange in order.sorted(exchanges) { write(line(of: exchange)) }
        exchanges = []
        heading?.warn(of: capture.defects, redactor: writer.redactor, warn)
    }

    /// Nothing stands below the last capture.
    public mutating func finish() {}

    private mutating func line(of exchange: ExchangeSummary) -> [UInt8] {
        writer.object { [heading] writer in
            writer.number("number", exchange.number)
            writer.location(exchange.location)
            writer.captured("method", exchange.method)
            if exchange.method != nil, exchange.isMethodInferred { writer.flag("method_inferred", true) }
            if let latency = exchange.latency {
                writer.object("inferred") { writer in
                    writer.number("duration_ms", latency.milliseconds)
                    writer.own("duration_from", latency.from)
                }
            }
            writer.captured("host", exchange.host)
            writer.captured("path", exchange.path)
            writer.number("status", exchange.status)
            writer.captured("media_type", exchange.mediaType)
            writer.number("bytes", exchange.size)
            writer.own("started_at", exchange.startedAt?.description)
            writer.number("duration_ms", exchange.measuredDuration)
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
            writer.captured("capture", heading?.path)
        }
        return writer.take() + [UInt8(ascii: "\n")]
    }
}
