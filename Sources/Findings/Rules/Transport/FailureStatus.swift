internal import ByteCoding
internal import CaptureReading

/// A response by which the client or the server is said to have failed.
enum FailureStatus: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT007", name: "failure-status", severity: .medium,
        summary: "The response has a status of 400 or above.",
        why: "Failures are what most captures are opened for; 429, 503 and 529 ask to try again later.",
        references: ["RFC 9110 §15.5", "RFC 9110 §10.2.3", "RFC 6585 §4"],
        flagged: [
            """
            GET /v1/models HTTP/1.1

            HTTP/1.1 429 Too Many Requests
            Retry-After: 30

            """
        ],
        clean: [
            """
            GET /v1/models HTTP/1.1

            HTTP/1.1 304 Not Modified

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let response = exchange.response, let status = response.status, (400...599).contains(status) else {
            return []
        }
        let reason = response.reason.flatMap { reason in reason.isEmpty ? nil : " \(Excerpt(reason))" } ?? ""
        let retry = response.fields.value("retry-after").map { delay in ", retry after \(words(for: delay))" } ?? ""
        return [finding("status \(status)\(reason)\(retry)", where: "response.status", at: response.place)]
    }

    /// A delay in seconds with its unit; a date as it is.
    ///
    /// RFC 9110 §10.2.3
    private static func words(for delay: String) -> String {
        let isCount = !delay.isEmpty && delay.utf8.allSatisfy(\.isDigit)
        return "\(Excerpt(delay))\(isCount ? " s" : "")"
    }
}
