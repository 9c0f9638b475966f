internal import CaptureReading
internal import Conversation
internal import Redaction

/// A credential that went to the hosts of two owners in one capture.
///
/// Hosts are taken for one owner's where the last two of their labels agree (three below a country's own second level).
/// This machine is nobody else.
struct CredentialAtTwoHosts: SessionRule {
    static let descriptor = RuleDescriptor(
        id: "SEC013", name: "credential-at-two-hosts", severity: .medium,
        summary: "The same credential was sent to hosts of two owners.",
        why: "Either of them can use it at the other.",
        references: ["RFC 9700 §4.9.1", "CWE-522"],
        flagged: [
            """
            GET /v1/models HTTP/1.1
            Host: api.one.example
            Authorization: Bearer sk-walk-to-perth

            HTTP/1.1 200 OK
            Content-Length: 0

            GET /v1/models HTTP/1.1
            Host: other.test
            Authorization: Bearer sk-walk-to-perth

            HTTP/1.1 200 OK
            Content-Length: 0

            """
        ],
        clean: [
            """
            GET /v1/models HTTP/1.1
            Host: api.one.example
            Authorization: Bearer sk-walk-to-perth

            HTTP/1.1 200 OK
            Content-Length: 0

            GET /v1/models HTTP/1.1
            Host: files.one.example
            Authorization: Bearer sk-walk-to-perth

            HTTP/1.1 200 OK
            Content-Length: 0

            """
        ])

    private var owners = RecentTable<String, String>()

    mutating func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let host = exchange.request?.host, let owner = CredentialAtTwoHosts.owner(of: host) else { return [] }
        return exchange.sentCredentials.compactMap { secret in
            guard secret.isDistinctive else { return nil }
            guard let first = owners[secret.value] else {
                owners[secret.value] = owner
                return nil
            }
            guard first != owner else { return nil }
            return CredentialAtTwoHosts.finding(
                "\(secret.kind.title) sent to \(Excerpt(owner)) was sent to \(Excerpt(first)) before",
                where: LogicalPlace.secret(in: secret.container), at: secret.place)
        }
    }

    /// The part of a host's name that its owner registered; the host itself where it is an address; nil for this machine.
    private static func owner(of host: String) -> String? {
        if Vendor.isLoopback(host) { return nil }
        let labels = host.lowercased().split(separator: ".")
        guard let last = labels.last, Int(last) == nil, !host.hasPrefix("[") else { return host }
        let isBelowCountry = last.utf8.count == 2 && labels.count > 2 && secondLevels.contains(labels[labels.count - 2])
        return labels.suffix(isBelowCountry ? 3 : 2).joined(separator: ".")
    }

    /// What countries have below their own domain, and sell names below: `co.uk`, `com.au`.
    private static let secondLevels: Set<Substring> = [
        "ac", "co", "com", "edu", "go", "gov", "gob", "ne", "net", "nom", "or", "org",
    ]
}
