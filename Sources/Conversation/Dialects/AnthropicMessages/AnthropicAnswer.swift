internal import CaptureReading
internal import JSONReading

/// One message of Anthropic while its events arrive.
struct AnthropicAnswer: Sendable {
    private var answer = Answer()
    private var role: String?
    private var blocks = BlockList<Int>()
    private var usage = MergedObject()
    private var stopReason: String?
    private var isStopped = false
    private var messageDetails = DetailList()
    private var details = DetailList()

    /// Whether the message was announced.
    private(set) var isBegun = false

    /// Whether anything was said beyond the announcement.
    var hasContent: Bool { !blocks.isEmpty || stopReason != nil || isStopped }

    /// The members of a message that have a place of their own in an answer.
    private static let messageMembers: Set = [
        "id", "type", "role", "model", "content", "stop_reason", "stop_sequence", "stop_details", "usage",
    ]

    /// Takes a message as far as it is said at its beginning; some begin with content.
    mutating func begin(with message: JSONValue, in payload: Payload) {
        isBegun = true
        if let id = message["id"]?.filledWord { answer.id = answer.id ?? id }
        if let model = message["model"]?.filledWord { answer.model = answer.model ?? model }
        role = message["role"]?.filledWord ?? role
        if let content = message["content"] {
            for block in AnthropicBlock.all(in: content, of: payload) { blocks.append(block) }
        }
        take(stop: message)
        merge(usage: message["usage"], in: payload)
        details.replace(membersOf: message, except: AnthropicAnswer.messageMembers)
    }

    /// Begins a block with what is known of it.
    mutating func begin(block event: JSONValue, in payload: Payload) {
        guard let block = event["content_block"] else { return }
        blocks.begin(AnthropicBlock(block, in: payload).contentBlock, at: index(of: event))
    }

    /// Indexes that are none count as the first: a delta must find some block.
    private func index(of event: JSONValue) -> Int {
        event["index"]?.int ?? 0
    }

    /// Adds a piece to its block.
    mutating func append(delta event: JSONValue, in payload: Payload) {
        guard let delta = event["delta"] else { return }
        let index = index(of: event)
        switch delta["type"]?.string {
        case "text_delta": append(delta, member: "text", of: .text, at: index, in: payload)
        case "thinking_delta": append(delta, member: "thinking", of: .reasoning, at: index, in: payload)
        case "input_json_delta": append(arguments: delta, at: index, in: payload)
        case "signature_delta":
            update(.words(.reasoning), at: index, delta, in: payload) { block in
                block.signature = delta["signature"]?.string ?? block.signature
            }
        case "citations_delta":
            update(.words(.text), at: index, delta, in: payload) { block in
                if let citation = delta["citation"] { block.annotations.append(citation) }
            }
        case "compaction_delta": append(compaction: delta, at: index, in: payload)
        case let type: keep(delta, as: type ?? "delta", at: index, in: payload)
        }
    }

    private mutating func append(
        _ delta: JSONValue, member: String, of kind: PartAccumulator.TextKind, at index: Int, in payload: Payload
    ) {
        guard let text = delta[member], text.kind == .string else {
            return keep(delta, as: member, at: index, in: payload)
        }
        blocks.update(
            at: index, taking: .words(kind),
            orBegin: ContentBlock(.words(kind), place: payload.place(of: text))
        ) { block in block.text.append(text) }
    }

    /// Pieces of arguments are pieces of a text, cut anywhere.
    private mutating func append(arguments delta: JSONValue, at index: Int, in payload: Payload) {
        let name = "partial_json"
        guard let text = delta[name], text.kind == .string else { return keep(delta, as: name, at: index, in: payload) }
        blocks.update(
            at: index, taking: .arguments,
            orBegin: ContentBlock(.toolCall(id: nil, name: ""), place: payload.place(of: text))
        ) { block in block.text.append(text) }
    }

    /// A summary of the context comes whole.
    private mutating func append(compaction delta: JSONValue, at index: Int, in payload: Payload) {
        update(.named(AnthropicBlock.compaction), at: index, delta, in: payload) { block in
            if let content = delta["content"], content.kind == .string {
                block.text = content.text ?? block.text
            }
            block.details.replace(membersOf: delta, except: ["type", "content"])
        }
    }

    /// Changes the block of an index, whatever it is; begins one where there is none.
    private mutating func update(
        _ kind: ContentBlock.Kind, at index: Int, _ delta: JSONValue, in payload: Payload,
        _ change: (inout ContentBlock) -> Void
    ) {
        blocks.update(
            at: index, taking: .anything, orBegin: ContentBlock(kind, place: payload.place(of: delta)), change)
    }

    /// Keeps a delta of a kind that is not known with its block, or as a part where no block has its index.
    private mutating func keep(_ delta: JSONValue, as type: String, at index: Int, in payload: Payload) {
        if blocks.hasBlock(at: index) {
            update(.words(.text), at: index, delta, in: payload) { block in block.details.add(delta, as: type) }
        } else {
            blocks.append(
                ContentBlock(.whole(.other(type: type, raw: delta)), place: payload.place(of: delta)))
        }
    }

    /// Takes why the message ended, and its usage so far, which is cumulative.
    mutating func append(messageDelta event: JSONValue, in payload: Payload) {
        if let delta = event["delta"] {
            take(stop: delta)
            details.replace(membersOf: delta, except: AnthropicAnswer.messageMembers)
        }
        merge(usage: event["usage"], in: payload)
        details.replace(membersOf: event, except: ["type", "delta", "usage"])
    }

    /// Takes the reason to stop; a later null takes it back.
    private mutating func take(stop object: JSONValue) {
        if let reason = object["stop_reason"] { stopReason = reason.filledWord }
        for name in ["stop_sequence", "stop_details"] {
            if let value = object[name], !value.isNull { messageDetails.replace(value, as: name) }
        }
    }

    private mutating func merge(usage object: JSONValue?, in payload: Payload) {
        usage.merge(object, place: object.flatMap(payload.place))
    }

    /// Ends the message; Bedrock says its own counts then.
    mutating func stop(_ event: JSONValue) {
        isStopped = true
        details.replace(membersOf: event, except: ["type"])
    }

    /// Takes an error, be it an event or all that came, and keeps everything that is not known.
    mutating func append(other event: JSONValue, type: String?, in payload: Payload) {
        if let error = event["error"], !error.isNull {
            if answer.error == nil {
                answer.error = error
                answer.errorPlace = payload.place(of: error)
            }
            details.replace(membersOf: event, except: ["type", "error"])
        } else if let type {
            details.add(event, as: type)
        } else {
            details.replace(membersOf: event, except: [])
        }
    }

    /// The answer: complete when the message was stopped, or says why it ended.
    consuming func finish() -> Answer {
        let (parts, warnings) = blocks.finish()
        answer.warnings += warnings
        let reason = stopReason.map { raw in FinishReason(raw: raw, unified: AnthropicStopReason.unified(raw)) }
        if isBegun || !parts.isEmpty || reason != nil {
            answer.messages = [
                Message(role: role, parts: parts, finishReason: reason, details: messageDetails.details)
            ]
        }
        answer.usage = usage.value
        answer.usagePlace = usage.place
        answer.tokens = usage.value.map(AnthropicUsage.tokens)
        answer.details = details.details
        answer.isComplete = isStopped || reason != nil
        return answer
    }
}
