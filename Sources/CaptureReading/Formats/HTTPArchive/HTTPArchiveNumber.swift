internal import JSONReading

/// Numbers as recorders write them.
enum HTTPArchiveNumber {
    /// The number of a JSON number or of a string that spells one; nil for everything else.
    static func value(_ value: JSONValue?) -> Double? {
        guard let value else { return nil }
        if let number = value.double { return number }
        return value.string.flatMap { text in Double(text) }.flatMap { number in number.isFinite ? number : nil }
    }
}
