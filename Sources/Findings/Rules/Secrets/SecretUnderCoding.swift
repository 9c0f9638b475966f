internal import CaptureReading
internal import Redaction

/// A credential that no search of the file finds: it stands in what was compressed or encoded.
enum SecretUnderCoding: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC006", name: "secret-under-coding", severity: .medium,
        summary: "A credential can be read only once a body is decoded.",
        why: "Scanners that look at the text of the file pass it by, and so does who searches for it before sharing.",
        references: ["RFC 9110 §8.4", "CWE-312"],
        flagged: [
            """
            POST /login HTTP/1.1
            Content-Type: application/json
            Transfer-Encoding: chunked

            1d
            {"password": "walk-2-perth" }
            0


            """
        ],
        clean: [
            """
            POST /login HTTP/1.1
            Content-Type: application/json

            {"password": "walk-2-perth"}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.secrets.compactMap { secret in
            guard secret.isCredential, secret.isDistinctive, let within = secret.place?.within
            else { return nil }
            let codings = within.layers.filter(hidingLayers.contains)
            guard !codings.isEmpty else { return nil }
            let layers = Excerpt(codings.map(\.rawValue).joined(separator: ", "))
            return finding(
                "\(secret.kind.title) behind \(layers)", where: LogicalPlace.secret(in: secret.container),
                at: secret.place)
        }
    }

    /// The layers under which a text does not read as it was: lists of parameters leave it in clear.
    private static let hidingLayers: Set<BodyLayer> = [.base64, .chunked, .gzip, .deflate, .brotli, .zstandard]
}
