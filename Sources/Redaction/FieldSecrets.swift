/// The secrets in the value of a header: the credentials behind a scheme, the values of cookies, else the whole value.
///
/// RFC 9110 §11.4, RFC 6265 §4
enum FieldSecrets {
    /// Finds the secrets of a value whose header has a name of this meaning, in order.
    static func spans(in value: String, of name: SecretName) -> [SecretSpan] {
        let bytes = Array(value.utf8)
        let pieces =
            switch name.form {
            case .whole: [bytes[...]]
            case .credentials: [unquoted(credentials(in: bytes[...], isAuthorization: false))]
            case .authorization: [unquoted(credentials(in: bytes[...], isAuthorization: true))]
            case .cookies: cookies(in: bytes[...])
            case .cookie: Array(cookies(in: bytes[...]).prefix(1))
            }
        return pieces.filter { piece in !piece.isEmpty }.map { piece in
            SecretSpan(
                kind: name.kind, value: String(decoding: piece, as: UTF8.self), range: piece.indices, name: nil,
                hasOrdinaryName: name.isOrdinary)
        }
    }

    /// What stands behind an authentication scheme, or the whole value where there is none.
    ///
    /// In an authorization every first word is a scheme when something follows it, unless it is too long for one;
    /// elsewhere only a known one is.
    private static func credentials(in value: ArraySlice<UInt8>, isAuthorization: Bool) -> ArraySlice<UInt8> {
        let value = trimmed(value)
        guard let space = value.firstIndex(where: isBlank) else { return value }
        let scheme = value[..<space]
        let isScheme =
            isAuthorization
            ? scheme.count <= longestScheme && scheme.allSatisfy(isSchemeCharacter)
            : schemes.contains(String(decoding: scheme, as: UTF8.self).lowercased())
        return isScheme ? trimmed(value[space...]) : value
    }

    private static let schemes: Set = [
        "bearer", "basic", "digest", "token", "apikey", "negotiate", "aws4-hmac-sha256", "sapisidhash", "key",
    ]

    /// No scheme is longer than this: a longer word is a credential in the wrong place.
    private static let longestScheme = 24

    private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The values of cookies; a cookie without a name is all value.
    private static func cookies(in value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        value.split(separator: UInt8(ascii: ";")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            return unquoted(trimmed(equals.map { equals in pair[(equals + 1)...] } ?? pair))
        }
    }

    /// What stands between double quotes, or all where there are none.
    private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        return value.count > 2 && value.first == quote && value.last == quote ? value.dropFirst().dropLast() : value
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { byte in !isBlank(byte) }),
            let last = text.lastIndex(where: { byte in !isBlank(byte) })
        else { return text[text.endIndex...] }
        return text[first...last]
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
