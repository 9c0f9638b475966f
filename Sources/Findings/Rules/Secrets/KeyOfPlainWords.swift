internal import Redaction

/// A credential made of plain words: lower-case letters joined by `-` or `_`, and no digit.
enum KeyOfPlainWords: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC008", name: "key-of-plain-words", severity: .medium,
        summary: "A credential is made of lower-case words joined by hyphens or underscores.",
        why: "It can be guessed, and scanners that look for random characters do not find it.",
        references: ["CWE-521", "CWE-334"],
        flagged: [
            """
            GET /v1beta/models HTTP/1.1
            x-goog-api-key: sk-walk-to-perth

            """,
            """
            GET /v1/models HTTP/1.1
            Authorization: Bearer walk_to_perth

            """,
        ],
        clean: [
            """
            GET /v1beta/models HTTP/1.1
            x-goog-api-key: sk-walk-2-perth

            """,
            """
            GET /v1/models HTTP/1.1
            Authorization: Bearer <your-key>

            """,
            """
            GET /issues?state=in-progress HTTP/1.1
            X-CSRF-Token: walk-to-perth

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.sentCredentials.filter { secret in secret.isDistinctive && isPlainWords(secret.value) }.map { secret in
            finding(
                "\(secret.kind.rawValue) is made of plain words", where: LogicalPlace.secret(in: secret.container),
                at: secret.place)
        }
    }

    private static func isPlainWords(_ value: String) -> Bool {
        let words = value.utf8.split(omittingEmptySubsequences: false) { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return words.count > 1 && words.allSatisfy { word in !word.isEmpty && word.allSatisfy(letters.contains) }
    }
}
