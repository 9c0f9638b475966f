internal import ArgumentParser
internal import CaptureReading
internal import Findings

/// The half of an exchange whose body a verb works on.
enum ExchangePart: String, ExpressibleByArgument, CaseIterable {
    case request
    case response

    /// The body of this half, or nil when the exchange has none.
    func body(of exchange: InspectedExchange) -> Body? {
        self == .request ? exchange.request?.body : exchange.response?.body
    }
}
