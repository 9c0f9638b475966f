internal import JSONReading

/// The output of an answer, put together.
struct FinishedOutput {
    /// The parts.
    var parts = PartAccumulator()

    /// The sound that came in pieces, which no item of the output holds.
    var sound: [MessagePart] = []

    /// The role of its messages; nil where none was said.
    var role: String?

    /// Whether what came whole is anywhere not what its pieces came to.
    var differs = false

    /// Nothing.
    init() {}

    /// Reads the items of an output that came whole.
    init(_ list: JSONValue, in payload: Payload) {
        let reader = ResponseItemReader(payload: payload, joinsTexts: true)
        for item in list.elements {
            reader.append(item, to: &parts)
            role = role ?? item["role"]?.filledWord
        }
    }
}
