internal import CaptureReading
internal import Conversation

/// A stream that stops without saying why the answer ended.
enum StreamWithoutEnd: Rule {
    static let descriptor = RuleDescriptor(
        id: "SSE003", name: "stream-without-end", severity: .medium,
        summary: "A stream has none of the signs by which its dialect ends an answer.",
        why: "It was cut: the answer went on, or would have.",
        references: ["https://ai.google.dev/api/generate-content#FinishReason"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"candidates": [{"content": {"parts": [{"text": "hi"}]}}]}


            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"candidates": [{"content": {"parts": [{"text": "hi"}]}, "finishReason": "STOP"}]}


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isEventStream, let answer = exchange.answer,
            answer.warnings.contains(where: { warning in warning.kind == .noTerminator })
        else { return [] }
        let end = exchange.response?.body.map { body in body.place(ofByte: max(0, body.bytes.count - 1)) }
        return [finding("stream ends without a finish reason", where: "answer.finish_reasons", at: end)]
    }
}
