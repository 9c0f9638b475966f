internal import CaptureReading
internal import JSONReading

/// Folds the lines of an answer of Ollama, a chat's or a completion's; a whole answer is one line.
struct OllamaAssembler: MessageAssembler {
    private var answer = Answer()
    private var role: String?
    private var parts = PartAccumulator()
    private var reason: String?
    private var isDone = false
    private var hasMessage = false
    private var counters: [(name: String, value: JSONValue)] = []
    private var messageDetails = DetailList()
    private var details = DetailList()

    /// The members of the last line that account for time and tokens.
    private static let counterNames: Set = [
        "total_duration", "load_duration", "prompt_eval_count", "prompt_eval_duration", "eval_count", "eval_duration",
    ]

    /// Folds one line.
    mutating func append(_ payload: Payload) {
        for member in payload.root.members where !member.value.isNull {
            fold(member.name, member.value, in: payload)
        }
    }

    private mutating func fold(_ name: String, _ value: JSONValue, in payload: Payload) {
        switch name {
        case "model": answer.model = answer.model ?? value.filledWord
        case "message":
            for member in value.members where !member.value.isNull {
                foldMessage(member.name, member.value, in: payload)
            }
        case "response": say(value, as: .text, in: payload)
        case "thinking": say(value, as: .reasoning, in: payload)
        case "done": isDone = isDone || value.bool == true
        case "done_reason": reason = value.filledWord ?? reason
        case "error" where answer.error == nil:
            answer.error = value
            answer.errorPlace = payload.place(of: value)
        case _ where OllamaAssembler.counterNames.contains(name):
            counters.removeAll { counter in counter.name == name }
            counters.append((name, value))
            answer.usagePlace = answer.usagePlace ?? payload.place(of: value)
        case "logprobs": messageDetails.add(value, as: name)
        default: details.replace(value, as: name)
        }
    }

    private mutating func foldMessage(_ name: String, _ value: JSONValue, in payload: Payload) {
        hasMessage = true
        switch name {
        case "role": role = role ?? value.filledWord
        case "content": say(value, as: .text, in: payload)
        case "thinking": say(value, as: .reasoning, in: payload)
        case "tool_calls": for call in value.elements { parts.append(OllamaMessage.toolCall(call, in: payload)) }
        case "images": for image in value.elements { parts.append(OllamaMessage.image(image, in: payload)) }
        default: messageDetails.add(value, as: name)
        }
    }

    /// Adds text; every line has an empty one, which is no part.
    private mutating func say(_ text: JSONValue, as kind: PartAccumulator.TextKind, in payload: Payload) {
        guard text.kind == .string else { return messageDetails.add(text, as: "content") }
        hasMessage = true
        guard !text.contentRange.isEmpty else { return }
        parts.append(text: text, as: kind, signature: nil, place: payload.place(of: text))
    }

    /// The answer: complete when a line says that it is done.
    consuming func finish() -> Answer {
        if parts.hasLoneSurrogates {
            let message = "expected both halves of every surrogate pair, found one alone; U+FFFD stands for it"
            answer.warnings.append(AnswerWarning(.loneSurrogate, message))
        }
        if hasMessage {
            let finish = reason.map { raw in FinishReason(raw: raw, unified: OllamaAssembler.unified(raw)) }
            answer.messages = [
                Message(
                    role: role ?? "assistant", parts: parts.finish(), finishReason: finish,
                    details: messageDetails.details)
            ]
        }
        answer.usage = usage
        answer.tokens = answer.usage.map { usage in
            TokenUsage(input: usage["prompt_eval_count"]?.int, output: usage["eval_count"]?.int)
        }
        answer.details = details.details
        answer.isComplete = isDone
        return answer
    }

    /// The counters, which stand beside the answer, as an object of their own; nil when there are none.
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

    /// What a reason comes down to, or nil where that is not known: a model may only have been loaded.
    private static func unified(_ reason: String) -> FinishReason.Unified? {
        switch reason {
        case "stop": .stop
        case "length": .length
        default: nil
        }
    }
}
