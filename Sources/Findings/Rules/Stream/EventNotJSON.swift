internal import CaptureReading
internal import Conversation

/// An event of an answer whose data are no JSON; what could be read of them was used.
enum EventNotJSON: Rule {
    static let descriptor = RuleDescriptor(
        id: "SSE001", name: "event-not-json", severity: .medium,
        summary: "The data of an event are not whole JSON.",
        why: "The answer was put together without that piece, or with a part of it.",
        references: ["RFC 8259 §2", "WHATWG HTML §9.2.6"],
        flagged: [
            """
            POST /v1beta/models/m:streamGenerateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"candidates":


            """
        ],
        clean: [
            """
            POST /v1beta/models/m:streamGenerateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"candidates": [], "modelVersion": "m"}


            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let warnings = exchange.answer?.warnings ?? []
        return warnings.compactMap { warning in
            let message: String? =
                switch warning.kind {
                case .unreadablePiece: "event data are not whole JSON"
                case .damagedMessage: "a message of the event stream is damaged"
                default: nil
                }
            return message.map { message in
                finding(message, where: "response.body.events", at: warning.place)
            }
        }
    }
}
