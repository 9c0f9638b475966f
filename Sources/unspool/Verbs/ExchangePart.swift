internal import ArgumentParser
internal import CaptureReading

/// The half of an exchange whose body a verb works on.
enum ExchangePart: String, ExpressibleByArgument, CaseIterable {
    case request
    case response

    /// The body of this half, or nil when the exchange has none.
    func body(of exchange: Exchange) -> Body? {
        self == .request ? exchange.request?.body : exchange.response?.body
    }
}
