internal import JSONReading

extension JSONValue {
    /// The characters of a string, or the text of another value where a string is expected; nil for null and for an empty
    /// string, which say nothing.
    var filledWord: String? {
        guard !isNull else { return nil }
        let word = string ?? String(decoding: rawBytes, as: UTF8.self)
        return word.isEmpty ? nil : word
    }
}
