internal import CaptureReading
internal import Conversation
internal import Findings

/// What every report says of a conversation in the same words.
struct ConversationWords {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// How many turns were sent, and what the answer comes to.
    var lead: Inline {
        let asked =
            exchange.conversation.isPromptCaptured
            ? "\(Wording.count(exchange.prompt?.messages.count ?? 0, "turn")) sent" : "request content not captured"
        return Inline("\(asked), \(answered)")
    }

    private var answered: String {
        guard let answer = exchange.answer else {
            guard let body = exchange.response?.body else { return "answer not captured" }
            return body.fault.map { fault in
                "answer not decoded (\(wording.captured(fault.layer?.rawValue ?? fault.kind.rawValue)))"
            } ?? "no answer"
        }
        switch answer.messages.count {
        case 0: return "no answer"
        case 1: return "1 answered"
        default: return "\(answer.messages.count) alternatives answered"
        }
    }

    /// Why a message ended, in so many columns at most; nil where nothing says so.
    func end(of message: Message, columns: Int) -> Inline? {
        message.finishReason.map { reason in
            Preview(of: wording.captured(reason.raw), columns: columns)
                .inline(reason.unified == .stop || reason.unified == .toolCall ? .good : .severity(.medium))
        }
    }

    /// The declared type of data.
    func type(of blob: Blob) -> String {
        wording.captured(blob.declaredType ?? "data of no declared type")
    }

    /// What a reference to a file names.
    func target(of file: FileReference) -> String {
        switch file.target {
        case .uri(let uri): wording.captured(uri)
        case .id(let id): wording.captured(id)
        }
    }
}
