internal import CaptureReading
internal import Conversation
internal import Redaction

/// A credential in a request that was not encrypted on its way.
///
/// Loopback addresses leave no machine, and names below `.internal` no host of containers. A value that was taken out
/// of the capture was sent all the same.
enum CredentialOnPlainHTTP: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC009", name: "credential-on-plain-http", severity: .high,
        summary: "A credential was sent over http:// or ws:// to another machine.",
        why: "Everybody on the way can read it and use it.",
        references: ["RFC 6750 §5.3", "CWE-319"],
        flagged: [
            """
            GET http://relay.example/v1/models HTTP/1.1
            Authorization: Bearer sk-walk-to-perth

            """,
            """
            GET http://relay.example/v1/models HTTP/1.1
            Authorization: Bearer [redacted]

            """,
        ],
        clean: [
            """
            GET https://relay.example/v1/models HTTP/1.1
            Authorization: Bearer sk-walk-to-perth

            """,
            """
            GET http://127.0.0.1:8080/v1/models HTTP/1.1
            Authorization: Bearer sk-walk-to-perth

            """,
            """
            GET http://relay.example/v1/models HTTP/1.1
            Accept: */*

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let request = exchange.request, let scheme = request.url?.scheme?.lowercased(),
            scheme == "http" || scheme == "ws", let host = request.host, !isOwnMachine(host)
        else { return [] }
        let sent = exchange.secrets.first { secret in
            guard secret.isCredential, !secret.hasOrdinaryName || secret.looksIssued else { return false }
            return switch secret.container {
            case .requestHeader, .query, .userInformation: true
            default: false
            }
        }
        guard let sent else { return [] }
        return [
            finding(
                "\(sent.kind.title) sent over \(scheme)://", where: LogicalPlace.secret(in: sent.container),
                at: sent.place)
        ]
    }

    private static func isOwnMachine(_ host: String) -> Bool {
        Vendor.isLoopback(host) || host.hasSuffix(".internal") || host == "0.0.0.0"
    }
}
