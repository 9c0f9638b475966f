internal import CaptureReading
internal import JSONReading

/// Folds the chunks of a Gemini answer.
///
/// A whole answer is one chunk.
struct GeminiAssembler: MessageAssembler {
    private var answer = Answer()
    private var candidates: [GeminiCandidate] = []
    private var candidatePositions: [Int: Int] = [:]
    private var details = DetailList()

    /// Whether thoughts were asked for, which come before the text.
    private let beginsWithThoughts: Bool

    /// Creates an assembler at the beginning of an answer.
    init(beginsWithThoughts: Bool = false) {
        self.beginsWithThoughts = beginsWithThoughts
    }

    /// Folds one chunk, and what stands beside it in a wrapper.
    mutating func append(_ payload: Payload) {
        guard let chunk = GeminiGenerateContent.wrapped(in: payload.root) else {
            return fold(membersOf: payload.root, in: payload)
        }
        fold(membersOf: payload.root, except: GeminiGenerateContent.wrapper, in: payload)
        fold(membersOf: chunk, in: payload)
    }

    private mutating func fold(membersOf object: JSONValue, except wrapper: String? = nil, in payload: Payload) {
        for member in object.members where !member.value.isNull && member.name != wrapper {
            fold(member.name, member.value, in: payload)
        }
    }

    /// Folds one member of a chunk.
    ///
    /// Snapshots replace what came before: usage is cumulative and never added.
    private mutating func fold(_ name: String, _ value: JSONValue, in payload: Payload) {
        switch name {
        case "candidates":
            for candidate in value.elements { fold(candidate, in: payload) }
        case "usageMetadata", "usage_metadata":
            answer.usage = value
            answer.usagePlace = payload.place(of: value)
        case "promptFeedback", "prompt_feedback":
            fold(feedback: value, in: payload)
        case "error" where answer.error == nil && GeminiAssembler.isError(value):
            answer.error = value
            answer.errorPlace = payload.place(of: value)
        case "responseId", "response_id":
            noteChange(of: name, from: answer.id, to: value.string, place: payload.place(of: value))
            answer.id = value.string ?? answer.id
        case "modelVersion", "model_version":
            noteChange(of: name, from: answer.model, to: value.string, place: payload.place(of: value))
            answer.model = value.string ?? answer.model
        default:
            details.replace(value, as: name)
        }
    }

    /// Whether a value says that something failed: an empty string or `false` says that nothing did.
    private static func isError(_ value: JSONValue) -> Bool {
        value.isObject || value.string?.isEmpty == false
    }

    /// Folds what a chunk says of the prompt.
    ///
    /// The first account is kept, and any may block: some streams rate the prompt before they say that it is blocked.
    private mutating func fold(feedback: JSONValue, in payload: Payload) {
        if answer.promptFeedback == nil {
            answer.promptFeedback = feedback
            answer.promptFeedbackPlace = payload.place(of: feedback)
        }
        if answer.blockReason == nil, let reason = feedback.field("blockReason", "block_reason"),
            let name = GeminiEnum.blockReason.name(reason)
        {
            answer.blockReason = name
            answer.blockReasonPlace = payload.place(of: reason)
        }
        let message = feedback.field("blockReasonMessage", "block_reason_message")?.string
        answer.blockReasonMessage = answer.blockReasonMessage ?? message
    }

    /// Folds a candidate's piece; an absent index is 0, as JSON made from protocol buffers leaves it out.
    private mutating func fold(_ piece: JSONValue, in payload: Payload) {
        let index = piece["index"]?.int ?? 0
        let position = candidatePositions[index] ?? candidates.count
        if position == candidates.count {
            candidatePositions[index] = position
            candidates.append(GeminiCandidate(index: index, beginsWithThoughts: beginsWithThoughts))
        }
        candidates[position].append(piece, in: payload)
    }

    /// Warns when chunks name different answers: they may have been mixed.
    private mutating func noteChange(of name: String, from old: String?, to new: String?, place: Place?) {
        guard let old, let new, old != new,
            !answer.warnings.contains(where: { warning in warning.kind == .identityChanged })
        else {
            return
        }
        answer.warnings.append(
            AnswerWarning(.identityChanged, "expected one \(name) in all chunks, found a second one", place: place))
    }

    /// The answer: complete when a candidate says why it ended, or the prompt was blocked.
    ///
    /// There is no terminator.
    consuming func finish() -> Answer {
        let finished = candidates.sorted { left, right in left.index < right.index }.map { candidate in
            candidate.finish()
        }
        answer.messages = finished.map(\.message)
        answer.warnings += finished.flatMap(\.warnings)
        answer.details = details.details
        answer.isComplete =
            answer.blockReason != nil || answer.messages.contains { message in message.finishReason != nil }
        answer.tokens = answer.usage.map(GeminiUsage.tokens)
        return answer
    }
}
