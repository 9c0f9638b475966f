internal import Conversation

/// Data of a message that were taken out of the capture, with a placeholder in their place.
enum BodyElided: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP001", name: "body-elided", severity: .medium,
        summary: "A placeholder stands where a message had data.",
        why: "The data cannot be extracted or checked: whoever made the capture left them out.",
        references: ["RFC 4648 §4"],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "<image>"}}]}}]}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}}]}}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.elidedParts.map { part in
            finding(
                "\(part.modality.rawValue) data replaced by \(Excerpt(part.elision.placeholder))",
                where: part.logicalPlace,
                at: part.place)
        }
    }
}
