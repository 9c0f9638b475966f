internal import CaptureReading
internal import JSONReading

/// A message of Chat Completions while its pieces arrive, or one that came whole.
struct ChatMessageAccumulator: Sendable {
    /// The role, by the first piece that says one: many servers repeat it in each.
    private(set) var role: String?

    private var parts = PartAccumulator()
    private var calls = ToolCallAccumulator()
    private var audio = AudioAccumulator()
    private var reasoning = ReasoningDetails()
    private var annotations: [JSONValue] = []
    private let joinsTexts: Bool

    /// Creates a message without content; `joinsTexts` as `OpenAIContent` has it.
    init(joinsTexts: Bool) {
        self.joinsTexts = joinsTexts
    }

    /// Folds a piece, in the order in which a model thinks, speaks and acts.
    ///
    /// - Parameters:
    ///   - piece: a `delta`, or a `message`.
    ///   - isWhole: whether it is a whole message.
    ///   - details: what is said beside the parts.
    ///   - payload: the payload that holds it.
    mutating func append(
        _ piece: JSONValue, isWhole: Bool, details: inout DetailList, in payload: Payload
    ) {
        let content = OpenAIContent(payload: payload, joinsTexts: joinsTexts)
        appendReasoning(of: piece, content: content, details: &details)
        for member in piece.members where !member.value.isNull {
            switch member.name {
            case "role": role = role ?? member.value.filledWord
            case "content": content.append(member.value, to: &parts)
            case "reasoning", "reasoning_content", "reasoning_details", "tool_calls", "function_call": break
            case "refusal" where member.value.kind == .string:
                if member.value.isFilledString { content.append(text: member.value, as: .refusal, to: &parts) }
            case "audio" where member.value.isObject: audio.append(member.value, to: &parts, in: payload)
            case "images" where member.value.isArray: content.append(member.value, to: &parts)
            case "annotations" where member.value.isArray: annotations += member.value.elements
            default: details.note(member.value, as: member.name)
            }
        }
        appendCalls(of: piece, isWhole: isWhole, details: &details, in: payload)
    }

    /// Folds a text that stands alone, as in the older completions.
    mutating func append(text: JSONValue, in payload: Payload) {
        OpenAIContent(payload: payload, joinsTexts: joinsTexts).append(text: text, as: .text, to: &parts)
    }

    /// Folds the reasoning, which servers call by one of two names, or by both with the same text.
    private mutating func appendReasoning(
        of piece: JSONValue, content: OpenAIContent, details: inout DetailList
    ) {
        let names = ["reasoning_content", "reasoning"]
        var spoken: JSONValue?
        for name in names {
            guard let text = piece.field(name) else { continue }
            guard text.kind == .string else {
                details.note(text, as: name)
                continue
            }
            guard text.isFilledString else { continue }
            if let spoken {
                if spoken.rawBytes != text.rawBytes { details.add(text, as: name) }
            } else {
                spoken = text
                content.append(text: text, as: .reasoning, to: &parts)
            }
        }
        guard let list = piece.field("reasoning_details") else { return }
        guard list.isArray else { return details.note(list, as: "reasoning_details") }
        reasoning.append(list, isSpoken: spoken != nil, to: &parts, details: &details, in: content.payload)
    }

    private mutating func appendCalls(
        of piece: JSONValue, isWhole: Bool, details: inout DetailList, in payload: Payload
    ) {
        if let list = piece.field("tool_calls") {
            for call in list.isArray ? Array(list.elements) : [list] {
                guard call.isObject else {
                    details.note(call, as: "tool_calls")
                    continue
                }
                calls.append(call, isWhole: isWhole, to: &parts, in: payload)
            }
        }
        if let function = piece.field("function_call") {
            guard function.isObject else { return details.note(function, as: "function_call") }
            calls.append(legacy: function, to: &parts, in: payload)
        }
    }

    /// The parts, and what was odd about them.
    consuming func finish(details: inout DetailList) -> (parts: [MessagePart], warnings: [AnswerWarning]) {
        var warnings = calls.finish(into: &parts)
        audio.finish(into: &parts)
        if parts.hasLoneSurrogates, !warnings.contains(.loneSurrogate) { warnings.append(.loneSurrogate) }
        if !annotations.isEmpty, !parts.annotate(last: .text, with: annotations) {
            for annotation in annotations { details.add(annotation, as: "annotations") }
        }
        return (parts.finish(), warnings)
    }
}
