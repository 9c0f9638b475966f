internal import CaptureReading

/// What the server measured itself: durations, and of Cloudflare's connection the round trip and the bytes of both
/// directions.
enum ServerTimingRead: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT005", name: "server-timing-read", severity: .info,
        summary: "The response has the server's own measurements.",
        why: "They tell where time went, and whether bodies that the capture has in part crossed the wire whole.",
        references: ["https://www.w3.org/TR/server-timing"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Server-Timing: model;dur=53

            {}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Server-Timing: miss

            {}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isConversation else { return [] }
        return exchange.responseFields.all("server-timing").compactMap { line in
            // A header may hold as many metrics as it likes.
            let metrics = ServerTiming.all(in: line.value).lazy.compactMap(words).prefix(3)
            guard !metrics.isEmpty else { return nil }
            return finding(
                metrics.joined(separator: "; "), where: LogicalPlace.responseHeader(line.name), at: line.place)
        }
    }

    /// What a metric says in numbers, or nil when it says none: `model 53 ms`, `cfL4 rtt 6.7 ms, sent 100, recv 200`.
    private static func words(of metric: ServerTiming) -> String? {
        var facts: [String] = []
        if let duration = metric.duration.flatMap(Double.init), duration.isFinite, let text = metric.duration {
            facts.append("\(Excerpt(text)) ms")
        }
        // Cloudflare counts the round trip in microseconds.
        if let rtt = metric.item("rtt").flatMap({ number in Int(number) }) {
            facts.append("rtt \(Tenths(thousandths: rtt)) ms")
        }
        for (name, item) in [("sent", "sent_bytes"), ("recv", "recv_bytes")] {
            guard let bytes = metric.item(item).flatMap({ number in Int(number) }) else { continue }
            facts.append("\(name) \(bytes.grouped)")
        }
        return facts.isEmpty ? nil : "\(Excerpt(metric.name)) \(facts.joined(separator: ", "))"
    }
}
