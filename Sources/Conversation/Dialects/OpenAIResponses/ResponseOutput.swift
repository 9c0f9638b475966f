internal import CaptureReading
internal import JSONReading

/// The items of an answer while their events arrive.
///
/// Events name an item by its place in the output. Its id names it only where there is no place: some servers give it
/// another id in each event.
struct ResponseOutput: Sendable {
    private var items: [ResponseItem] = []
    private var itemsByIndex: [Int: Int] = [:]
    private var itemsByID: [[UInt8]: Int] = [:]
    private var audio = AudioAccumulator()

    /// Whether nothing came so far.
    var isEmpty: Bool { items.isEmpty }

    /// Folds an event about an item; false when it is none that is known.
    mutating func append(_ event: JSONValue, type: String, in payload: Payload) -> Bool {
        switch type {
        case "response.output_item.added": announce(event, isDone: false, in: payload)
        case "response.output_item.done": announce(event, isDone: true, in: payload)
        case "response.output_text.annotation.added":
            guard let annotation = event.field("annotation") else { return false }
            let place = payload.place(of: annotation)
            items[item(of: event, implying: "message", in: payload)]
                .take(annotation: annotation, of: event, place: place)
        case "response.image_generation_call.partial_image":
            items[item(of: event, implying: "image_generation_call", in: payload)].take(draft: event, in: payload)
        case "response.reasoning_summary_part.done", "response.reasoning_summary_part.added": break
        case "response.content_part.added", "response.reasoning_part.added": begin(part: event, in: payload)
        case "response.content_part.done": finish(part: event, implying: "message", in: payload)
        case "response.reasoning_part.done": finish(part: event, implying: "reasoning", in: payload)
        default: return appendPiece(event, type: type, in: payload)
        }
        return true
    }

    /// Whether events of a type each add a piece to a text and do nothing else: those that `appendPiece` reads as such.
    static func isTextDelta(_ type: String) -> Bool {
        type.hasPrefix("response.") && type.hasSuffix(".delta")
            && texts.contains(String(type.dropFirst("response.".count).dropLast(".delta".count)))
    }

    private static let texts: Set = [
        "output_text", "refusal", "reasoning_text", "reasoning_summary_text", "function_call_arguments",
        "custom_tool_call_input", "mcp_call_arguments", "code_interpreter_call_code",
    ]

    /// Folds a piece of a text, of a call or of sound, or the whole behind its pieces.
    private mutating func appendPiece(_ event: JSONValue, type: String, in payload: Payload) -> Bool {
        let isWhole = type.hasSuffix(".done")
        guard isWhole || type.hasSuffix(".delta") else { return false }
        switch String(type.dropFirst("response.".count).dropLast(isWhole ? ".done".count : ".delta".count)) {
        case "output_text": return append(text: event, named: "text", as: .text, isWhole: isWhole, in: payload)
        case "refusal": return append(text: event, named: "refusal", as: .refusal, isWhole: isWhole, in: payload)
        case "reasoning_text": return append(text: event, named: "text", as: .reasoning, isWhole: isWhole, in: payload)
        case "reasoning_summary_text": return append(summary: event, isWhole: isWhole, in: payload)
        case "function_call_arguments":
            return append(input: event, named: "arguments", of: "function_call", isWhole: isWhole, in: payload)
        case "custom_tool_call_input":
            return append(input: event, named: "input", of: "custom_tool_call", isWhole: isWhole, in: payload)
        case "mcp_call_arguments":
            return append(input: event, named: "arguments", of: "mcp_call", isWhole: isWhole, in: payload)
        case "code_interpreter_call_code":
            return append(input: event, named: "code", of: "code_interpreter_call", isWhole: isWhole, in: payload)
        case "audio", "output_audio", "audio.transcript", "output_audio_transcript":
            return append(sound: event, isTranscript: type.contains("transcript"), isWhole: isWhole, in: payload)
        default: return false
        }
    }

    private mutating func append(
        text event: JSONValue, named name: String, as kind: PartAccumulator.TextKind, isWhole: Bool, in payload: Payload
    ) -> Bool {
        guard let text = event[isWhole ? name : "delta"], text.kind == .string else { return false }
        let item = item(of: event, implying: kind == .reasoning ? "reasoning" : "message", in: payload)
        items[item].take(text: text, of: event, as: kind, isWhole: isWhole, place: payload.place(of: text))
        return true
    }

    private mutating func append(summary event: JSONValue, isWhole: Bool, in payload: Payload) -> Bool {
        guard let text = event[isWhole ? "text" : "delta"], text.kind == .string else { return false }
        items[item(of: event, implying: "reasoning", in: payload)]
            .take(summary: text, of: event, isWhole: isWhole, place: payload.place(of: text))
        return true
    }

    private mutating func append(
        input event: JSONValue, named name: String, of type: String, isWhole: Bool, in payload: Payload
    ) -> Bool {
        guard let piece = event[isWhole ? name : "delta"], piece.kind == .string else { return false }
        items[item(of: event, implying: type, in: payload)].take(input: piece, isWhole: isWhole)
        return true
    }

    /// Holds pieces of sound, which are no item of the output.
    private var sound = PartAccumulator()

    private mutating func append(sound event: JSONValue, isTranscript: Bool, isWhole: Bool, in payload: Payload) -> Bool
    {
        guard !isWhole else { return true }
        guard let piece = event["delta"], piece.kind == .string else { return false }
        if isTranscript {
            audio.append(transcript: piece, to: &sound, in: payload)
        } else {
            audio.append(data: piece, to: &sound, in: payload)
        }
        return true
    }

    /// Takes the announcement of an item.
    ///
    /// One that is announced anew in a place that is done is another one: recordings hold answers that were tried twice.
    private mutating func announce(_ event: JSONValue, isDone: Bool, in payload: Payload) {
        guard let announced = event.field("item"), announced.isObject else { return }
        let type = announced["type"]?.string ?? "message"
        if !isDone, let index = event["output_index"]?.int, let known = itemsByIndex[index], items[known].isDone {
            itemsByIndex[index] = nil
        }
        let item = item(of: event, id: announced["id"], implying: type, in: payload)
        items[item].announce(announced, isDone: isDone, in: payload)
    }

    /// Begins the item of a part that is announced; its text follows.
    private mutating func begin(part event: JSONValue, in payload: Payload) {
        let isReasoning = event["part"]?["type"]?.string == "reasoning_text"
        _ = item(of: event, implying: isReasoning ? "reasoning" : "message", in: payload)
    }

    private mutating func finish(part event: JSONValue, implying type: String, in payload: Payload) {
        guard let part = event.field("part") else { return }
        let kind: PartAccumulator.TextKind =
            switch part["type"]?.string {
            case "refusal"?: .refusal
            case "reasoning_text"?: .reasoning
            default: type == "reasoning" ? .reasoning : .text
            }
        items[item(of: event, implying: type, in: payload)].take(part: part, of: event, as: kind, in: payload)
    }

    /// The item that an event is about, begun where there is none; without place and id the last one.
    private mutating func item(
        of event: JSONValue, id: JSONValue? = nil, implying type: String, in payload: Payload
    ) -> Int {
        let index = event["output_index"]?.int
        let id = (id ?? event["item_id"])?.filledWord.map { id in Array(id.utf8) }
        let known: Int? =
            if let index { itemsByIndex[index] } else if let id { itemsByID[id] } else { items.indices.last }
        if let known { return known }
        items.append(ResponseItem(index: index, impliedType: type, place: payload.place(of: event)))
        if let index { itemsByIndex[index] = items.count - 1 }
        if let id { itemsByID[id] = items.count - 1 }
        return items.count - 1
    }

    /// The parts of all items by their places, those without one last, and what is told of them.
    consuming func finish() -> FinishedOutput {
        let ordered = items.enumerated().sorted { left, right in
            (left.element.index ?? Int.max, left.offset) < (right.element.index ?? Int.max, right.offset)
        }
        var output = FinishedOutput()
        for item in ordered.map(\.element) {
            item.add(to: &output.parts)
            output.role = output.role ?? item.role
        }
        output.differs = items.contains(where: \.differs)
        audio.finish(into: &sound)
        output.sound = sound.finish()
        return output
    }
}
