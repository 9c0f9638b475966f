internal import JSONReading

/// The text that a chunk of Chat Completions, or of the older completions, adds where it says nothing else that counts.
enum ChoicesChunkText {
    /// The text of a chunk; nil where it says more.
    ///
    /// `ChoicesAnswer` and `ChoiceAccumulator` note once what names the answer and what is said beside the text, so that it
    /// may be said in every chunk; of the account of tokens the last counts. Probabilities and sources are added up.
    static func added(by chunk: JSONValue) -> AddedText? {
        var text: JSONValue?
        var others: [JSONValue] = []
        for member in chunk.members where !member.value.isNull {
            switch member.name {
            case "choices":
                guard text == nil, member.value.count == 1 else { return nil }
                text = member.value[0].flatMap(ChoicesChunkText.text(ofChoice:))
            case "usage": others += AddedText.numbers(in: member.value)
            case "created", "obfuscation", "p": others.append(member.value)
            case "error", "x_groq": return nil
            default: continue
            }
        }
        return AddedText(text, others: others)
    }

    /// The text of an alternative.
    private static func text(ofChoice choice: JSONValue) -> JSONValue? {
        var found: [JSONValue] = []
        for member in choice.members where !member.value.isNull {
            switch member.name {
            case "delta":
                guard let text = text(ofDelta: member.value) else { return nil }
                found.append(text)
            case "text": found.append(member.value)
            case "finish_reason" where member.value.isFilledString: return nil
            case "logprobs", "message", "usage": return nil
            default: continue
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The one text of a piece of a message, be it said, thought or a part of a call's arguments.
    private static func text(ofDelta delta: JSONValue) -> JSONValue? {
        var found: [JSONValue] = []
        for member in delta.members where !member.value.isNull {
            switch member.name {
            case "content", "reasoning", "reasoning_content":
                guard member.value.kind == .string else { return nil }
                if member.value.isFilledString { found.append(member.value) }
            case "tool_calls":
                guard member.value.count > 0 else { continue }
                guard let arguments = arguments(of: member.value) else { return nil }
                found.append(arguments)
            case "refusal" where !member.value.isFilledString, "role": continue
            case "refusal", "function_call", "reasoning_details", "audio", "images", "annotations": return nil
            default: continue
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The piece of arguments that a list of calls is, where it goes on with one call and says nothing more of it.
    private static func arguments(of calls: JSONValue) -> JSONValue? {
        guard calls.count == 1, let call = calls[0], let function = call["function"], call["index"]?.int != nil,
            call.members.allSatisfy({ member in
                ["index", "function"].contains(member.name) || member.value.isNull
            })
        else { return nil }
        guard function.members.allSatisfy({ member in member.name == "arguments" || member.value.isNull }) else {
            return nil
        }
        return function["arguments"]
    }
}
