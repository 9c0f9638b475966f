internal import ArgumentParser
internal import Reporting

/// What `--sort` takes: the name of a column, with `-` before it for the largest first.
struct SortArgument: ExpressibleByArgument {
    /// The order.
    let order: ListOrder

    /// The order of the capture.
    static let captured = SortArgument(order: ListOrder(by: .number))

    private init(order: ListOrder) {
        self.order = order
    }

    /// Reads a column; nil for one that there is not.
    init?(argument: String) {
        let isDescending = argument.hasPrefix("-")
        guard let key = ListOrder.Key(rawValue: String(isDescending ? argument.dropFirst() : argument[...])) else {
            return nil
        }
        order = ListOrder(by: key, isDescending: isDescending)
    }

    /// The argument as help shows it.
    var defaultValueDescription: String { (order.isDescending ? "-" : "") + order.key.rawValue }
}
