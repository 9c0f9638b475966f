internal import JSONReading

/// Folds the events of the Responses API; a whole response is one payload.
///
/// A recording may hold several answers one behind the other: each is folded by itself.
struct ResponsesAssembler: MessageAssembler {
    private var earlier: [ResponsesAnswer] = []
    private var current = ResponsesAnswer()

    /// Folds one event.
    mutating func append(_ payload: Payload) {
        if beginsAnother(payload.root) {
            earlier.append(current)
            current = ResponsesAnswer()
        }
        current.append(payload)
    }

    /// Whether an event begins another answer, one of another id.
    private func beginsAnother(_ event: JSONValue) -> Bool {
        guard event["type"]?.string == "response.created", let known = current.id, current.isBegun else { return false }
        return event["response"]?["id"]?.filledWord.map { id in id != known } ?? false
    }

    /// The first answer, with those that follow it.
    consuming func finish() -> Answer {
        var answers = (earlier + [current]).map { answer in answer.finish() }
        var first = answers.removeFirst()
        first.alternatives = answers
        return first
    }
}
