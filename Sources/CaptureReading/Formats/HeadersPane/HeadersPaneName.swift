internal import ByteCoding

/// What is known of the names of headers: whether a text is one, and which side sends it.
///
/// A dump that lost its headings, or the line ends between name and value, is put right by the names in it.
enum HeadersPaneName {
    /// Names that only requests have.
    private static let ofRequests: Set<String> = [
        ":authority", ":method", ":path", ":scheme", "accept", "accept-charset", "accept-encoding", "accept-language",
        "anthropic-beta", "anthropic-version", "api-key", "authorization", "cookie", "dnt", "expect", "host",
        "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "openai-beta",
        "openai-organization", "openai-project", "origin", "proxy-authorization", "range", "referer",
        "te", "upgrade-insecure-requests", "user-agent", "x-api-key", "x-auth-token", "x-client-data",
        "x-csrf-token", "x-goog-api-client", "x-goog-api-key", "x-goog-authuser", "x-goog-user-project",
        "x-requested-with", "x-same-domain", "x-user-agent", "x-xsrf-token",
    ]

    /// Names that only responses have.
    private static let ofResponses: Set<String> = [
        ":status", "accept-ranges", "age", "alt-svc", "cf-cache-status", "cf-ray", "content-disposition",
        "content-security-policy", "date", "etag", "expires", "last-modified", "location", "nel",
        "openai-processing-ms", "openai-version", "permissions-policy", "proxy-authenticate", "referrer-policy",
        "report-to", "request-id", "retry-after", "server", "server-timing", "set-cookie",
        "strict-transport-security", "timing-allow-origin", "vary", "www-authenticate", "x-content-type-options",
        "x-firefox-spdy", "x-frame-options", "x-powered-by", "x-xss-protection",
    ]

    /// Names that both sides have.
    private static let ofBoth: Set<String> = [
        "cache-control", "connection", "content-encoding", "content-language", "content-length", "content-type",
        "keep-alive", "pragma", "priority", "trailer", "transfer-encoding", "upgrade", "via", "x-request-id",
    ]

    /// How the names of families begin that only one side has.
    private static let families: [(prefix: String, side: HeadersPaneHeading.Side)] = [
        ("sec-", .request), ("access-control-request-", .request), ("x-stainless-", .request),
        ("access-control-", .response), ("anthropic-ratelimit-", .response), ("cross-origin-", .response),
        ("x-ratelimit-", .response),
    ]

    /// No known name is longer than this.
    private static let longest = 64

    /// Names whose values are names of headers.
    private static let listingNames: Set<String> = [
        "access-control-allow-headers", "access-control-expose-headers", "access-control-request-headers",
        "connection", "te", "trailer", "upgrade", "vary",
    ]

    /// Names of HTTP that mail and configuration files have too, as far as they are known ones.
    private static let ofOthers: Set<String> = [
        "accept-language", "age", "connection", "content-disposition", "content-encoding", "content-language",
        "content-length", "content-type", "date", "expect", "expires", "host", "location", "origin", "priority",
        "range", "server", "te", "trailer", "upgrade", "user-agent", "vary", "via",
    ]

    /// Whether a text may be a field's name, a pseudo-header's colon included.
    ///
    /// RFC 9113 §8.3
    static func isName(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: ":") ? text.dropFirst().isToken : text.isToken
    }

    /// Whether a text is a name that is known.
    static func isKnown(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= longest else { return false }
        let name = lowercased(text)
        return ofBoth.contains(name) || side(ofLowercased: name) != nil
    }

    /// Whether a line begins with a name that is known, alone or before a colon.
    static func isKnown(beginning line: ArraySlice<UInt8>) -> Bool {
        // The colon of a pseudo-header is not the one that ends its name.
        let end = line.prefix(longest + 2).dropFirst().firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        return isKnown(line[..<end])
    }

    /// Whether a text is a name that is known, or one that nobody would write but as a name.
    static func isLikely(_ text: ArraySlice<UInt8>) -> Bool {
        isKnown(text) || text.isToken && text.dropping(prefix: "x-") != nil
    }

    /// Whether a name is one of HTTP, and of nothing else that people write down in lines with colons.
    static func isTelling(_ name: String) -> Bool {
        let name = Array(name.utf8)[...]
        return isKnown(name) && !ofOthers.contains(lowercased(name))
    }

    /// Whether the values of a name may be names of headers.
    static func listsNames(_ name: ArraySlice<UInt8>) -> Bool {
        name.count <= longest && listingNames.contains(lowercased(name))
    }

    /// The side that alone has a header, or nil when both have it or it is not known.
    static func side(of name: String) -> HeadersPaneHeading.Side? {
        guard name.utf8.count <= longest else { return nil }
        return side(ofLowercased: lowercased(name.utf8))
    }

    /// The name in the form in which names are compared.
    private static func lowercased(_ text: some Collection<UInt8>) -> String {
        String(decoding: text.map(\.lowercasedASCII), as: UTF8.self)
    }

    private static func side(ofLowercased name: String) -> HeadersPaneHeading.Side? {
        if ofRequests.contains(name) { return .request }
        if ofResponses.contains(name) { return .response }
        return families.first { family in name.hasPrefix(family.prefix) }?.side
    }
}
