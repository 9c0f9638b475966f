internal import CaptureReading
internal import Redaction

/// A key that does not have the shape of the keys that its place is for.
///
/// Google's keys are `AIza` and 35 characters, or `AQ.` and 20 or more, of letters, digits, `-` and `_`.
enum KeyOfAnotherProvider: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC007", name: "key-of-another-provider", severity: .medium,
        summary: "A key sent as a Google API key does not have the shape of one.",
        why: "It was issued by a proxy, or belongs to another provider, to whom it is a credential given away.",
        references: ["https://cloud.google.com/docs/authentication/api-keys"],
        flagged: [
            """
            GET /v1beta/models HTTP/1.1
            x-goog-api-key: sk-walk-to-perth

            """,
            """
            POST /v1beta/models/m:generateContent?key=sk-walk-to-perth HTTP/1.1
            Host: relay.example

            """,
        ],
        clean: [
            """
            GET /v1beta/models HTTP/1.1
            x-goog-api-key: AQ.walk-walk-walk-to-perth

            """,
            """
            GET /v1beta/models HTTP/1.1
            Authorization: Bearer sk-walk-to-perth

            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.sentCredentials.filter { secret in
            isSentToGoogle(secret, in: exchange) && !isGoogleKey(secret.value)
        }.map { secret in
            finding(
                "key shape is not a Google key (proxy-issued?)", where: LogicalPlace.secret(in: secret.container),
                at: secret.place)
        }
    }

    /// Whether a secret stands where only a Google API key belongs.
    private static func isSentToGoogle(_ secret: Secret, in exchange: InspectedExchange) -> Bool {
        switch secret.container {
        case .requestHeader(let name): FieldLine.isName(name, "x-goog-api-key")
        case .query(let name): name == "key" && exchange.isGemini
        case .userInformation, .responseHeader, .url, .json, .surroundings: false
        }
    }

    private static func isGoogleKey(_ key: String) -> Bool {
        let bytes = key.utf8
        if bytes.starts(with: "AIza".utf8) { return bytes.count == 39 && bytes.allSatisfy(isKeyCharacter) }
        guard bytes.starts(with: "AQ.".utf8) else { return false }
        return bytes.count >= 23 && bytes.dropFirst(3).allSatisfy(isKeyCharacter)
    }

    private static func isKeyCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
