internal import CaptureReading

/// A content delivery network in front of the API, by the headers that it adds, and the city where it took the
/// connection.
enum GatewayInFront: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST003", name: "gateway-in-front", severity: .info,
        summary: "A content delivery network answered for the API.",
        why: "Encryption ends there, and it is one more place where time passes and bodies are kept back.",
        references: ["https://developers.cloudflare.com/fundamentals/reference/http-headers"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            CF-RAY: 0000000000000000-PER

            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Server: scaffolding on HTTPServer2

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isConversation else { return [] }
        for gateway in gateways {
            guard let line = exchange.responseFields.first(gateway.header) else { continue }
            let colo = gateway.colo(line.value).map { colo in ", colo \(colo)" } ?? ""
            return [
                finding(
                    "\(gateway.name) in front\(colo)", where: LogicalPlace.responseHeader(line.name), at: line.place)
            ]
        }
        return []
    }

    /// A gateway: its name, the header that it adds, and where the value of that names the airport next to it.
    private struct Gateway {
        var name: String
        var header: String
        var isColoLast: Bool

        /// The three letters of the airport, or nil when they are not where the gateway writes them.
        func colo(_ value: String) -> String? {
            let letters = isColoLast ? value.utf8.suffix(4).dropFirst() : value.utf8.prefix(3)
            let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
            let isSetApart = !isColoLast || value.utf8.dropLast(3).last == UInt8(ascii: "-")
            return letters.count == 3 && isSetApart && letters.allSatisfy(capitals.contains)
                ? String(Substring(letters)) : nil
        }
    }

    private static let gateways = [
        Gateway(name: "cloudflare", header: "cf-ray", isColoLast: true),
        Gateway(name: "cloudfront", header: "x-amz-cf-pop", isColoLast: false),
        Gateway(name: "fastly", header: "x-served-by", isColoLast: true),
    ]
}
