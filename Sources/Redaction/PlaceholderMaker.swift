internal import Crypto

/// Makes the marks that a safe copy has in the places of secrets: `REDACTED-key-1f3a90c2`.
///
/// The digits are the beginning of a keyed hash of the value: one value has one mark, and nobody without the salt can
/// check a guess. The characters are ones that a URL, a header, a cookie and a string of JSON hold as they are, and the
/// mark has the shape of no secret.
///
/// RFC 2104
public struct PlaceholderMaker: Sendable {
    private enum Way {
        case hash(SymmetricKey)
        case numbers(SecretLedger)
    }

    private let way: Way

    /// Creates a maker; the same salt gives the same marks, so that two copies can be compared.
    ///
    /// - Parameter salt: bytes that nobody can guess; how many is up to the caller, 32 are enough.
    public init(salt: [UInt8]) {
        way = .hash(SymmetricKey(data: salt))
    }

    /// Creates a maker of the marks that reports have: by the numbers of a ledger, `REDACTED-key-1`.
    init(numbering ledger: SecretLedger) {
        way = .numbers(ledger)
    }

    /// The mark of a value.
    public func placeholder(of value: String, kind: Secret.Kind) -> String {
        guard case .hash(let key) = way else { return numbered(value, kind) }
        let code = HMAC<SHA256>.authenticationCode(for: Array(value.utf8), using: key)
        let digits = code.prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 0x10 ? "0" + digits : digits
        }
        return "REDACTED-\(kind.rawValue)-\(digits.joined())"
    }

    private func numbered(_ value: String, _ kind: Secret.Kind) -> String {
        guard case .numbers(let ledger) = way, let mark = ledger.mark(of: value) else {
            return "REDACTED-\(kind.rawValue)"
        }
        return mark.identifier
    }
}
