/// Why a text is no JSON pointer.
///
/// RFC 6901 §3
public enum JSONPointerFault: Error, Equatable, Sendable {
    /// The text does not begin with a slash, though it is not empty.
    case missingSlash(found: UInt8)
    /// Neither 0 nor 1 follows the `~` at this offset, in bytes of UTF-8.
    case invalidEscape(offset: Int)
}

extension JSONPointerFault: CustomStringConvertible {
    /// A sentence: what was expected, what was found, and at which byte.
    public var description: String {
        switch self {
        case .missingSlash(let found):
            "expected a slash at the start of a JSON pointer, found the byte \(found)"
        case .invalidEscape(let offset):
            "expected ~0 or ~1 in a JSON pointer, found another ~ at byte \(offset)"
        }
    }
}
