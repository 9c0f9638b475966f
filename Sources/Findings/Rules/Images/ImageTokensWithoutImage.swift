internal import CaptureReading
internal import Conversation

/// Tokens of images in the account of an answer, and no image in the capture that they could be of.
///
/// A file that a message names by its address is not expected in the capture.
enum ImageTokensWithoutImage: Rule {
    static let descriptor = RuleDescriptor(
        id: "IMG005", name: "image-tokens-without-image", severity: .low,
        summary: "Image tokens are counted, but the capture has no bytes of an image.",
        why:
            "It tells an extract that is empty because of the capture from one without any image.",
        references: ["https://ai.google.dev/api/generate-content#UsageMetadata"],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "hi"}]}}],
             "usageMetadata": {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 5}]}}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]}}],
             "usageMetadata": {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 5}]}}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let answer = exchange.answer, let tokens = answer.tokens else { return [] }
        let asked = exchange.prompt.map { prompt in
            isMissing(
                tokens.inputByModality, in: prompt.messages, images: exchange.images.filter { image in !image.isAnswer }
            )
        }
        let answered = isMissing(
            tokens.outputByModality, in: answer.messages, images: exchange.images.filter(\.isAnswer))
        guard asked == true || answered else { return [] }
        return [finding("IMAGE tokens counted, no image bytes captured", where: "answer.usage", at: answer.usagePlace)]
    }

    /// Whether tokens of images were counted and no message has an image, or names a file, that they could be of.
    private static func isMissing(_ counts: [ModalityCount], in messages: [Message], images: [EmbeddedImage]) -> Bool {
        guard counts.imageTokens > 0, !images.contains(where: \.hasBytes) else { return false }
        return !messages.contains { message in
            message.parts.contains { part in
                guard case .file = part.content else { return false }
                return true
            }
        }
    }
}
