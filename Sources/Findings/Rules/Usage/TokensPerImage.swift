internal import Conversation

/// What an image costs in tokens, asked and answered.
enum TokensPerImage: Rule {
    static let descriptor = RuleDescriptor(
        id: "USE005", name: "tokens-per-image", severity: .info,
        summary: "The account of tokens tells what an image costs.",
        why: "Images are most of the cost of a conversation that has them; those of the history count in every turn.",
        references: ["https://ai.google.dev/gemini-api/docs/tokens#multimodal-tokens"],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "<image>"}}]}}],
             "usageMetadata": {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 5}]}}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "hi"}]}}],
             "usageMetadata": {"candidatesTokensDetails": [{"modality": "TEXT", "tokenCount": 5}]}}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let answer = exchange.answer, let tokens = answer.tokens else { return [] }
        let sides = [
            (
                "in", tokens.inputByModality.imageTokens,
                exchange.images.count { image in image.isPart && !image.isAnswer }
            ),
            (
                "out", tokens.outputByModality.imageTokens,
                exchange.images.count { image in image.isPart && image.isAnswer }
            ),
        ]
        let costs = sides.compactMap { side, tokens, images -> String? in
            guard tokens > 0, images > 0 else { return nil }
            return "\(tokens.isMultiple(of: images) ? "" : "about ")\(tokens / images) \(side)"
        }
        guard !costs.isEmpty else { return [] }
        return [
            finding("tokens an image: \(costs.joined(separator: ", "))", where: "answer.usage", at: answer.usagePlace)
        ]
    }
}
