internal import CaptureReading

/// A host in the header section that is another than the one in the URL.
enum HostsDiffer: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST004", name: "hosts-differ", severity: .medium,
        summary: "The URL, the :authority header and the Host header name different hosts.",
        why: "The request was hidden behind another host's name, or the capture was put together wrongly.",
        references: ["RFC 9110 §7.2", "RFC 9113 §8.3.1"],
        flagged: [
            """
            GET https://relay.example/v1/models HTTP/1.1
            Host: other.example

            """
        ],
        clean: [
            """
            GET https://relay.example/v1/models HTTP/1.1
            Host: relay.example:443

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let request = exchange.request else { return [] }
        let lines = request.fields.filter { line in line.isNamed(":authority") || line.isNamed("host") }
        guard let host = request.host else { return [] }
        return lines.compactMap { line in
            // The text behind `//` is an authority: user information and port are cut off as they are from a URL's.
            guard let named = URLComponents(splitting: "//" + line.value).host, !named.isEmpty, named != host else {
                return nil
            }
            return finding(
                "\(line.name.lowercased()) is \(Excerpt(named)), not \(Excerpt(host))",
                where: LogicalPlace.requestHeader(line.name), at: line.place)
        }
    }
}
