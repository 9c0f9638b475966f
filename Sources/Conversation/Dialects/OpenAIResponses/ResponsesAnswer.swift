internal import CaptureReading
internal import JSONReading

/// One answer of the Responses API while its events arrive.
struct ResponsesAnswer: Sendable {
    private var answer = Answer()
    private var output = ResponseOutput()
    private var details = DetailList()

    /// The output that came whole at the end, with the payload that holds it.
    private var whole: (output: JSONValue, payload: Payload)?

    /// The status that the answer ended with; nil while it has not.
    private var endStatus: String?
    private var isEnded = false
    private var incompleteReason: String?
    private var lastNumber: Int?

    /// The id, by the first event that has one.
    var id: String? { answer.id }

    /// Whether anything was said.
    var isBegun: Bool { isEnded || !output.isEmpty }

    /// Folds an event, or a response that came whole.
    mutating func append(_ payload: Payload) {
        let event = payload.root
        note(number: event["sequence_number"], in: payload)
        guard let type = event["type"]?.string else { return append(untyped: payload) }
        switch type {
        case "response.created", "response.queued", "response.in_progress": snapshot(event, endingAs: nil, in: payload)
        case "response.completed", "response.incomplete", "response.failed", "response.cancelled", "response.done":
            snapshot(event, endingAs: String(type.dropFirst("response.".count)), in: payload)
        case "error": note(error: event.field("error") ?? event, in: payload)
        default:
            guard !output.append(event, type: type, in: payload), !ResponsesAnswer.isSilent(event) else { return }
            details.add(event, as: type)
        }
    }

    /// Whether an event says no more than that something happens to an item.
    private static func isSilent(_ event: JSONValue) -> Bool {
        let names: Set = ["type", "sequence_number", "output_index", "item_id", "content_index", "summary_index"]
        return event.members.allSatisfy { member in names.contains(member.name) }
    }

    /// Folds a payload that is no event: a response that came whole, or an error.
    private mutating func append(untyped payload: Payload) {
        let root = payload.root
        if root["object"]?.string == "response" || root["output"]?.isArray == true {
            let status = root["status"]?.filledWord
            fold(response: root, in: payload)
            if status != "queued", status != "in_progress" { end(with: root, as: status, in: payload) }
        } else {
            for member in root.members where !member.value.isNull {
                switch member.name {
                case "error": note(error: member.value, in: payload)
                default: details.replace(member.value, as: member.name)
                }
            }
        }
    }

    /// Folds an event that carries the response as it stands.
    private mutating func snapshot(_ event: JSONValue, endingAs status: String?, in payload: Payload) {
        details.replace(membersOf: event, except: ["type", "sequence_number", "response"])
        guard let response = event.field("response"), response.isObject else {
            if let status { end(with: event, as: status, in: payload) }
            return
        }
        fold(response: response, in: payload)
        if let status { end(with: response, as: response["status"]?.filledWord ?? status, in: payload) }
    }

    /// Folds a response: of what names it the first word counts, of the rest the last.
    private mutating func fold(response: JSONValue, in payload: Payload) {
        for member in response.members where !member.value.isNull {
            let value = member.value
            switch member.name {
            case "object", "output", "status": break
            case "id" where value.kind == .string: answer.id = answer.id ?? value.filledWord
            case "model" where value.kind == .string: answer.model = answer.model ?? value.filledWord
            case "usage" where value.isObject:
                answer.usage = value
                answer.usagePlace = payload.place(of: value)
            case "error": note(error: value, in: payload)
            default: details.replace(value, as: member.name)
            }
        }
    }

    /// Ends the answer; its output counts more than all that came piece by piece, unless it is left out.
    private mutating func end(with response: JSONValue, as status: String?, in payload: Payload) {
        isEnded = true
        endStatus = status
        incompleteReason = response["incomplete_details"]?["reason"]?.string
        if let output = response.field("output"), output.isArray, output.count > 0 { whole = (output, payload) }
    }

    /// Keeps the first error; an empty word says that nothing failed.
    private mutating func note(error: JSONValue, in payload: Payload) {
        guard answer.error == nil, error.isObject || error.isFilledString else { return }
        answer.error = error
        answer.errorPlace = payload.place(of: error)
    }

    /// Warns once when the numbers of the events have a gap.
    private mutating func note(number: JSONValue?, in payload: Payload) {
        guard let number, let value = number.int else { return }
        defer { lastNumber = value }
        guard let last = lastNumber, value > last, value - payload.eventCount != last,
            !answer.warnings.contains(where: { warning in warning.kind == .missingEvents })
        else { return }
        answer.warnings.append(
            AnswerWarning(
                .missingEvents, "expected event \(last) to be followed by the next, found \(value)",
                place: payload.place(of: number)))
    }

    /// The answer: complete when an event said that the response ended, or it came whole and is not on its way.
    consuming func finish() -> Answer {
        let cameWhole = whole.map { whole in FinishedOutput(whole.output, in: whole.payload) }
        let isPieced = !output.isEmpty
        let cameInPieces = output.finish()
        let finished = cameWhole ?? cameInPieces
        if isPieced, cameInPieces.differs {
            let message = "expected what came whole to be what its pieces came to, found another text"
            answer.warnings.append(AnswerWarning(.piecesDiffer, message))
        }
        if finished.parts.hasLoneSurrogates { answer.warnings.append(.loneSurrogate) }
        let parts = finished.parts.finish() + cameInPieces.sound
        warn(ofBrokenArgumentsIn: parts)
        if isEnded || !parts.isEmpty {
            answer.messages = [
                Message(
                    role: finished.role ?? "assistant", parts: parts,
                    finishReason: endStatus.map { status in reason(status, parts: parts) })
            ]
        }
        answer.isComplete = isEnded
        answer.details = details.details
        answer.tokens = answer.usage.map(OpenAIUsage.tokens)
        return answer
    }

    /// Warns of arguments that are no JSON; those of a tool of another type than a function may be any text.
    private mutating func warn(ofBrokenArgumentsIn parts: [MessagePart]) {
        let broken = parts.first { part in
            guard case .toolCall(let call) = part.content else { return false }
            return call.arguments == nil && part.details.allSatisfy { detail in detail.name != "type" }
        }
        guard let broken, case .toolCall(let call) = broken.content else { return }
        let message =
            "expected the arguments of every call to be JSON, found some that are not in the call of \(call.name)"
        answer.warnings.append(AnswerWarning(.brokenArguments, message, place: broken.place))
    }

    /// Why the answer ended: the provider says a status, and a reason only where the answer is not whole.
    private func reason(_ status: String, parts: [MessagePart]) -> FinishReason {
        let unified: FinishReason.Unified? =
            switch (status, incompleteReason) {
            case ("completed", _): parts.contains(where: \.isToolCall) ? .toolCall : .stop
            case ("incomplete", "max_output_tokens"?): .length
            case ("incomplete", "content_filter"?): .contentFilter
            case ("failed", _): .error
            default: nil
            }
        return FinishReason(raw: status, unified: unified)
    }
}

extension MessagePart {
    /// Whether the part is a call that the client has to answer.
    fileprivate var isToolCall: Bool {
        guard case .toolCall = content else { return false }
        return true
    }
}
