internal import CaptureReading
internal import JSONReading

/// Folds the answers of models that say little more than a text: Titan, Llama, Mistral, Jurassic and Command.
///
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
struct TextGenerationAssembler: MessageAssembler {
    /// One alternative.
    private struct Generation: Sendable {
        var blocks = BlockList<Int>()
        var reason: String?
        var details = DetailList()
    }

    private var answer = Answer()
    private var generations: [Generation] = []
    private var counters: [(name: String, value: JSONValue)] = []
    private var details = DetailList()

    /// The members that are a text, or hold one.
    private static let texts: Set = ["outputText", "generation", "text", "completion"]

    /// The members that say why a text ended.
    private static let reasons: Set = ["completionReason", "stop_reason", "finish_reason", "finishReason"]

    /// The members that hold alternatives.
    private static let lists: Set = ["results", "outputs", "generations", "completions"]

    /// The members that account for tokens.
    private static let counterNames: Set = [
        "inputTextTokenCount", "totalOutputTextTokenCount", "prompt_token_count", "generation_token_count",
    ]

    /// Folds one event, or a whole answer.
    mutating func append(_ payload: Payload) {
        let root = payload.root
        let names = Set(root.members.map(\.name))
        if let message = root.field("message", "Message"), message.kind == .string,
            names.isDisjoint(with: TextGenerationAssembler.texts)
        {
            answer.error = answer.error ?? root
            answer.errorPlace = answer.errorPlace ?? payload.place(of: message)
            return
        }
        if !names.isDisjoint(with: TextGenerationAssembler.texts.union(TextGenerationAssembler.reasons)) {
            fold(root, at: 0, in: payload)
        }
        for member in root.members where !member.value.isNull {
            let value = member.value
            switch member.name {
            case let name where TextGenerationAssembler.lists.contains(name) && value.isArray:
                for (index, generation) in value.elements.enumerated() { fold(generation, at: index, in: payload) }
            case let name where TextGenerationAssembler.counterNames.contains(name):
                counters.removeAll { counter in counter.name == name }
                counters.append((name, value))
                answer.usagePlace = payload.place(of: value)
            case "id", "generation_id": answer.id = answer.id ?? value.filledWord
            case let name where isRead(name): break
            case let name: details.replace(value, as: name)
            }
        }
    }

    private func isRead(_ name: String) -> Bool {
        TextGenerationAssembler.texts.contains(name) || TextGenerationAssembler.reasons.contains(name)
    }

    /// Folds a piece of an alternative.
    private mutating func fold(_ piece: JSONValue, at index: Int, in payload: Payload) {
        while generations.count <= index { generations.append(Generation()) }
        for member in piece.members where !member.value.isNull {
            let value = member.value
            switch member.name {
            case let name where TextGenerationAssembler.texts.contains(name): say(value, at: index, in: payload)
            case "data": if let text = value["text"] { say(text, at: index, in: payload) }
            case let name where TextGenerationAssembler.reasons.contains(name):
                generations[index].reason = (value["reason"] ?? value).filledWord ?? generations[index].reason
            case let name where piece.byteRange != payload.root.byteRange:
                generations[index].details.replace(value, as: name)
            default: break
            }
        }
    }

    private mutating func say(_ text: JSONValue, at index: Int, in payload: Payload) {
        guard text.kind == .string else { return }
        let fresh = ContentBlock(.words(.text), place: payload.place(of: text))
        generations[index].blocks.update(at: 0, taking: .anything, orBegin: fresh) { block in block.text.append(text) }
    }

    /// The answer: complete when every alternative says why it ended.
    consuming func finish() -> Answer {
        for (index, generation) in generations.enumerated() {
            let (parts, warnings) = generation.blocks.finish()
            answer.warnings += warnings
            let reason = generation.reason.map { raw in
                FinishReason(raw: raw, unified: TextGenerationAssembler.unified(raw))
            }
            answer.messages.append(
                Message(
                    index: index, role: "assistant", parts: parts, finishReason: reason,
                    details: generation.details.details))
        }
        answer.usage = usage
        answer.tokens = answer.usage.map { usage in
            TokenUsage(
                input: usage.field("inputTextTokenCount", "prompt_token_count")?.tokenCount,
                output: usage.field("totalOutputTextTokenCount", "generation_token_count")?.tokenCount)
        }
        answer.details = details.details
        answer.isComplete =
            !answer.messages.isEmpty && answer.messages.allSatisfy { message in message.finishReason != nil }
        return answer
    }

    /// The counters, which stand beside the text, as an object of their own; nil when there are none.
    private var usage: JSONValue? {
        guard !counters.isEmpty else { return nil }
        var writer = JSONWriter()
        writer.beginObject()
        for counter in counters {
            writer.key(counter.name)
            writer.value(counter.value)
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }

    /// What a reason comes down to, or nil where that is not known.
    private static func unified(_ reason: String) -> FinishReason.Unified? {
        switch reason.lowercased() {
        case "finish", "finished", "stop", "stop_criteria_met", "stop_sequence", "complete", "endoftext": .stop
        case "length", "max_tokens": .length
        case "content_filtered", "error_toxic": .contentFilter
        case "error": .error
        default: nil
        }
    }
}
