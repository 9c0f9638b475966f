internal import CaptureReading
internal import Conversation
internal import JSONReading

/// A body that ends before its own form says that it is whole.
///
/// A stream that ends between two events is `stream-without-end`.
enum BodyCut: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP006", name: "body-cut", severity: .medium,
        summary: "A body is shorter than declared, or is JSON that is not whole.",
        why: "The prompt or the answer is shown as far as it goes, and something is missing behind it.",
        references: ["RFC 9112 §8", "RFC 8259 §2"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"candidates": [
            """,
            """
            HTTP/1.1 200 OK
            Content-Length: 20

            too short
            """,
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"candidates": []}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        [request(in: exchange), response(in: exchange)].compactMap { finding in finding }
    }

    private static func request(in exchange: InspectedExchange) -> Finding? {
        guard let request = exchange.request, let body = request.body else { return nil }
        if exchange.isRequestCut { return finding("request body is cut short", where: "request.body", at: body.end) }
        guard let fault = exchange.requestFault, exchange.isConversation || request.mediaType?.isJSON == true else {
            return nil
        }
        let words = words(for: exchange.conversation.requestDocument?.fault)
        return finding("request body \(words)", where: "request.body", at: fault)
    }

    private static func response(in exchange: InspectedExchange) -> Finding? {
        guard let response = exchange.response, let body = response.body else { return nil }
        if exchange.isResponseCut { return finding("response body is cut short", where: "response.body", at: body.end) }
        let warnings = exchange.answer?.warnings ?? []
        if let cut = warnings.first(where: { warning in warning.kind == .incompleteTail }) {
            return finding("event stream ends inside an event", where: "response.body", at: cut.place)
        }
        guard case .json(_, _, isWhole: false) = exchange.conversation.shape,
            exchange.answer != nil || response.mediaType?.isJSON == true || response.isBare
        else { return nil }
        let fault = warnings.first { warning in warning.kind == .truncatedDocument }?.place ?? body.place
        let words = words(for: JSONDocument(parsing: body.bytes).fault)
        return finding("response body \(words)", where: "response.body", at: fault)
    }

    /// What is wrong with JSON that was not read to its end: not all of it is damaged.
    private static func words(for fault: JSONFault?) -> String {
        guard case .tooDeep(let limit, let offset) = fault else { return "is not whole JSON" }
        return "is JSON nested deeper than \(limit) levels at byte \(offset), below which nothing is read"
    }
}

extension Response {
    /// Whether nothing is there but the body, which then tells its type alone.
    fileprivate var isBare: Bool { status == nil && fields.isEmpty }
}

extension Body {
    /// Where the last captured byte stands, or the body itself when it has none.
    fileprivate var end: Place { place(ofByte: max(0, bytes.count - 1)) }
}
