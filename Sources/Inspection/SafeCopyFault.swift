/// Why a copy is not safe to share.
public enum SafeCopyFault: Hashable, Sendable {
    /// A secret is still in it, as it stands or under some layer: in an exchange, if in any.
    case secret(exchange: Int?)

    /// It has not as many exchanges as the capture.
    case exchanges(expected: Int, found: Int)
}

extension SafeCopyFault: CustomStringConvertible {
    /// What was expected and what was found; nothing of a secret.
    public var description: String {
        switch self {
        case .secret(let exchange):
            "expected no secret in the copy, found one that could not be taken out, "
                + (exchange.map { number in "in or behind exchange \(number)" } ?? "outside of its exchanges")
        case .exchanges(let expected, let found):
            "expected as many exchanges in the copy as in the capture, \(expected), found \(found)"
        }
    }
}
