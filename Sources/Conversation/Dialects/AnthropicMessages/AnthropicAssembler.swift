internal import CaptureReading
internal import JSONReading

/// Folds the events of an Anthropic answer.
///
/// A whole answer is one event that has everything. Several answers in one body, as recordings have them that were
/// pasted together, are each an answer of its own.
struct AnthropicAssembler: MessageAssembler {
    private var earlier: [Answer] = []
    private var answer = AnthropicAnswer()
    private var warnings: [AnswerWarning] = []

    /// Folds one event.
    ///
    /// The data name the event; what the stream calls it is not needed.
    mutating func append(_ payload: Payload) {
        let event = payload.root
        switch event["type"]?.string {
        case "message_start": begin(with: event["message"] ?? event, in: payload)
        case "message": begin(with: event, in: payload)
        case "content_block_start": answer.begin(block: event, in: payload)
        case "content_block_delta": answer.append(delta: event, in: payload)
        case "content_block_stop", "ping": break
        case "message_delta": answer.append(messageDelta: event, in: payload)
        case "message_stop": answer.stop(event)
        case let type: answer.append(other: event, type: type, in: payload)
        }
    }

    /// Begins a message; where one was begun before, it stays an answer of its own.
    ///
    /// Some relays announce a message twice before they send any of it.
    private mutating func begin(with message: JSONValue, in payload: Payload) {
        if answer.isBegun {
            let place = payload.place(of: message)
            warnings.append(
                AnswerWarning(.identityChanged, "expected one message in the body, found a second one", place: place))
            if answer.hasContent {
                earlier.append(answer.finish())
                answer = AnthropicAnswer()
            }
        }
        answer.begin(with: message, in: payload)
    }

    /// The first answer, with those that follow as its alternatives.
    consuming func finish() -> Answer {
        var answers = earlier
        answers.append(answer.finish())
        var first = answers[0]
        first.alternatives = Array(answers.dropFirst())
        first.warnings = warnings + first.warnings
        return first
    }
}
