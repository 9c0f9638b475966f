public import CaptureReading
internal import Conversation
public import Findings
public import Redaction
public import Reporting

/// The pipeline: bytes → capture → exchange → conversation → findings → report.
///
/// A capture is read twice: first its secrets are learned, then it is reported on, so that a secret is hidden wherever
/// it stands, even before the place that gives it away. Exchanges are held one at a time.
public struct Inspector: Sendable {
    /// How secrets are shown.
    public let style: Redactor.Style

    /// The exchanges that are reported on, by number; nil for all.
    public let selection: Set<Int>?

    /// The secrets of all captures so far; one that stands in two captures has one number.
    private var ledger = SecretLedger()

    /// Creates an inspector.
    public init(style: Redactor.Style, selection: Set<Int>? = nil) {
        self.style = style
        self.selection = selection
    }

    /// Takes out of a text the secrets that are known so far.
    public var redactor: Redactor {
        style == .disclosed ? .disclosing : Redactor(ledger, style: style)
    }

    /// Reads a capture and hands it to a reporter.
    ///
    /// - Returns: how many exchanges were reported on: all, or those that were selected.
    /// - Throws: what kept the capture, or the rest of it, from being read; what was read until then has been reported.
    @discardableResult
    public mutating func inspect(
        _ input: CaptureInput, for reporter: inout some Reporter
    ) throws(CaptureError) -> Int {
        try learn(input)
        var reader = try input.reader()
        reporter.begin(CaptureHeading(path: input.path, format: reader.format), redactor: redactor)
        var imageCount = 0
        var reportedCount = 0
        var failure: CaptureError?
        do throws(CaptureError) {
            while let exchange = try reader.next() {
                let inspected = InspectedExchange(exchange, firstImage: imageCount + 1)
                imageCount += inspected.images.count
                guard selection?.contains(exchange.number) ?? true else { continue }
                reporter.add(inspected)
                reportedCount += 1
            }
        } catch {
            failure = error
        }
        reporter.end(reader.capture)
        if let failure { throw failure }
        return reportedCount
    }

    /// Reads a capture up to an exchange: the one of a number, else the first that holds LLM traffic, else the first
    /// that has a response.
    ///
    /// - Returns: the exchange, or nil when the capture has none such.
    public mutating func exchange(
        _ number: Int?, of input: CaptureInput, where isWanted: (InspectedExchange) -> Bool = { _ in true }
    ) throws(CaptureError) -> InspectedExchange? {
        try learn(input)
        var reader = try input.reader()
        var fallback: InspectedExchange?
        while let exchange = try reader.next() {
            if let number, exchange.number != number { continue }
            let inspected = InspectedExchange(exchange)
            if number != nil { return inspected }
            if inspected.conversation.dialect != nil, isWanted(inspected) { return inspected }
            if fallback == nil, isWanted(inspected) { fallback = inspected }
        }
        return fallback
    }

    /// Learns the secrets of a capture, unless they are to be shown.
    private mutating func learn(_ input: CaptureInput) throws(CaptureError) {
        guard style != .disclosed else { return }
        var reader = try input.reader()
        // A source that fails midway fails again when the capture is reported on, and is told there.
        while let exchange = try? reader.next() { ledger.learn(from: exchange) }
    }
}
