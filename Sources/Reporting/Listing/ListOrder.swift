internal import CaptureReading
public import Findings

/// The order of the lines of a list.
public struct ListOrder: Sendable {
    /// What lines are sorted by.
    public enum Key: String, CaseIterable, Sendable {
        case number
        case method
        case host
        case path
        case model
        case status
        case turns
        case tokens
        case time
        case findings
        case size
        case start
    }

    /// What lines are sorted by.
    public let key: Key

    /// Whether the largest comes first.
    public let isDescending: Bool

    /// An order.
    public init(by key: Key, isDescending: Bool = false) {
        self.key = key
        self.isDescending = isDescending
    }

    /// Whether lines stand in the order in which exchanges are read.
    var isOfCapture: Bool { key == .number && !isDescending }

    /// Sorts exchanges: what is not known comes last, and what is equal stays in the capture's order.
    public func sorted(_ exchanges: [ExchangeSummary]) -> [ExchangeSummary] {
        exchanges.enumerated().map { position, exchange in (position, value(of: exchange), exchange) }.sorted {
            left, right in
            switch (left.1, right.1) {
            case (nil, nil): left.0 < right.0
            case (nil, _): false
            case (_, nil): true
            case (let one?, let other?):
                one == other ? left.0 < right.0 : isDescending ? other < one : one < other
            }
        }.map { _, _, exchange in exchange }
    }

    /// A value to sort by; those of one key are all numbers or all texts.
    private enum Value: Comparable {
        case number(Double)
        case text(String)
    }

    private func value(of exchange: ExchangeSummary) -> Value? {
        switch key {
        case .number: .number(Double(exchange.number))
        case .method: exchange.method.map(Value.text)
        case .host: exchange.host.map(Value.text)
        case .path: exchange.path.map(Value.text)
        case .model: exchange.model.map(Value.text)
        case .status: exchange.status.map { status in .number(Double(status)) }
        case .turns: exchange.turns.map { turns in .number(Double(turns)) }
        case .tokens: exchange.tokens.map { tokens in .number(Double(tokens)) }
        case .time: exchange.duration.map(Value.number)
        case .findings: exchange.findings.isEmpty ? nil : .number(Double(exchange.findings.count))
        case .size: exchange.size.map { size in .number(Double(size)) }
        case .start: exchange.startedAt.map { start in .number(Double(start.microseconds)) }
        }
    }
}
