internal import CaptureReading
internal import JSONReading

/// One answer of Chat Completions, or of the older completions, while its chunks arrive.
struct ChoicesAnswer: Sendable {
    private var answer = Answer()
    private var choices: [ChoiceAccumulator] = []
    private var positions: [Int: Int] = [:]
    private var details = DetailList()

    /// How many alternatives did not say yet why they ended.
    private var openCount = 0

    /// The id, by the first chunk that has one.
    var id: String? { answer.id }

    /// Whether every alternative that was begun said why it ended.
    var isEnded: Bool { !choices.isEmpty && openCount == 0 }

    /// Folds a chunk.
    ///
    /// Servers differ in where they put the account of tokens and how often they send it: it is cumulative, so the last
    /// one counts.
    mutating func append(_ payload: Payload) {
        if payload.root["object"]?.string == "error" { note(error: payload.root, in: payload) }
        for member in payload.root.members where !member.value.isNull {
            fold(member.name, member.value, in: payload)
        }
    }

    private mutating func fold(_ name: String, _ value: JSONValue, in payload: Payload) {
        switch name {
        case "object", "obfuscation", "p": break
        case "id" where value.kind == .string:
            noteChange(of: name, from: answer.id, to: value, in: payload)
            answer.id = answer.id ?? value.filledWord
        case "model" where value.kind == .string:
            noteChange(of: name, from: answer.model, to: value, in: payload)
            answer.model = answer.model ?? value.filledWord
        case "choices" where value.isArray: fold(choices: value, in: payload)
        case "usage" where value.isObject:
            answer.usage = value
            answer.usagePlace = payload.place(of: value)
        case "error" where value.isObject || value.isFilledString: note(error: value, in: payload)
        case "prompt_filter_results", "prompt_annotations":
            guard answer.promptFeedback == nil else { return }
            answer.promptFeedback = value
            answer.promptFeedbackPlace = payload.place(of: value)
        default:
            if name == "x_groq", let error = value.field("error") { note(error: error, in: payload) }
            details.replace(value, as: name)
        }
    }

    /// Folds the alternatives of a chunk; one without a number is numbered by its place.
    private mutating func fold(choices list: JSONValue, in payload: Payload) {
        for (place, piece) in list.elements.enumerated() {
            guard piece.isObject else {
                details.note(piece, as: "choices")
                continue
            }
            let index = piece["index"]?.int ?? place
            let position = positions[index] ?? choices.count
            if position == choices.count {
                positions[index] = position
                choices.append(ChoiceAccumulator(index: index))
                openCount += 1
            }
            let wasEnded = choices[position].isEnded
            choices[position].append(piece, in: payload)
            if !wasEnded, choices[position].isEnded { openCount -= 1 }
        }
    }

    /// Keeps the first error.
    private mutating func note(error: JSONValue, in payload: Payload) {
        guard answer.error == nil else { return }
        answer.error = error
        answer.errorPlace = payload.place(of: error)
    }

    /// Warns when chunks name different answers: they may have been mixed.
    private mutating func noteChange(of name: String, from old: String?, to value: JSONValue, in payload: Payload) {
        guard let old, let new = value.filledWord, old != new,
            !answer.warnings.contains(where: { warning in warning.kind == .identityChanged })
        else { return }
        let message = "expected one \(name) in all chunks, found a second one"
        answer.warnings.append(AnswerWarning(.identityChanged, message, place: payload.place(of: value)))
    }

    /// The answer: complete when every alternative that was begun said why it ended.
    ///
    /// The terminator of the stream is no proof: some servers send it behind half an answer, and some never do.
    consuming func finish(defaultRole: String?) -> Answer {
        answer.isComplete = isEnded
        takeOtherUsage()
        let finished = choices.sorted { left, right in left.index < right.index }.map { choice in
            choice.finish(defaultRole: defaultRole)
        }
        answer.messages = finished.map(\.message)
        for warning in finished.flatMap(\.warnings) where !answer.warnings.contains(warning) {
            answer.warnings.append(warning)
        }
        answer.details = details.details
        answer.tokens = answer.usage.map(OpenAIUsage.tokens)
        return answer
    }

    /// Takes the account of tokens from where some servers have it: beside the alternative, or among what is Groq's own.
    private mutating func takeOtherUsage() {
        guard answer.usage == nil else { return }
        if let usage = choices.lazy.compactMap(\.usage).first {
            answer.usage = usage.value
            answer.usagePlace = usage.place
        } else if let groq = details.details.first(where: { detail in detail.name == "x_groq" })?.values.last {
            answer.usage = groq.field("usage")
        }
    }
}
