internal import CaptureReading
internal import JSONReading

/// The message of Cohere while its pieces arrive.
///
/// Content, calls and citations are numbered apart. Citations have no block: they go to the text that they speak of.
struct CohereMessage: Sendable {
    /// What numbers a block.
    private enum Index: Hashable, Sendable {
        case plan
        case content(Int)
        case call(Int)
    }

    /// What Cohere calls the words before its calls.
    private static let plan = "tool_plan"

    private var blocks = BlockList<Index>()
    private var calls: [MessagePart]?
    private var lastContent = Index.content(0)

    /// What is said of the message beside its parts.
    var details = DetailList()

    /// Whether nothing was said so far.
    var isEmpty: Bool { blocks.isEmpty && calls == nil }

    /// Adds a whole message.
    mutating func append(whole message: JSONValue, in payload: Payload) {
        if let plan = message[CohereMessage.plan] { append(plan: plan, in: payload) }
        if let content = message["content"] {
            let contents = content.isArray ? Array(content.elements) : [content]
            for (index, content) in contents.enumerated() where !content.isNull {
                append(content: content, at: index, isStart: true, in: payload)
            }
        }
        for (index, call) in (message["tool_calls"]?.elements.map { call in call } ?? []).enumerated() {
            append(call: call, at: index, isStart: true, in: payload)
        }
        for citation in message["citations"]?.elements.map({ citation in citation }) ?? [] {
            append(citation: citation)
        }
        details.add(membersOf: message, except: ["role", CohereMessage.plan, "content", "tool_calls", "citations"])
    }

    /// Adds a content, or a piece of one: an object here, though messages have arrays of them.
    mutating func append(content: JSONValue, at number: Int, isStart: Bool, in payload: Payload) {
        let index = Index.content(number)
        lastContent = index
        if isStart { blocks.close(index) }
        let thinking = content["thinking"]
        let kind: PartAccumulator.TextKind = thinking == nil ? .text : .reasoning
        let text = content.kind == .string ? content : thinking ?? content["text"]
        guard let text, text.kind == .string else {
            let type = content["type"]?.string ?? "content"
            return blocks.append(
                ContentBlock(.whole(.other(type: type, raw: content)), place: payload.place(of: content)))
        }
        blocks.update(
            at: index, taking: .words(kind),
            orBegin: ContentBlock(.words(kind), place: payload.place(of: text))
        ) { block in block.text.append(text) }
    }

    /// Adds text of the first version, which numbers nothing.
    mutating func append(text: JSONValue, in payload: Payload) {
        guard text.kind != .string || !text.contentRange.isEmpty else { return }
        append(content: text, at: 0, isStart: false, in: payload)
    }

    /// Adds to the words before the calls.
    mutating func append(plan: JSONValue, in payload: Payload) {
        guard plan.kind == .string, !plan.contentRange.isEmpty else { return }
        blocks.update(
            at: .plan, taking: .anything,
            orBegin: ContentBlock(.named(CohereMessage.plan), place: payload.place(of: plan))
        ) { block in block.text.append(plan) }
    }

    /// Adds a call, or a piece of its arguments.
    mutating func append(call: JSONValue, at number: Int, isStart: Bool, in payload: Payload) {
        let index = Index.call(number)
        if isStart { blocks.close(index) }
        let function = call["function"]
        let kind = ContentBlock.Kind.toolCall(id: call["id"]?.filledWord, name: function?["name"]?.string ?? "")
        blocks.update(at: index, taking: .arguments, orBegin: ContentBlock(kind, place: payload.place(of: call))) {
            block in
            guard let arguments = function?["arguments"], !arguments.isNull else { return }
            if arguments.kind == .string { block.text.append(arguments) } else { block.arguments = arguments }
        }
    }

    /// Adds a piece of a call of the first version, which names the function in its first piece.
    mutating func append(piece: JSONValue, in payload: Payload) {
        let index = Index.call(piece["index"]?.int ?? 0)
        if piece["name"]?.filledWord != nil { blocks.close(index) }
        let kind = ContentBlock.Kind.toolCall(id: nil, name: piece["name"]?.string ?? "")
        blocks.update(at: index, taking: .arguments, orBegin: ContentBlock(kind, place: payload.place(of: piece))) {
            block in
            if let text = piece["parameters"] { block.text.append(text) }
        }
    }

    /// Takes whole calls of the first version in place of their pieces.
    mutating func replace(calls whole: JSONValue?, in payload: Payload) {
        guard let whole, whole.isArray else { return }
        calls = whole.elements.map { call in
            let arguments = CallArguments(call["parameters"])
            let content = ToolCall(
                id: nil, name: call["name"]?.string ?? "", argumentsText: arguments.text, arguments: arguments.value)
            return MessagePart(.toolCall(content), place: payload.place(of: call))
        }
    }

    /// Adds a citation to the content that it names, or to the last one.
    mutating func append(citation: JSONValue) {
        let named = citation["content_index"]?.int.map(Index.content)
        let index = citation["type"]?.string == "PLAN" ? Index.plan : named ?? lastContent
        guard blocks.hasBlock(at: index) else { return details.add(citation, as: "citations") }
        blocks.update(at: index, taking: .anything, orBegin: ContentBlock(.words(.text), place: nil)) { block in
            block.annotations.append(citation)
        }
    }

    /// The parts, and what was odd about them.
    consuming func finish() -> (parts: [MessagePart], warnings: [AnswerWarning]) {
        var (parts, warnings) = blocks.finish()
        if let calls {
            parts.removeAll { part in if case .toolCall = part.content { true } else { false } }
            parts += calls
        }
        return (parts, warnings)
    }
}
