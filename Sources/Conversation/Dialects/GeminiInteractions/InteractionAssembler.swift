internal import CaptureReading
internal import JSONReading

/// Folds the events of an interaction; a whole interaction is one payload.
///
/// Earlier versions of the API speak of contents where this one speaks of steps.
struct InteractionAssembler: MessageAssembler {
    private var answer = Answer()
    private var blocks = BlockList<Int>()
    private var status: String?
    private var isEnded = false
    private var isBegun = false
    private var details = DetailList()

    /// Folds one event.
    mutating func append(_ payload: Payload) {
        let event = payload.root
        let index = event["index"]?.int ?? 0
        switch event["event_type"]?.string {
        case "interaction.created", "interaction.start": take(event["interaction"], in: payload)
        case "interaction.completed", "interaction.complete":
            take(event["interaction"], in: payload)
            isEnded = true
        case "interaction.status_update":
            isBegun = true
            answer.id = answer.id ?? event["interaction_id"]?.filledWord
            status = event["status"]?.filledWord ?? status
        case "step.start": begin(event["step"], at: index, in: payload)
        case "content.start": begin(event["content"], at: index, in: payload)
        case "step.delta", "content.delta":
            isBegun = true
            if let delta = event["delta"] { append(delta, at: index, in: payload) }
        case "step.stop", "content.stop": blocks.close(index)
        case nil where event["error"] == nil && event.isObject: take(event, in: payload)
        case let type: append(other: event, type: type, in: payload)
        }
    }

    /// The members of an interaction that have a place of their own in an answer.
    private static let members: Set = ["id", "model", "status", "object", "usage", "steps", "outputs", "error"]

    /// The states in which nothing more is said.
    private static let ends: Set = [
        "completed", "failed", "cancelled", "incomplete", "requires_action", "budget_exceeded",
    ]

    /// Takes what is said of the interaction as a whole; the last event of a stream does not repeat the steps.
    private mutating func take(_ interaction: JSONValue?, in payload: Payload) {
        guard let interaction else { return }
        isBegun = true
        answer.id = answer.id ?? interaction["id"]?.filledWord
        answer.model = answer.model ?? interaction["model"]?.filledWord
        status = interaction["status"]?.filledWord ?? status
        if let usage = interaction["usage"], !usage.isNull {
            answer.usage = usage
            answer.usagePlace = payload.place(of: usage)
        }
        take(error: interaction["error"], in: payload)
        if blocks.isEmpty, let steps = interaction.field("steps", "outputs") {
            for step in steps.elements where step["type"]?.string != "user_input" {
                for block in InteractionStep(step, in: payload).blocks { blocks.append(block) }
            }
        }
        details.replace(membersOf: interaction, except: InteractionAssembler.members)
    }

    /// Begins a step; an index may be used again.
    private mutating func begin(_ step: JSONValue?, at index: Int, in payload: Payload) {
        guard let step else { return }
        isBegun = true
        blocks.close(index)
        for block in InteractionStep(step, in: payload).blocks { blocks.begin(block, at: index) }
    }

    /// Adds a piece to its step.
    private mutating func append(_ delta: JSONValue, at index: Int, in payload: Payload) {
        switch delta["type"]?.string {
        case "text": say(delta["text"], as: .text, delta, at: index, in: payload)
        case "thought_summary":
            say(delta["content"]?["text"] ?? delta["text"], as: .reasoning, delta, at: index, in: payload)
        case "thought_signature", "thought":
            blocks.update(
                at: index, taking: .anything,
                orBegin: ContentBlock(.words(.reasoning), place: payload.place(of: delta))
            ) { block in block.signature = delta["signature"]?.filledWord ?? block.signature }
        case "arguments_delta": append(arguments: delta.field("arguments", "partial_arguments"), at: index, in: payload)
        case "text_annotation", "text_annotation_delta":
            annotate(with: delta, at: index, in: payload)
        case "audio": append(sound: delta, at: index, in: payload)
        case let type: append(delta, type: type ?? "delta", at: index, in: payload)
        }
    }

    private mutating func say(
        _ text: JSONValue?, as kind: PartAccumulator.TextKind, _ delta: JSONValue, at index: Int, in payload: Payload
    ) {
        guard let text, text.kind == .string else { return append(delta, type: "text", at: index, in: payload) }
        blocks.update(
            at: index, taking: .words(kind),
            orBegin: ContentBlock(.words(kind), place: payload.place(of: text))
        ) { block in
            block.text.append(text)
            block.annotations += delta["annotations"]?.elements.map { annotation in annotation } ?? []
        }
    }

    private mutating func append(arguments text: JSONValue?, at index: Int, in payload: Payload) {
        guard let text else { return }
        blocks.update(
            at: index, taking: .arguments,
            orBegin: ContentBlock(.toolCall(id: nil, name: ""), place: payload.place(of: text))
        ) { block in
            if text.kind == .string { block.text.append(text) } else { block.arguments = text }
        }
    }

    private mutating func annotate(with delta: JSONValue, at index: Int, in payload: Payload) {
        let block = ContentBlock(.words(.text), place: payload.place(of: delta))
        blocks.update(at: index, taking: .anything, orBegin: block) { block in
            let annotations = delta["annotations"] ?? delta
            block.annotations += annotations.isArray ? Array(annotations.elements) : [annotations]
        }
    }

    /// Sound comes in pieces, which are one part.
    private mutating func append(sound delta: JSONValue, at index: Int, in payload: Payload) {
        let type = delta["mime_type"]?.string
        let blob = Blob(base64: delta["data"], declaredType: type, modality: .audio, in: payload)
        guard delta["data"] != nil, blob.elision == nil else {
            return append(delta, type: "audio", at: index, in: payload)
        }
        let fresh = ContentBlock(.sound(declaredType: type), place: delta["data"].flatMap(payload.place))
        blocks.update(at: index, taking: .sound(declaredType: type), orBegin: fresh) { block in
            block.append(sound: blob)
        }
    }

    /// Adds what comes whole: data, calls of the provider and their results; pieces of a step that is known stay with it.
    private mutating func append(_ delta: JSONValue, type: String, at index: Int, in payload: Payload) {
        let whole = InteractionStep(delta, in: payload).blocks
        let isKnown = whole.contains { block in
            if case .whole(.other) = block.kind { false } else { true }
        }
        if isKnown || !blocks.hasBlock(at: index) {
            for block in whole { blocks.begin(block, at: index) }
        } else {
            blocks.update(at: index, taking: .anything, orBegin: ContentBlock(.named(type), place: nil)) { block in
                block.details.add(delta, as: type)
            }
        }
    }

    private mutating func take(error: JSONValue?, in payload: Payload) {
        guard let error, !error.isNull, answer.error == nil else { return }
        answer.error = error
        answer.errorPlace = payload.place(of: error)
    }

    private mutating func append(other event: JSONValue, type: String?, in payload: Payload) {
        if let error = event["error"], !error.isNull {
            take(error: error, in: payload)
            details.replace(membersOf: event, except: ["event_type", "error"])
        } else if let type {
            details.add(event, as: type)
        }
    }

    /// The answer: complete when its end was announced, or its state is one that nothing follows.
    consuming func finish() -> Answer {
        let (parts, warnings) = blocks.finish()
        answer.warnings += warnings
        if isBegun {
            let reason = status.map { raw in FinishReason(raw: raw, unified: InteractionAssembler.unified(raw)) }
            answer.messages = [Message(role: "model", parts: parts, finishReason: reason)]
        }
        answer.tokens = answer.usage.map(InteractionUsage.tokens)
        answer.details = details.details
        answer.isComplete = isEnded || status.map(InteractionAssembler.ends.contains) == true
        return answer
    }

    /// What a state comes down to, or nil where that is not known, or the interaction goes on.
    private static func unified(_ status: String) -> FinishReason.Unified? {
        switch status {
        case "completed": .stop
        case "incomplete", "budget_exceeded": .length
        case "requires_action": .toolCall
        case "failed": .error
        default: nil
        }
    }
}
