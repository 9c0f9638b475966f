internal import CaptureReading
internal import Conversation

/// An image of an earlier turn that the request carries along.
enum ImageResent: Rule {
    static let descriptor = RuleDescriptor(
        id: "IMG004", name: "image-resent", severity: .info,
        summary: "The request sends an image of an earlier turn again.",
        why: "Each turn uploads, and is charged for, all images before it; a file that is uploaded once is not.",
        references: ["https://ai.google.dev/gemini-api/docs/files"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [
                {"role": "model", "parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]},
                {"role": "user", "parts": [{"text": "again"}]}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [
                {"role": "user", "parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]},
                {"role": "model", "parts": [{"text": "A cat."}]}, {"role": "user", "parts": [{"text": "again"}]}]}
            """,
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [
                {"role": "user", "parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]}]}
            """,
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [
                {"role": "user", "parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]},
                {"role": "user", "parts": [{"text": "What is it?"}]}]}
            """,
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        // Images behind the model's last word are new; several turns may bring them.
        let answered = exchange.prompt?.messages.lastIndex { message in message.role == "model" }
        guard let answered else { return [] }
        let resent = exchange.images.filter { image in
            guard !image.isAnswer, let turn = image.turn else { return false }
            return turn >= 1 && turn <= answered + 1
        }
        return resent.map { image in
            finding(
                "image resent in history\(share(of: image, in: exchange))", where: image.logicalPlace, at: image.place)
        }
    }

    /// How much of the request's body an image is, where its size is known: `: 99.9 % of body`.
    private static func share(of image: EmbeddedImage, in exchange: InspectedExchange) -> String {
        guard let size = image.encodedByteCount, let captured = exchange.request?.body?.bytes.count else { return "" }
        let whole = image.estimate?.contentLength ?? captured
        return ": \(Tenths(percentageOf: size, in: whole)) % of body"
    }
}
