internal import JSONReading

/// The text that a chunk of a Gemini answer adds where it says nothing else that counts.
enum GeminiChunkText {
    /// The text of a chunk; nil where it says more.
    ///
    /// Of the accounts of tokens the last counts.
    static func added(by payload: JSONValue) -> AddedText? {
        var text: JSONValue?
        var others: [JSONValue] = []
        for member in (GeminiGenerateContent.wrapped(in: payload) ?? payload).members where !member.value.isNull {
            switch member.name {
            case "candidates":
                guard text == nil, member.value.count == 1 else { return nil }
                text = member.value[0].flatMap(GeminiChunkText.text(ofCandidate:))
            case "usageMetadata", "usage_metadata": others += AddedText.numbers(in: member.value)
            case "error": return nil
            default: continue
            }
        }
        return AddedText(text, others: others)
    }

    /// The text of a candidate that is one part, and neither ends nor is rated.
    private static func text(ofCandidate candidate: JSONValue) -> JSONValue? {
        var text: JSONValue?
        for member in candidate.members where !member.value.isNull {
            switch member.name {
            case "content":
                guard let parts = member.value["parts"], parts.count == 1 else { return nil }
                text = parts[0].flatMap(GeminiChunkText.text(ofPart:))
            case "index": continue
            default: return nil
            }
        }
        return text
    }

    /// The text of a part that has nothing beside it but the mark of a thought.
    private static func text(ofPart part: JSONValue) -> JSONValue? {
        part.members.allSatisfy { member in ["text", "thought"].contains(member.name) } ? part["text"] : nil
    }
}
