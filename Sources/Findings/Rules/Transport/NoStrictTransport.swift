internal import CaptureReading
internal import Conversation

/// An API host that does not tell its clients to come by HTTPS only.
enum NoStrictTransport: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT004", name: "no-strict-transport", severity: .low,
        summary: "The API host sends no Strict-Transport-Security.",
        why: "A browser that is led to it by http:// sends its first request, key included, in clear.",
        references: ["RFC 6797 §6.1"],
        flagged: [
            """
            POST https://relay.example/v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Content-Type: application/json

            {}
            """
        ],
        clean: [
            """
            POST https://relay.example/v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Strict-Transport-Security: max-age=31536000

            {}
            """,
            """
            POST https://localhost/v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Content-Type: application/json

            {}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        // Whether a host is official is a question only for hosts that are not this machine.
        guard exchange.conversation.vendor?.isOfficial != nil, exchange.request?.url?.scheme == "https",
            let response = exchange.response, !response.fields.isEmpty,
            response.fields.first("strict-transport-security") == nil
        else { return [] }
        let logicalPlace = LogicalPlace.responseHeader("strict-transport-security")
        return [finding("no Strict-Transport-Security", where: logicalPlace, at: response.place)]
    }
}
