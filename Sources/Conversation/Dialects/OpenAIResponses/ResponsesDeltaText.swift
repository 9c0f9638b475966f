internal import JSONReading

/// The text that an event of a response adds where it says nothing else that counts.
enum ResponsesDeltaText {
    /// The text of an event, be it said, thought or a part of a call's input; nil where it says more.
    ///
    /// `ResponseOutput` adds it to the item that the other members name. Events are counted, and a gap is told; what is
    /// not known as text is kept event by event.
    static func added(by event: JSONValue) -> AddedText? {
        guard let type = event["type"]?.string, ResponseOutput.isTextDelta(type) else { return nil }
        var others: [JSONValue] = []
        for member in event.members where !member.value.isNull {
            switch member.name {
            case "type", "item_id", "output_index", "content_index", "summary_index", "delta": continue
            case "obfuscation": others.append(member.value)
            case "sequence_number" where member.value.int != nil: continue
            case "logprobs" where member.value.count == 0: continue
            default: return nil
            }
        }
        return AddedText(event["delta"], others: others, counter: event.field("sequence_number"))
    }
}
