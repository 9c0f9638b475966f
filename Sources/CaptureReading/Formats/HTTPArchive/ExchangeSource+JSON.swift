internal import JSONReading

extension ExchangeSource {
    /// The place of a value of the exchange's JSON: of a string, that of its first character.
    func place(of value: JSONValue) -> Place {
        place(value.contentRange.lowerBound)
    }
}

extension JSONValue {
    /// The characters of a string; nil when it is empty or no string, which recorders write for what they do not know.
    var filledString: String? {
        string.flatMap { text in text.isEmpty ? nil : text }
    }
}
