internal import CaptureReading
internal import Conversation

/// An image that an earlier exchange uploaded already.
struct ImageUploadedAgain: SessionRule {
    static let descriptor = RuleDescriptor(
        id: "IMG007", name: "image-uploaded-again", severity: .info,
        summary: "The request uploads an image that an earlier exchange uploaded.",
        why: "Each call is charged for it, and sends it over the wire; a file that is uploaded once is not.",
        references: ["https://ai.google.dev/gemini-api/docs/files"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUg=="}}]}]}
            HTTP/1.1 200 OK
            Content-Length: 2

            {}
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUg=="}}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUg=="}}]}]}
            HTTP/1.1 200 OK
            Content-Length: 2

            {}
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoAAAANSUhEUw=="}}]}]}
            """
        ])

    private var uploads = RecentTable<ByteSummary, Int>()

    mutating func findings(in exchange: InspectedExchange) -> [Finding] {
        let number = exchange.exchange.number
        return exchange.images.compactMap { image in
            guard !image.isAnswer, let summary = image.summary else { return nil }
            guard let first = uploads[summary] else {
                uploads[summary] = number
                return nil
            }
            guard first != number else { return nil }
            return ImageUploadedAgain.finding(
                "image of \(summary.count.grouped) bytes, uploaded in exchange \(first) before",
                where: image.logicalPlace, at: image.place)
        }
    }
}
