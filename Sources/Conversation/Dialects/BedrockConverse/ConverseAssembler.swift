internal import CaptureReading
internal import JSONReading

/// Folds the events of a Converse answer; a whole answer is one payload.
///
/// The kind of a block is that of its first piece: most are not announced.
struct ConverseAssembler: MessageAssembler {
    private var answer = Answer()
    private var role: String?
    private var blocks = BlockList<Int>()
    private var stopReason: String?
    private var isBegun = false
    private var messageDetails = DetailList()
    private var details = DetailList()

    /// What pads every event to hide how long it is.
    private static let padding = "p"

    /// Folds one event.
    mutating func append(_ payload: Payload) {
        let root = payload.root
        if payload.isException {
            fail(with: root, as: payload.eventType, in: payload)
        } else if let type = payload.eventType {
            if let event = ConverseEvent(rawValue: type) {
                append(event, root, in: payload)
            } else {
                details.add(root, as: type)
            }
        } else if let (event, value) = ConverseEvent.event(in: root) {
            append(event, value, in: payload)
            details.replace(membersOf: root, except: [event.rawValue])
        } else {
            append(whole: root, in: payload)
        }
    }

    private mutating func append(_ event: ConverseEvent, _ value: JSONValue, in payload: Payload) {
        isBegun = true
        let index = value["contentBlockIndex"]?.int ?? 0
        switch event {
        case .messageStart: role = role ?? value["role"]?.filledWord
        case .contentBlockStart: if let start = value["start"] { begin(start, at: index, in: payload) }
        case .contentBlockDelta: if let delta = value["delta"] { append(delta, at: index, in: payload) }
        case .contentBlockStop: break
        case .messageStop:
            stopReason = value["stopReason"]?.filledWord ?? stopReason
            messageDetails.replace(membersOf: value, except: ["stopReason", ConverseAssembler.padding])
        case .metadata: take(metadata: value, except: [], in: payload)
        }
    }

    /// Begins a block with what is known of it.
    private mutating func begin(_ start: JSONValue, at index: Int, in payload: Payload) {
        blocks.close(index)
        if let block = ConverseBlock(start, in: payload).contentBlock { blocks.begin(block, at: index) }
    }

    /// Adds a piece to its block, which may hold several kinds only where a server mixes them up.
    private mutating func append(_ delta: JSONValue, at index: Int, in payload: Payload) {
        for member in delta.members where !member.value.isNull {
            let value = member.value
            switch member.name {
            case "text" where value.kind == .string: say(value, as: .text, at: index, in: payload)
            case "reasoningContent": append(reasoning: value, at: index, in: payload)
            case "toolUse":
                guard let input = value["input"] else { continue }
                blocks.update(
                    at: index, taking: .arguments,
                    orBegin: ContentBlock(.toolCall(id: nil, name: ""), place: payload.place(of: value))
                ) { block in
                    if input.kind == .string { block.text.append(input) } else { block.arguments = input }
                }
            case "citation":
                blocks.update(
                    at: index, taking: .words(.text),
                    orBegin: ContentBlock(.words(.text), place: payload.place(of: value))
                ) { block in block.annotations.append(value) }
            case let name: keep(value, as: name, of: delta, at: index, in: payload)
            }
        }
    }

    private mutating func say(
        _ text: JSONValue, as kind: PartAccumulator.TextKind, at index: Int, in payload: Payload
    ) {
        blocks.update(
            at: index, taking: .words(kind),
            orBegin: ContentBlock(.words(kind), place: payload.place(of: text))
        ) { block in block.text.append(text) }
    }

    /// A signature comes as a piece of its own, and so does what is withheld.
    private mutating func append(reasoning: JSONValue, at index: Int, in payload: Payload) {
        for member in reasoning.members where !member.value.isNull {
            let value = member.value
            if member.name == "text", value.kind == .string {
                say(value, as: .reasoning, at: index, in: payload)
                continue
            }
            let isRedacted = member.name == "redactedContent"
            blocks.update(
                at: index, taking: isRedacted ? .withheld : .words(.reasoning),
                orBegin: ContentBlock(.words(.reasoning), place: payload.place(of: value))
            ) { block in
                switch member.name {
                case "signature": block.signature = value.filledWord ?? block.signature
                case "redactedContent": block.redacted = value.filledWord ?? ""
                case let name: block.details.add(value, as: name)
                }
            }
        }
    }

    /// Adds what comes whole, or keeps a piece of a kind that is not known with its block.
    private mutating func keep(
        _ value: JSONValue, as name: String, of delta: JSONValue, at index: Int, in payload: Payload
    ) {
        if blocks.hasBlock(at: index) {
            let fresh = ContentBlock(.whole(.other(type: name, raw: delta)), place: payload.place(of: value))
            blocks.update(at: index, taking: .anything, orBegin: fresh) { block in block.details.add(value, as: name) }
        } else if let block = ConverseBlock(delta, in: payload).contentBlock {
            blocks.begin(block, at: index)
        }
    }

    /// Takes a whole answer, or an error that is all that came.
    private mutating func append(whole root: JSONValue, in payload: Payload) {
        if let message = root["output"]?["message"], message.isObject {
            isBegun = true
            role = role ?? message["role"]?.filledWord
            for block in message["content"]?.elements.map({ block in block }) ?? [] {
                if let block = ConverseBlock(block, in: payload).contentBlock { blocks.append(block) }
            }
            stopReason = root["stopReason"]?.filledWord ?? stopReason
            take(metadata: root, except: ["output", "stopReason"], in: payload)
        } else if root.field("message", "Message")?.kind == .string, !isBegun {
            fail(with: root, as: nil, in: payload)
        } else {
            details.replace(membersOf: root, except: [])
        }
    }

    /// Takes the usage and what else is measured.
    private mutating func take(metadata: JSONValue, except read: Set<String>, in payload: Payload) {
        if let usage = metadata["usage"], !usage.isNull {
            answer.usage = usage
            answer.usagePlace = payload.place(of: usage)
        }
        details.replace(membersOf: metadata, except: read.union(["usage", ConverseAssembler.padding]))
    }

    /// Takes an error, with the name of the exception that stands beside it.
    private mutating func fail(with error: JSONValue, as name: String?, in payload: Payload) {
        guard answer.error == nil else { return details.add(error, as: name ?? "error") }
        answer.error = error
        answer.errorPlace = payload.place(of: error)
        if let name, let value = JSONValue(text: name) { details.replace(value, as: "exception_type") }
    }

    /// The answer: complete when it says why it ended.
    consuming func finish() -> Answer {
        let (parts, warnings) = blocks.finish()
        answer.warnings += warnings
        let reason = stopReason.map { raw in FinishReason(raw: raw, unified: ConverseAssembler.unified(raw)) }
        if isBegun {
            answer.messages = [
                Message(role: role, parts: parts, finishReason: reason, details: messageDetails.details)
            ]
        }
        answer.tokens = answer.usage.map(ConverseUsage.tokens)
        answer.details = details.details
        answer.isComplete = reason != nil
        return answer
    }

    /// What a reason comes down to, or nil where that is not known.
    private static func unified(_ reason: String) -> FinishReason.Unified? {
        switch reason {
        case "end_turn", "stop_sequence": .stop
        case "max_tokens", "model_context_window_exceeded": .length
        case "tool_use": .toolCall
        case "guardrail_intervened", "content_filtered": .contentFilter
        case "malformed_model_output", "malformed_tool_use": .error
        default: nil
        }
    }
}
