/// Who serves an exchange.
public struct Vendor: Hashable, Sendable {
    /// The vendor's name, or `unknown`.
    public var name: String

    /// The host that was asked, in lower case, or nil when the capture has no request.
    public var host: String?

    /// Whether the host is one of the provider's whose dialect is spoken; nil when there is no host, or it is this
    /// machine.
    public var isOfficial: Bool?

    /// Names the vendor of a host that speaks a dialect.
    public init(host: String?, officialHosts: [String]) {
        self.host = host
        guard let host else {
            name = Vendor.unknown
            isOfficial = nil
            return
        }
        let isLocal = Vendor.isLoopback(host)
        name =
            isLocal ? "local" : Vendor.names.first { row in Vendor.matches(host, row.pattern) }?.name ?? Vendor.unknown
        isOfficial = isLocal ? nil : officialHosts.contains { pattern in Vendor.matches(host, pattern) }
    }

    /// What a vendor is called that no row names.
    public static let unknown = "unknown"

    /// The vendors by host; the first row that matches names it.
    private static let names: [(pattern: String, name: String)] =
        [
            ("generativelanguage.googleapis.com", "Google AI Studio"),
            ("firebasevertexai.googleapis.com", "Firebase AI Logic"),
            ("*.aiplatform.googleapis.com", "Google Vertex AI"),
            ("cloudcode-pa.googleapis.com", "Google Cloud Code"),
            ("*.googleapis.com", "Google"),
        ] + CompatibleHost.all.map { host in (host.pattern, host.name) }

    /// Whether a host is, or is below, what a pattern names; a region is written before it with a hyphen
    /// (`us-aiplatform…`).
    private static func matches(_ host: String, _ pattern: String) -> Bool {
        guard pattern.hasPrefix("*.") else { return host == pattern }
        let parent = pattern.dropFirst(2)
        return host == parent || host.hasSuffix("." + parent)
            || (parent.contains("aiplatform") && host.hasSuffix("-" + parent))
    }

    /// Whether a host is this machine.
    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "[::1]"
    }
}
