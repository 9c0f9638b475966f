internal import CaptureReading
internal import JSONReading

/// Folds the events of a completion; a whole one is one event.
struct CompletionAssembler: MessageAssembler {
    private var answer = Answer()
    private var text: ContentBlock?
    private var stopReason: String?
    private var messageDetails = DetailList()
    private var details = DetailList()

    /// The members that have a place of their own in an answer.
    private static let members: Set = ["type", "id", "model", "completion", "stop_reason", "stop", "error"]

    /// Folds one event.
    mutating func append(_ payload: Payload) {
        let event = payload.root
        guard event["type"]?.string != "ping" else { return }
        if let id = event["id"]?.filledWord { answer.id = answer.id ?? id }
        if let model = event["model"]?.filledWord { answer.model = answer.model ?? model }
        if let completion = event["completion"], completion.kind == .string {
            append(completion, of: event, in: payload)
        }
        stopReason = event["stop_reason"]?.filledWord ?? stopReason
        if let stop = event["stop"], !stop.isNull { messageDetails.replace(stop, as: "stop") }
        if let error = event["error"], !error.isNull, answer.error == nil {
            answer.error = error
            answer.errorPlace = payload.place(of: error)
        }
        details.replace(membersOf: event, except: CompletionAssembler.members)
    }

    /// Adds a piece of the text, or takes it in place of the text so far.
    ///
    /// Versions of the API before 2023-06-01 send all of the text each time; they alone say whether it was truncated.
    private mutating func append(_ completion: JSONValue, of event: JSONValue, in payload: Payload) {
        let isWhole = event["truncated"] != nil
        if text == nil || isWhole { text = ContentBlock(.words(.text), place: payload.place(of: completion)) }
        text?.text.append(completion)
    }

    /// The answer: complete when it says why it ended.
    consuming func finish() -> Answer {
        var blocks = BlockList<Int>()
        if let text { blocks.append(text) }
        let (parts, warnings) = blocks.finish()
        answer.warnings += warnings
        let reason = stopReason.map { raw in FinishReason(raw: raw, unified: AnthropicStopReason.unified(raw)) }
        if text != nil || reason != nil {
            answer.messages = [
                Message(role: "assistant", parts: parts, finishReason: reason, details: messageDetails.details)
            ]
        }
        answer.details = details.details
        answer.isComplete = reason != nil
        return answer
    }
}
