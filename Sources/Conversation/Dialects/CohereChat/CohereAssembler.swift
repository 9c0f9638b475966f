internal import CaptureReading
internal import JSONReading

/// Folds the events of an answer of Cohere; a whole answer is one event.
struct CohereAssembler: MessageAssembler {
    private var answer = Answer()
    private var role: String?
    private var message = CohereMessage()
    private var reason: String?
    private var isEnded = false
    private var isBegun = false
    private var details = DetailList()

    /// Folds one event.
    mutating func append(_ payload: Payload) {
        let event = payload.root
        if let type = event["type"]?.string, let known = CohereEvent(rawValue: type) {
            append(known, event, in: payload)
        } else if let type = event["event_type"]?.string {
            append(firstVersion: type, event, in: payload)
        } else if event["message"]?.isObject == true || event["text"]?.kind == .string {
            append(whole: event, in: payload)
        } else {
            append(other: event, in: payload)
        }
    }

    private mutating func append(_ type: CohereEvent, _ event: JSONValue, in payload: Payload) {
        isBegun = true
        let index = event["index"]?.int ?? 0
        let piece = event["delta"]?["message"]
        switch type {
        case .messageStart:
            answer.id = answer.id ?? event["id"]?.filledWord
            role = role ?? piece?["role"]?.filledWord
        case .contentStart, .contentDelta:
            if let content = piece?["content"] {
                message.append(content: content, at: index, isStart: type == .contentStart, in: payload)
            }
            if let probabilities = event["logprobs"] { message.details.add(probabilities, as: "logprobs") }
        case .toolPlanDelta: if let plan = piece?["tool_plan"] { message.append(plan: plan, in: payload) }
        case .toolCallStart, .toolCallDelta:
            if let call = piece?["tool_calls"] {
                message.append(call: call, at: index, isStart: type == .toolCallStart, in: payload)
            }
        case .citationStart: if let citation = piece?["citations"] { message.append(citation: citation) }
        case .contentEnd, .toolCallEnd, .citationEnd: break
        case .messageEnd:
            isEnded = true
            take(end: event["delta"] ?? event, in: payload)
        }
    }

    /// Folds an event of the first version, whose last one repeats all that was said.
    private mutating func append(firstVersion type: String, _ event: JSONValue, in payload: Payload) {
        isBegun = true
        switch type {
        case "stream-start": answer.id = answer.id ?? event["generation_id"]?.filledWord
        case "text-generation": if let text = event["text"] { message.append(text: text, in: payload) }
        case "citation-generation":
            for citation in event["citations"]?.elements.map({ citation in citation }) ?? [] {
                message.append(citation: citation)
            }
        case "tool-calls-chunk": if let piece = event["tool_call_delta"] { message.append(piece: piece, in: payload) }
        case "tool-calls-generation": message.replace(calls: event["tool_calls"], in: payload)
        case "stream-end":
            isEnded = true
            if let response = event["response"] {
                if message.isEmpty { append(whole: response, in: payload) } else { take(end: response, in: payload) }
                answer.id = answer.id ?? response["generation_id"]?.filledWord
            }
            reason = event["finish_reason"]?.filledWord ?? reason
            take(error: event, in: payload)
        default: details.add(event, as: type)
        }
    }

    /// Folds a whole answer of either version.
    private mutating func append(whole event: JSONValue, in payload: Payload) {
        isBegun = true
        answer.id = answer.id ?? event.field("id", "response_id", "generation_id")?.filledWord
        if let message = event["message"], message.isObject {
            role = role ?? message["role"]?.filledWord
            self.message.append(whole: message, in: payload)
        } else {
            if let text = event["text"] { message.append(text: text, in: payload) }
            message.replace(calls: event["tool_calls"], in: payload)
            for citation in event["citations"]?.elements.map({ citation in citation }) ?? [] {
                message.append(citation: citation)
            }
        }
        take(end: event, in: payload)
    }

    /// The members of an answer that are read elsewhere.
    private static let members: Set = [
        "id", "response_id", "generation_id", "message", "text", "tool_calls", "citations", "finish_reason", "usage",
        "meta", "error",
    ]

    /// Takes why the message ended, its usage, and what else is said of it.
    private mutating func take(end object: JSONValue, in payload: Payload) {
        reason = object["finish_reason"]?.filledWord ?? reason
        if let usage = object.field("usage", "meta") {
            answer.usage = usage
            answer.usagePlace = payload.place(of: usage)
        }
        take(error: object, in: payload)
        details.replace(membersOf: object, except: CohereAssembler.members)
    }

    private mutating func take(error object: JSONValue, in payload: Payload) {
        guard let error = object["error"], !error.isNull, answer.error == nil else { return }
        answer.error = error
        answer.errorPlace = payload.place(of: error)
    }

    /// Takes what is no answer: an error, which is a message alone, or an event that is not known.
    private mutating func append(other event: JSONValue, in payload: Payload) {
        if let type = event["type"]?.string {
            details.add(event, as: type)
        } else if event["message"]?.kind == .string, !isBegun, answer.error == nil {
            answer.error = event
            answer.errorPlace = payload.place(of: event)
        } else {
            take(error: event, in: payload)
            details.replace(membersOf: event, except: ["error"])
        }
    }

    /// The answer: complete when its end was announced, or it says why it ended.
    consuming func finish() -> Answer {
        let (parts, warnings) = message.finish()
        answer.warnings += warnings
        let finish = reason.map { raw in FinishReason(raw: raw, unified: CohereAssembler.unified(raw)) }
        if isBegun {
            answer.messages = [
                Message(role: role, parts: parts, finishReason: finish, details: message.details.details)
            ]
        }
        answer.tokens = answer.usage.map(CohereUsage.tokens)
        answer.details = details.details
        answer.isComplete = isEnded || finish != nil
        return answer
    }

    /// What a reason comes down to, or nil where that is not known.
    private static func unified(_ reason: String) -> FinishReason.Unified? {
        switch reason {
        case "COMPLETE", "STOP_SEQUENCE": .stop
        case "MAX_TOKENS", "ERROR_LIMIT": .length
        case "TOOL_CALL": .toolCall
        case "ERROR_TOXIC": .contentFilter
        case "ERROR", "TIMEOUT": .error
        default: nil
        }
    }
}
