public import CaptureReading
public import Findings
public import Redaction

/// Writes one line for each exchange: a table, or values between tabs.
public struct ListReporter: Reporter {
    /// How the lines are laid out.
    public enum Layout: Sendable {
        /// A table for people, below a line about the capture.
        case table(TextOptions)

        /// Values between tabs, below a line with the names of the columns; nothing stands for what is not known.
        case tabs
    }

    private let layout: Layout
    private let order: ListOrder
    private let write: Output
    private let warn: (String) -> Void
    private var heading: CaptureHeading?
    private var redactor = Redactor.disclosing
    private var exchanges: [ExchangeSummary] = []
    private var isFirst = true

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - layout: how the lines are laid out.
    ///   - order: their order.
    ///   - warn: takes a sentence for each defect of a capture, which values between tabs have no place for.
    ///   - write: takes the lines.
    public init(
        layout: Layout, order: ListOrder = ListOrder(by: .number), warn: @escaping (String) -> Void = { _ in },
        write: @escaping Output
    ) {
        self.layout = layout
        self.order = order
        self.warn = warn
        self.write = write
    }

    /// Begins the list of a capture.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        heading = capture
        self.redactor = redactor
        exchanges = []
    }

    /// Keeps what is shown of an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        exchanges.append(ExchangeSummary(exchange))
    }

    /// Writes the list of the capture.
    public mutating func end(_ capture: Capture) {
        guard let heading else { return }
        let sorted = order.sorted(exchanges)
        let text =
            switch layout {
            case .table(let options):
                (isFirst ? "" : "\n")
                    + ListTable(of: sorted, in: heading, capture, redactor: redactor, options: options).text
            case .tabs:
                (isFirst ? ListValues.heading : "") + ListValues(of: sorted, in: heading, redactor: redactor).text
            }
        write(Array(text.utf8))
        if case .tabs = layout { heading.warn(of: capture.defects, redactor: redactor, warn) }
        isFirst = false
        exchanges = []
    }

    /// Nothing stands below the last capture.
    public mutating func finish() {}
}
