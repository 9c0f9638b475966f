internal import CaptureReading
internal import JSONReading

/// One alternative of an answer while its chunks arrive.
struct ChoiceAccumulator: Sendable {
    /// Its number.
    let index: Int

    /// The account of tokens that a server gives with an alternative, which Kimi does; nil where there is none.
    private(set) var usage: (value: JSONValue, place: Place?)?

    private var message = ChatMessageAccumulator(joinsTexts: true)
    private var finishReason: String?
    private var isWhole = false
    private var probabilities = ListConcatenation()
    private var filters = FilterResults()
    private var details = DetailList()

    /// Creates an alternative without content.
    init(index: Int) {
        self.index = index
    }

    /// Whether it said why it ended, or came whole.
    var isEnded: Bool { isWhole || finishReason?.isEmpty == false }

    /// Folds the piece of one chunk.
    ///
    /// Where there is a `delta`, a `message` or `text` beside it only repeats what was said so far: Perplexity, Writer
    /// and Together send both.
    mutating func append(_ piece: JSONValue, in payload: Payload) {
        let delta = piece.field("delta").flatMap { delta in delta.isObject ? delta : nil }
        for member in piece.members where !member.value.isNull {
            switch member.name {
            case "index" where member.value.int != nil: break
            case "delta" where member.value.isObject:
                message.append(member.value, isWhole: false, details: &details, in: payload)
            case "message" where delta != nil && member.value.isObject: break
            case "message" where member.value.isObject:
                isWhole = true
                message.append(member.value, isWhole: true, details: &details, in: payload)
            case "text" where delta == nil && member.value.kind == .string:
                message.append(text: member.value, in: payload)
            case "text" where delta != nil && member.value.kind == .string: break
            case "finish_reason": note(finishReason: member.value)
            case "logprobs" where member.value.isObject: probabilities.append(member.value)
            case "content_filter_results" where member.value.isObject: filters.append(member.value)
            case "usage" where member.value.isObject: usage = (member.value, payload.place(of: member.value))
            default: details.note(member.value, as: member.name)
            }
        }
    }

    /// The last word counts, and an empty one takes no other's place.
    private mutating func note(finishReason value: JSONValue) {
        if let word = value.filledWord {
            finishReason = word
        } else if finishReason == nil {
            finishReason = ""
        }
    }

    /// The message, and what was odd about it.
    consuming func finish(defaultRole: String?) -> (message: Message, warnings: [AnswerWarning]) {
        let (parts, warnings) = message.finish(details: &details)
        if let probabilities = probabilities.value { details.add(probabilities, as: "logprobs") }
        if let filters = filters.value { details.add(filters, as: "content_filter_results") }
        let whole = Message(
            index: index, role: message.role ?? defaultRole, parts: parts,
            finishReason: finishReason.map(OpenAIFinishReason.reason), details: details.details)
        return (whole, warnings)
    }
}
