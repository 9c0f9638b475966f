/// Why reading a document stopped before its end, with the evidence.
///
/// Every value read before the fault stays readable. Offsets count bytes from the document's start.
public enum JSONFault: Error, Equatable, Sendable {
    /// There is no value: the text is empty or white space.
    case empty(offset: Int)
    /// The text ends inside the document; the offset is its length.
    case truncated(expected: JSONExpectation, offset: Int)
    /// The grammar does not allow this byte here.
    case unexpectedByte(found: UInt8, expected: JSONExpectation, offset: Int)
    /// A number breaks off at a byte that it cannot hold: `01`, `1.`, `-x`.
    case invalidNumber(found: UInt8, offset: Int)
    /// A word starts like `null`, `false` or `true` and goes on differently.
    case invalidLiteral(expected: JSONKind, found: UInt8, offset: Int)
    /// A backslash is not followed by an escape; the offset is that of the byte which breaks it.
    case invalidEscape(found: UInt8, offset: Int)
    /// Containers are nested deeper than the limit; the offset is that of the first one too deep.
    case tooDeep(limit: Int, offset: Int)
    /// Something other than white space follows the value.
    case trailingContent(offset: Int)
    /// The text has more bytes than 32-bit offsets can tell apart; nothing was read.
    case tooLarge(limit: Int, byteCount: Int)

    /// Where reading stopped, in bytes from the document's start; 0 where it never began.
    public var offset: Int {
        switch self {
        case .empty(let offset), .truncated(_, let offset), .unexpectedByte(_, _, let offset),
            .invalidNumber(_, let offset), .invalidLiteral(_, _, let offset), .invalidEscape(_, let offset),
            .tooDeep(_, let offset), .trailingContent(let offset):
            offset
        case .tooLarge: 0
        }
    }
}

extension JSONFault: CustomStringConvertible {
    /// A sentence: what was expected, what was found, and at which byte.
    public var description: String {
        switch self {
        case .empty(let offset):
            "expected a JSON value, found the end of the text at byte \(offset)"
        case .truncated(let expected, let offset):
            "expected \(expected), found the end of the text at byte \(offset)"
        case .unexpectedByte(let found, let expected, let offset):
            "expected \(expected), found \(found.spelled) at byte \(offset)"
        case .invalidNumber(let found, let offset):
            "expected a number as JSON writes it, found \(found.spelled) inside one at byte \(offset)"
        case .invalidLiteral(let expected, let found, let offset):
            "expected the word \(expected), found \(found.spelled) inside it at byte \(offset)"
        case .invalidEscape(let found, let offset):
            "expected an escape as JSON writes it, found \(found.spelled) behind a backslash at byte \(offset)"
        case .tooDeep(let limit, let offset):
            "expected at most \(limit) nested containers, found one more at byte \(offset)"
        case .trailingContent(let offset):
            "expected the end of the text, found more behind the value at byte \(offset)"
        case .tooLarge(let limit, let byteCount):
            "expected at most \(limit) bytes, found \(byteCount)"
        }
    }
}

extension UInt8 {
    /// The byte as a message shows it: a visible ASCII character in quotes, every other byte in hexadecimal.
    fileprivate var spelled: String {
        if self > 0x20, self < 0x7F { return "\"\(Unicode.Scalar(self))\"" }
        let digits = String(self, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
}
