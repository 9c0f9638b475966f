internal import CaptureReading

/// Identifiers that the servers on the way gave to this connection, or to this visitor.
///
/// The table names the headers; of `Server-Timing` only the connection id that Cloudflare writes counts, of cookies
/// only those that gateways set for themselves.
enum ConnectionIdentifiers: Rule {
    static let descriptor = RuleDescriptor(
        id: "SEC012", name: "connection-identifiers", severity: .info,
        summary: "Headers hold identifiers of the connection or of the visitor.",
        why: "They tie the capture to one person, one place and one moment in the logs of whoever issued them.",
        references: [
            "https://developers.cloudflare.com/fundamentals/reference/http-headers",
            "https://www.w3.org/TR/network-error-logging",
        ],
        flagged: [
            """
            HTTP/1.1 200 OK
            CF-RAY: 0000000000000000-PER

            """,
            """
            HTTP/1.1 200 OK
            server-timing: cfL4;desc="?proto=TCP&cid=0000"

            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            server-timing: db;dur=5

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let sent = exchange.requestFields.compactMap { line in identifier(in: line).map { name in (name, line, false) }
        }
        let received = exchange.responseFields.compactMap { line in
            identifier(in: line).map { name in (name, line, true) }
        }
        guard let (_, line, isResponse) = (sent + received).first else { return [] }
        let names = (sent + received).map(\.0)
        let distinct = names.enumerated().filter { name in !names[..<name.offset].contains(name.element) }.map(
            \.element)
        let place = isResponse ? LogicalPlace.responseHeader(line.name) : LogicalPlace.requestHeader(line.name)
        return [finding(distinct.joined(separator: ", "), where: place, at: line.place)]
    }

    /// The identifier that a header line holds, by the name that its issuer gives it; nil when it holds none.
    private static func identifier(in line: FieldLine) -> String? {
        if let name = headers.first(where: line.isNamed) { return name }
        if line.isNamed("server-timing") {
            return ServerTiming.all(in: line.value).contains { metric in metric.item("cid") != nil }
                ? "server-timing cid" : nil
        }
        guard line.isNamed("cookie") || line.isNamed("set-cookie") else { return nil }
        let pairs = line.value.utf8.split(separator: UInt8(ascii: ";")).map { pair in
            pair.drop { byte in byte == UInt8(ascii: " ") }
        }
        return cookies.first { cookie in pairs.contains { pair in pair.starts(with: (cookie + "=").utf8) } }
    }

    private static let headers = ["CF-RAY", "NEL", "Report-To", "X-Amz-Cf-Id", "X-Vercel-Id"]

    private static let cookies = ["__cf_bm", "_cfuvid", "cf_clearance", "__cflb"]
}
