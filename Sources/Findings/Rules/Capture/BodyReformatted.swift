internal import CaptureReading

/// A JSON body that was formatted for reading after it was captured: its declared length fits the form without white
/// space.
enum BodyReformatted: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP007", name: "body-reformatted", severity: .info,
        summary: "A JSON body was formatted anew after it was captured.",
        why: "Its bytes are not those that were sent: a signature or a hash over them will not agree.",
        references: ["RFC 9110 §8.6", "RFC 8785"],
        flagged: [
            """
            # response
            ## HEADER
            STATUS: 200 OK
            HEADERS
            Content-Length:
            7
            ## BODY
            { "a": 1 }
            """
        ],
        clean: [
            """
            # response
            ## HEADER
            STATUS: 200 OK
            HEADERS
            Content-Length:
            10
            ## BODY
            { "a": 1 }
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let sides = [
            ("request", exchange.requestLength, exchange.request?.body),
            ("response", exchange.responseLength, exchange.response?.body),
        ]
        return sides.compactMap { side, length, body in
            guard let length, length.fitsMinified, let minified = length.minified else { return nil }
            return finding(
                "\(side) body formatted anew (\(minified.grouped) minified)", where: "\(side).body", at: body?.place)
        }
    }
}
