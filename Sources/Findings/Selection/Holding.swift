internal import CaptureReading
internal import Conversation
internal import Redaction

/// What an exchange may hold, by the names that `has:` takes.
public enum Holding: String, CaseIterable, Sendable {
    /// An answer of a model.
    case answer

    /// Something wrong in the capture itself.
    case defect

    /// A failure: a status from 400 on, an error in the answer, or what the recorder says of one.
    case error

    /// A finding of any rule.
    case finding

    /// An image, be its data taken out.
    case image

    /// Traffic of an API that is known.
    case llm

    /// What a model thought before it answered.
    case reasoning

    /// A refusal.
    case refusal

    /// A request.
    case request

    /// A response.
    case response

    /// A credential, cookie or token.
    case secret

    /// An event stream.
    case stream

    /// A call that the client has to answer.
    case toolCall = "tool-call"

    /// Tools that were offered.
    case tools

    /// Whether an exchange holds it.
    func isHeld(by inspected: InspectedExchange) -> Bool {
        let exchange = inspected.exchange
        return switch self {
        case .answer: inspected.answer?.messages.isEmpty == false
        case .defect: !exchange.defects.isEmpty
        case .error:
            (exchange.response?.status ?? 0) >= 400 || inspected.answer?.error != nil || exchange.failure != nil
        case .finding: !inspected.findings.isEmpty
        case .image: !inspected.images.isEmpty
        case .llm: inspected.isConversation
        case .reasoning: hasPart(of: inspected) { content in if case .reasoning = content { true } else { false } }
        case .refusal: hasPart(of: inspected) { content in if case .refusal = content { true } else { false } }
        case .request: exchange.request != nil
        case .response: exchange.response != nil
        case .secret: inspected.secrets.contains { secret in !secret.isBlanked }
        case .stream: inspected.isEventStream
        case .toolCall: hasPart(of: inspected) { content in if case .toolCall = content { true } else { false } }
        case .tools: inspected.prompt?.tools?.isEmpty == false
        }
    }

    /// Whether a part of the answer is of a kind.
    private func hasPart(of inspected: InspectedExchange, _ isWanted: (PartContent) -> Bool) -> Bool {
        inspected.answer?.messages.contains { message in
            message.parts.contains { part in isWanted(part.content) }
        } ?? false
    }
}
