import CaptureReading
import Findings
import Redaction
import Reporting

/// A capture in memory, read and inspected: what every reporter is fed with.
struct InspectedCapture {
    let exchanges: [InspectedExchange]
    let capture: Capture
    private let ledger: SecretLedger

    /// Reads a capture; lone line feeds stand for every line end.
    init(_ text: String, rules: [any Rule.Type] = []) throws {
        try self.init(Array(text.utf8), rules: rules)
    }

    init(_ bytes: [UInt8], rules: [any Rule.Type] = []) throws {
        var reader = try CaptureReader(reading: MemorySource(bytes))
        var ledger = SecretLedger()
        var exchanges: [InspectedExchange] = []
        var session = SessionInspection(rules: rules.isEmpty ? [] : RuleCatalog.session)
        while let exchange = try reader.next() {
            ledger.learn(from: exchange)
            let firstImage = (exchanges.last?.images.last?.number ?? 0) + 1
            var inspected = InspectedExchange(exchange, firstImage: firstImage, rules: rules)
            session.inspect(&inspected)
            exchanges.append(inspected)
        }
        self.exchanges = exchanges
        self.ledger = ledger
        capture = reader.capture
    }

    func redactor(_ style: Redactor.Style = .identifier) -> Redactor {
        style == .disclosed ? .disclosing : Redactor(ledger, style: style)
    }

    /// Feeds a reporter with the capture, as one of a run.
    func report(to reporter: inout some Reporter, path: String = "a.http", style: Redactor.Style = .identifier) {
        let digest = reporter.showsDigests ? String(repeating: "0", count: 64) : nil
        reporter.begin(CaptureHeading(path: path, capture: capture, digest: digest), redactor: redactor(style))
        for exchange in exchanges { reporter.add(exchange) }
        reporter.end(capture)
    }
}
