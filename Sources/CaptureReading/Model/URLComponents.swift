internal import ByteCoding

/// A URL cut at its delimiters, and nothing else: no piece is decoded, normalised or refused.
///
/// A library's URL type rewrites or rejects what an inspector has to show (spaces, an empty host, stray brackets).
///
/// RFC 3986 Appendix B
public struct URLComponents: Hashable, Sendable {
    /// The scheme in lower case, or nil for a target in origin form.
    public let scheme: String?

    /// User information, host and port, verbatim.
    public let authority: String?

    /// The path, verbatim; empty when there is none.
    public let path: String

    /// What stands between `?` and `#`, verbatim.
    public let query: String?

    /// What stands behind `#`, verbatim.
    public let fragment: String?

    /// Cuts a text into its components; every text has some.
    public init(splitting text: String) {
        var rest = Substring(text)
        fragment = URLComponents.cut(&rest, behind: "#")
        query = URLComponents.cut(&rest, behind: "?")
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), URLComponents.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = Substring(rest.utf8[rest.utf8.index(after: colon)...])
        } else {
            scheme = nil
        }
        if rest.utf8.starts(with: "//".utf8) {
            rest = Substring(rest.utf8.dropFirst(2))
            let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(rest[..<slash])
            rest = rest[slash...]
        } else {
            authority = nil
        }
        path = String(rest)
    }

    /// The host without user information and port, in lower case, or nil when there is no authority.
    public var host: String? {
        authority.map(URLComponents.host(ofAuthority:))
    }

    /// The user information, or nil when there is none.
    public var userInformation: String? {
        guard let authority, let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        return String(authority[..<at])
    }

    /// The pairs of the query in order, verbatim; a value is nil when its name has no `=`.
    public var queryItems: [(name: String, value: String?)] {
        (query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { item in
            guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { return (String(Substring(item)), nil) }
            return (String(Substring(item[..<equals])), String(Substring(item[item.index(after: equals)...])))
        }
    }

    /// The host of an authority without user information and port, in lower case; an IPv6 address keeps its brackets.
    static func host(ofAuthority authority: String) -> String {
        var host = authority.utf8[...]
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
        let isBracketed = host.first == UInt8(ascii: "[")
        if isBracketed, let bracket = host.firstIndex(of: UInt8(ascii: "]")) {
            host = host[...bracket]
        } else if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
            host = host[..<colon]
        }
        return Substring(host).lowercased()
    }

    /// Cuts the text at the first delimiter and gives what stood behind it.
    private static func cut(_ rest: inout Substring, behind delimiter: Unicode.Scalar) -> String? {
        guard let at = rest.utf8.firstIndex(of: UInt8(ascii: delimiter)) else { return nil }
        defer { rest = rest[..<at] }
        return String(Substring(rest.utf8[rest.utf8.index(after: at)...]))
    }

    /// Whether a text has the form of a scheme.
    ///
    /// RFC 3986 §3.1
    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isLetter else { return false }
        return text.utf8.allSatisfy { byte in byte.isLetter || byte.isDigit || "+-.".utf8.contains(byte) }
    }
}
