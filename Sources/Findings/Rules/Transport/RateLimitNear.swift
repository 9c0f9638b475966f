internal import CaptureReading

/// A response by which little or nothing is left of a rate limit.
enum RateLimitNear: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT010", name: "rate-limit-near", severity: .low,
        summary: "A tenth or less of a rate limit is left.",
        why: "The next calls will be refused with 429.",
        references: [
            "https://platform.openai.com/docs/guides/rate-limits", "https://docs.anthropic.com/en/api/rate-limits",
        ],
        flagged: [
            """
            HTTP/1.1 200 OK
            x-ratelimit-limit-tokens: 10000
            x-ratelimit-remaining-tokens: 12

            """,
            """
            HTTP/1.1 200 OK
            anthropic-ratelimit-requests-limit: 50
            anthropic-ratelimit-requests-remaining: 0

            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            x-ratelimit-limit-tokens: 10000
            x-ratelimit-remaining-tokens: 9000

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.responseFields.compactMap { line in
            let name = line.name.lowercased()
            guard name.contains("ratelimit"), name.contains("remaining"),
                let limit = exchange.responseFields.value(name.replacing("remaining", with: "limit")),
                let left = Int(line.value), let most = Int(limit), most > 1, left >= 0, left <= most / 10
            else { return nil }
            return finding(
                "\(left.grouped) of \(most.grouped) left by \(Excerpt(name))", where: LogicalPlace.responseHeader(name),
                at: line.place)
        }
    }
}
