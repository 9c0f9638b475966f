internal import JSONReading

/// The text that an event of an Anthropic answer adds where it says nothing else that counts.
enum AnthropicDeltaText {
    /// The text of an event, be it said, thought or a part of a call's input; nil where it is something else.
    ///
    /// `AnthropicAnswer` reads nothing else of such an event than the number of its block.
    static func added(by event: JSONValue) -> AddedText? {
        guard event["type"]?.string == "content_block_delta", let delta = event["delta"] else { return nil }
        return switch delta["type"]?.string {
        case "text_delta": AddedText(delta["text"])
        case "thinking_delta": AddedText(delta["thinking"])
        case "input_json_delta": AddedText(delta["partial_json"])
        default: nil
        }
    }
}
