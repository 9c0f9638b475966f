public import CaptureReading
internal import Conversation
public import Findings
public import Redaction
public import Reporting

/// The pipeline: bytes → capture → exchange → conversation → findings → report.
///
/// Captures are read twice: first the secrets of all are learned, then each is reported on, so that a secret is hidden
/// wherever it stands, even before the place that gives it away, and in another capture. Exchanges are held while they are
/// worked on: one for each core, and a megabyte that waits.
public struct Inspector: Sendable {
    /// The exchanges that are reported on, by number; nil for all.
    public let selection: Set<Int>?

    /// Chooses among those; nil for all.
    public let filter: ExchangeFilter?

    /// Takes the secrets of all captures out of a text; one that stands in two captures has one number.
    public let redactor: Redactor

    /// Of which images of a capture the pixels are read.
    public var imageExtent = ImageCheck.Extent.usual

    /// What stands between the exchanges of each capture, by its path.
    private var surroundings: [String: CaptureSurroundings] = [:]

    /// The rules that look at each exchange.
    public var rules: [any Rule.Type] = RuleCatalog.all

    private let coreCount: Int

    /// Creates an inspector of captures, and learns their secrets unless they are to be shown.
    ///
    /// What keeps a capture from being read is told when it is reported on.
    ///
    /// - Parameters:
    ///   - inputs: every capture that is to be reported on.
    ///   - style: how secrets are shown.
    ///   - selection: the exchanges that are reported on, by number; nil for all.
    ///   - filter: what chooses among those; nil for all.
    ///   - coreCount: on how many cores exchanges are worked on; reports are the same for any.
    public init(
        of inputs: [CaptureInput], style: Redactor.Style, selection: Set<Int>? = nil, filter: ExchangeFilter? = nil,
        onCores coreCount: Int = 1
    ) {
        self.selection = selection
        self.filter = filter
        self.coreCount = coreCount
        var ledger = SecretLedger()
        for input in inputs where style != .disclosed && surroundings[input.path] == nil {
            surroundings[input.path] = CaptureSurroundings(
                of: input, onCores: coreCount, learnsExchanges: true, &ledger)
        }
        redactor = style == .disclosed ? .disclosing : Redactor(ledger, style: style)
    }

    /// Reads a capture and hands it to a reporter.
    ///
    /// - Returns: how many exchanges there were: all, or those that were selected by number.
    /// - Throws: what kept the capture, or the rest of it, from being read; what was read until then has been reported.
    @discardableResult
    public func inspect(
        _ input: CaptureInput, for reporter: inout some Reporter
    ) throws(CaptureError) -> Int {
        var reader = try input.reader()
        let digest = reporter.showsDigests ? try input.digest() : nil
        reporter.begin(
            CaptureHeading(path: input.path, capture: reader.capture, digest: digest), redactor: redactor)
        var session = SessionInspection(rules: rules.isEmpty ? [] : RuleCatalog.session)
        var check = ImageCheck(imageExtent)
        var imageCount = 0
        var selectedCount = 0
        var failure: CaptureError?
        do throws(CaptureError) {
            let surroundings = surroundings(of: input)
            var work = OrderedWork(onCores: coreCount) { exchange in surroundings.reading(of: exchange) }
            while let reading = try work.next(reading: { () throws(CaptureError) in try reader.next() }) {
                var inspected = InspectedExchange(reading, firstImage: imageCount + 1, rules: rules, checking: &check)
                session.inspect(&inspected)
                imageCount += inspected.images.count
                guard selection?.contains(inspected.exchange.number) ?? true else { continue }
                selectedCount += 1
                guard filter?.matches(ExchangeSummary(inspected)) ?? true else { continue }
                reporter.add(inspected)
            }
        } catch {
            failure = error
        }
        reporter.end(reader.capture)
        if let failure { throw failure }
        return selectedCount
    }

    /// What stands around the messages of a capture; sought now where secrets are shown, and so were not learned.
    private func surroundings(of input: CaptureInput) -> CaptureSurroundings {
        if let known = surroundings[input.path] { return known }
        var nobody = SecretLedger()
        return CaptureSurroundings(of: input, onCores: coreCount, learnsExchanges: false, &nobody)
    }

    /// Reads a capture up to an exchange: the one of a number, else the first that holds LLM traffic, else the first
    /// that has a response.
    ///
    /// - Returns: the exchange, or nil when the capture has none such.
    public func exchange(
        _ number: Int?, of input: CaptureInput, where isWanted: (InspectedExchange) -> Bool = { _ in true }
    ) throws(CaptureError) -> InspectedExchange? {
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

    /// Finds the exchange that `exchange(_:of:where:)` does, and looks into none that the choice does not hang on.
    ///
    /// A capture of one exchange is thus only read, however large that is.
    ///
    /// - Returns: the exchange, or nil when the capture has none such.
    public static func bareExchange(
        _ number: Int?, of input: CaptureInput, where isWanted: (Exchange) -> Bool
    ) throws(CaptureError) -> Exchange? {
        var reader = try input.reader()
        var first: Exchange?
        var isFirstJudged = false
        while let exchange = try reader.next() {
            if let number {
                guard exchange.number == number else { continue }
                return exchange
            }
            guard isWanted(exchange) else { continue }
            guard let candidate = first else {
                first = exchange
                continue
            }
            if !isFirstJudged, ConversationReading(of: candidate).dialect != nil { return candidate }
            isFirstJudged = true
            if ConversationReading(of: exchange).dialect != nil { return exchange }
        }
        return first
    }
}
