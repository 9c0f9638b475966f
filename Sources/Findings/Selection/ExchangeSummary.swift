public import CaptureReading
internal import Conversation

/// What one line says of an exchange, and what exchanges are chosen and sorted by.
///
/// Texts are the capture's, secrets included: whoever shows them redacts them.
public struct ExchangeSummary: Sendable {
    /// The number of the exchange in its capture.
    public let number: Int

    /// Where it begins.
    public let location: Location

    /// The method, or the one that can be concluded; nil when neither is known.
    public let method: String?

    /// Whether the method was concluded.
    public let isMethodInferred: Bool

    /// The URL as it was captured, or the target in origin form; nil when there is none.
    public let url: String?

    /// The host without its port, in lower case; nil when none is known.
    public let host: String?

    /// The path of the URL without its query; nil when there is none.
    public let path: String?

    /// The status as it was captured; nil when there is no response or none is known.
    public let status: Int?

    /// The media type of the response without its parameters, in lower case; nil when none is declared.
    public let mediaType: String?

    /// The size of the response's decoded body, in bytes; nil when nothing says that there was one.
    public let size: Int?

    /// When the request was sent; nil when it is not known.
    public let startedAt: Timestamp?

    /// How long the exchange took as its recorder measured it, in milliseconds; nil when that is not known.
    public let measuredDuration: Double?

    /// How long it took as the servers' clocks tell; nil when they do not, and where it was measured.
    public let latency: ServerLatency?

    /// How long it took by either, in milliseconds.
    public var duration: Double? { measuredDuration ?? latency.map { latency in Double(latency.milliseconds) } }

    /// The API that is spoken; nil when it is no LLM's.
    public let dialect: String?

    /// The model that was asked for, else the one that answered; nil when neither is known.
    public let model: String?

    /// How many turns were sent; nil where that was not captured.
    public let turns: Int?

    /// How many tokens prompt and answer took; nil when nothing says it.
    public let tokens: Int?

    /// The rules that fired, each with its name and the highest severity that it fired with.
    public let findings: [String: (name: String, severity: Severity)]

    /// What the exchange holds.
    public let holdings: Set<Holding>

    /// The highest severity of a finding; nil when there is none.
    public var severity: Severity? { findings.values.map(\.severity).max() }

    /// Sums an exchange up.
    public init(_ inspected: InspectedExchange) {
        let exchange = inspected.exchange
        let request = exchange.request
        number = exchange.number
        location = exchange.source.start
        method = request?.method ?? request?.inferredMethod
        isMethodInferred = request?.method == nil
        url = request?.target
        host = request?.host
        path = request?.url?.path
        status = exchange.response?.status
        mediaType = exchange.response?.mediaType?.essence
        size = exchange.response?.body?.bytes.count
        startedAt = exchange.startedAt
        measuredDuration = exchange.duration
        latency = exchange.duration == nil ? inspected.serverLatency : nil
        dialect = inspected.conversation.dialect?.id.rawValue
        model = inspected.prompt?.model ?? inspected.answer?.model
        turns = inspected.conversation.isPromptCaptured ? inspected.prompt?.messages.count : nil
        tokens = inspected.answer?.tokens?.total
        var findings: [String: (name: String, severity: Severity)] = [:]
        for finding in inspected.findings {
            let worst = max(finding.severity, findings[finding.rule]?.severity ?? finding.severity)
            findings[finding.rule] = (finding.name, worst)
        }
        self.findings = findings
        holdings = Set(Holding.allCases.filter { holding in holding.isHeld(by: inspected) })
    }
}
