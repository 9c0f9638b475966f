internal import CaptureReading
internal import Conversation
internal import JSONReading

/// A request in the manner of one product that another product answered: Vertex AI behind a path of Google AI Studio.
///
/// Vertex AI alone says `createTime` and `trafficType`, and its own paths name a project or a publisher.
enum FrontAndBackEndDiffer: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST002", name: "front-and-back-end-differ", severity: .info,
        summary: "A host that is not Google's takes requests for Google AI Studio and answers with Vertex AI's fields.",
        why: "A proxy translates: limits, filters and terms are those of a product that the request does not name.",
        references: ["https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: relay.example

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "createTime": "2025-01-01T00:00:00Z"}
            """
        ],
        clean: [
            """
            POST /v1/publishers/google/models/m:generateContent HTTP/1.1
            Host: relay.example

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "createTime": "2025-01-01T00:00:00Z"}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: relay.example

            {}
            HTTP/1.1 200 OK

            {"candidates": [], "responseId": "a"}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isGemini, exchange.conversation.vendor?.isOfficial != true, let answer = exchange.answer,
            let path = exchange.request?.url?.path, path.contains("/v1beta/models/")
        else { return [] }
        let fields = [
            ("createTime", answer.detail("createTime") ?? answer.detail("create_time")),
            ("trafficType", answer.usage?["trafficType"]?.string ?? answer.usage?["traffic_type"]?.string),
        ].filter { field in field.1 != nil }.map(\.0)
        guard !fields.isEmpty else { return [] }
        let message = "AI Studio path, answer has \(fields.joined(separator: ", "))"
        return [finding(message, where: "request.url", at: exchange.request?.targetPlace)]
    }
}
