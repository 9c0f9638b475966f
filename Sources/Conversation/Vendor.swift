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
            ("api.anthropic.com", "Anthropic"),
            ("bedrock-runtime.*.amazonaws.com", "Amazon Bedrock"),
            ("bedrock-runtime-fips.*.amazonaws.com", "Amazon Bedrock"),
            ("*.cohere.ai", "Cohere"),
            ("*.cohere.com", "Cohere"),
            ("ollama.com", "Ollama"),
            ("generativelanguage.googleapis.com", "Google AI Studio"),
            ("firebasevertexai.googleapis.com", "Firebase AI Logic"),
            ("*.aiplatform.googleapis.com", "Google Vertex AI"),
            ("cloudcode-pa.googleapis.com", "Google Cloud Code"),
            ("*.googleapis.com", "Google"),
        ] + CompatibleHost.all.map { host in (host.pattern, host.name) }

    /// Whether a host is, or is below, what a pattern names; a region is written before it with a hyphen
    /// (`us-aiplatform…`), or in its place between two dots (`bedrock-runtime.*.amazonaws.com`).
    private static func matches(_ host: String, _ pattern: String) -> Bool {
        let host = host.utf8
        let pattern = pattern.utf8
        guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else { return host.elementsEqual(pattern) }
        let head = pattern[..<star]
        let tail = pattern[pattern.index(after: star)...]
        guard host.count >= head.count + tail.count, host.starts(with: head),
            host.suffix(tail.count).elementsEqual(tail)
        else {
            // The parent itself, or a region with a hyphen before it.
            let parent = tail.dropFirst()
            return head.isEmpty
                && (host.elementsEqual(parent)
                    || parent.starts(with: "aiplatform".utf8) && host.suffix(parent.count).elementsEqual(parent)
                        && host.dropLast(parent.count).last == UInt8(ascii: "-"))
        }
        return head.isEmpty || !host.dropFirst(head.count).dropLast(tail.count).contains(UInt8(ascii: "."))
    }

    /// Whether a host is this machine.
    package static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "[::1]"
    }
}
