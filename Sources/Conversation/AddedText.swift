public import JSONReading

/// The piece of text by which an event of a stream goes on with the answer, where the event says nothing else that counts.
///
/// Such events may be joined: one with the texts of several, which is the last of them in all else, has to come to the same
/// answer. So what an assembler adds up, other than that text, or keeps of every event, is more than a text.
public struct AddedText: Sendable {
    /// The text: a string that is not empty.
    public let text: JSONValue

    /// The numbers and strings that may be others in each event, since only the last counts, or none does.
    public let others: [JSONValue]

    /// The number that counts the events of the stream; nil where there is none.
    public let counter: JSONValue?

    /// Takes a text; nil where it is none or empty, or one of the others is neither a string nor a number.
    init?(_ text: JSONValue?, others: [JSONValue] = [], counter: JSONValue? = nil) {
        guard let text, text.isFilledString, others.allSatisfy(AddedText.mayVary) else { return nil }
        self.text = text
        self.others = others
        self.counter = counter
    }

    /// All that may be other in each event, in the order of the text.
    var values: [JSONValue] {
        (others + [text] + [counter].compactMap { counter in counter })
            .sorted { left, right in left.byteRange.lowerBound < right.byteRange.lowerBound }
    }

    /// Whether a value is a string or a number.
    private static func mayVary(_ value: JSONValue) -> Bool { value.kind == .string || value.kind == .number }

    /// The numbers in a value, such as an account of tokens, which each event may give anew.
    static func numbers(in value: JSONValue) -> [JSONValue] {
        switch value.kind {
        case .number: [value]
        case .object: value.members.flatMap { member in numbers(in: member.value) }
        case .array: value.elements.flatMap(numbers)
        case .string, .true, .false, .null: []
        }
    }
}
