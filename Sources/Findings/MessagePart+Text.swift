internal import CaptureReading
internal import Conversation

extension MessagePart {
    /// The words of a part that are read by people: text, thoughts, a refusal.
    var shownText: String? {
        switch content {
        case .text(let text), .reasoning(let text), .refusal(let text), .named(_, let text): text
        default: nil
        }
    }
}

extension InspectedExchange {
    /// Where the body of a part begins, for parts whose own place is not known.
    func exchangePlace(isAnswer: Bool) -> Place? {
        isAnswer ? exchange.response?.body?.place : exchange.request?.body?.place
    }
}
