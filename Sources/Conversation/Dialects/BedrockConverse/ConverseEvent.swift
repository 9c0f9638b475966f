internal import JSONReading

/// The events of a streamed answer.
enum ConverseEvent: String, CaseIterable {
    case messageStart
    case contentBlockStart
    case contentBlockDelta
    case contentBlockStop
    case messageStop
    case metadata

    /// The event that an object holds under its name, as Nova's own streams have it; nil when it holds none.
    static func event(in payload: JSONValue) -> (event: ConverseEvent, value: JSONValue)? {
        for member in payload.members where member.value.isObject {
            guard let event = ConverseEvent(rawValue: member.name) else { continue }
            // Metadata and a stop say little by their names alone.
            guard event != .metadata || member.value["usage"] != nil else { continue }
            return (event, member.value)
        }
        return nil
    }
}
