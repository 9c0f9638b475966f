internal import CaptureReading

/// An event stream that caches are not told to keep their hands off.
enum CacheableStream: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT002", name: "cacheable-stream", severity: .low,
        summary: "An event stream has no Cache-Control with no-store or no-cache.",
        why: "Caches and proxies may hold it back, or give it to somebody else.",
        references: ["WHATWG HTML §9.2.7", "RFC 9111 §5.2.2"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: a


            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream
            Cache-Control: no-store

            data: a


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        // A bare body comes without a header section, which then says nothing.
        guard exchange.isEventStream, !exchange.responseFields.isEmpty else { return [] }
        let directives = exchange.responseFields.all("cache-control").flatMap { line in
            line.value.lowercased().utf8.split { byte in byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") }
        }
        let wanted = ["no-store", "no-cache"]
        guard
            !directives.contains(where: { directive in wanted.contains { name in directive.elementsEqual(name.utf8) } })
        else { return [] }
        let place = exchange.responseFields.first("cache-control")?.place ?? exchange.response?.place
        return [
            finding("event stream that caches may keep", where: LogicalPlace.responseHeader("cache-control"), at: place)
        ]
    }
}
