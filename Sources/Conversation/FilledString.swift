internal import JSONReading

extension JSONValue {
    /// Whether the value is a string that is not empty: many servers send every field in every piece.
    var isFilledString: Bool { kind == .string && !contentRange.isEmpty }
}
