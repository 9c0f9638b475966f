internal import CaptureReading
internal import Conversation

/// A stream whose pieces do not agree on the answer that they are pieces of.
enum AnswersMixed: Rule {
    static let descriptor = RuleDescriptor(
        id: "SSE002", name: "answers-mixed", severity: .low,
        summary: "The id or the model of the answer changes within a stream.",
        why: "A proxy that tried again, or a capture that was put together wrongly, has mixed two answers.",
        references: ["https://ai.google.dev/api/generate-content#generatecontentresponse"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"candidates": [], "responseId": "a"}

            data: {"candidates": [], "responseId": "b"}


            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"candidates": [], "responseId": "a"}

            data: {"candidates": [], "responseId": "a"}


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let warnings = exchange.answer?.warnings ?? []
        return warnings.filter { warning in warning.kind == .identityChanged }.map { warning in
            finding("pieces of the stream name two answers", where: "answer.id", at: warning.place)
        }
    }
}
