internal import CaptureReading
internal import JSONReading

/// An item of an answer's output while its events arrive.
struct ResponseItem: Sendable {
    /// Its number in the output; nil where the events have none.
    let index: Int?

    /// The item as it was last announced, with the payload that holds it.
    private var announced: (item: JSONValue, payload: Payload)?

    /// Whether the announcement is the last word.
    private(set) var isDone = false

    /// What kind of item its events are about, where it was never announced.
    private let impliedType: String
    private let place: Place?
    private var contents = ResponseTexts()
    private var summaries = ResponseTexts()
    private var input = JSONText()
    private var inputDiffers = false
    private var draft: (event: JSONValue, payload: Payload)?

    /// Creates an item of which nothing is known but what its first event is about.
    init(index: Int?, impliedType: String, place: Place?) {
        self.index = index
        self.impliedType = impliedType
        self.place = place
    }

    private var type: String { announced?.item["type"]?.string ?? impliedType }

    /// Whether what came whole is anywhere not what its pieces came to.
    var differs: Bool { inputDiffers || contents.differ || summaries.differ }

    /// The role of a message; nil where it was not said.
    var role: String? { announced?.item["role"]?.filledWord }

    /// Whether it is a call that the client has to answer.
    var isCall: Bool { type == "function_call" || type == "custom_tool_call" }

    /// Takes the announcement of the item; the last one counts more than all that came piece by piece.
    mutating func announce(_ item: JSONValue, isDone: Bool, in payload: Payload) {
        guard isDone || !self.isDone else { return }
        announced = (item, payload)
        self.isDone = isDone
    }

    /// Takes a piece of a text, or the whole of it.
    mutating func take(
        text: JSONValue, of event: JSONValue, as kind: PartAccumulator.TextKind, isWhole: Bool, place: Place?
    ) {
        contents.change(at: event["content_index"], kind: kind, place: place) { known in
            if isWhole { known.finish(with: text) } else { known.append(text) }
        }
    }

    /// Takes a piece of a summary, or the whole of it.
    mutating func take(summary: JSONValue, of event: JSONValue, isWhole: Bool, place: Place?) {
        summaries.change(at: event["summary_index"], kind: .reasoning, place: place) { known in
            if isWhole { known.finish(with: summary) } else { known.append(summary) }
        }
    }

    /// Takes a part that came whole.
    mutating func take(
        part: JSONValue, of event: JSONValue, as kind: PartAccumulator.TextKind, in payload: Payload
    ) {
        contents.change(at: event["content_index"], kind: kind, place: payload.place(of: part)) { known in
            known.finish(with: part, in: payload)
        }
    }

    /// Takes what a text refers to.
    mutating func take(annotation: JSONValue, of event: JSONValue, place: Place?) {
        contents.change(at: event["content_index"], kind: .text, place: place) { known in
            known.annotations.append(annotation)
        }
    }

    /// Takes a piece of what is called with, or the whole of it.
    mutating func take(input piece: JSONValue, isWhole: Bool) {
        guard isWhole else { return input.append(piece) }
        guard let whole = piece.text else { return }
        inputDiffers = inputDiffers || (!input.isEmpty && input != whole)
        input = whole
    }

    /// Takes a draft of an image, in place of the one before.
    mutating func take(draft event: JSONValue, in payload: Payload) {
        draft = (event, payload)
    }

    /// Adds its parts to those of the message.
    func add(to parts: inout PartAccumulator) {
        if let announced, isDone || !hasPieces {
            return ResponseItemReader(payload: announced.payload, joinsTexts: true).append(announced.item, to: &parts)
        }
        switch type {
        case "message": contents.add(to: &parts, isApart: false)
        case "reasoning":
            summaries.add(to: &parts, isApart: true)
            contents.add(to: &parts, isApart: true)
            guard let announced else { return }
            ResponseItemReader(payload: announced.payload, joinsTexts: true)
                .append(encryptedOf: announced.item, to: &parts)
        case "image_generation_call": if let draft { addImage(draft, to: &parts) }
        default: addCall(to: &parts)
        }
    }

    private var hasPieces: Bool { !contents.isEmpty || !summaries.isEmpty || !input.isEmpty || draft != nil }

    private func addImage(_ draft: (event: JSONValue, payload: Payload), to parts: inout PartAccumulator) {
        let reader = ResponseItemReader(payload: draft.payload, joinsTexts: true)
        parts.append(reader.image(draft.event["partial_image_b64"], of: draft.event))
    }

    /// Adds a call, or an item of another kind, with what there is so far of what it is called with.
    private func addCall(to parts: inout PartAccumulator) {
        guard let announced else {
            let call = ToolCall(id: nil, name: "", argumentsText: input.string, arguments: nil)
            return parts.append(MessagePart(.toolCall(call), place: place))
        }
        let reader = ResponseItemReader(payload: announced.payload, joinsTexts: true)
        guard isCall else {
            parts.append(reader.part(announced.item, type: type))
            if !input.isEmpty, let text = JSONValue.string(input.string) {
                parts.note(text, as: "input", at: parts.count - 1)
            }
            return
        }
        parts.append(reader.call(announced.item, arguments: CallArguments(pieces: input, whole: nil)))
    }
}
