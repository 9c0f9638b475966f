/// The units that a number of a filter may have behind it.
enum FilterUnits: Sendable {
    case none
    case bytes
    case time

    /// The units by their names in lower case, in bytes and in milliseconds; a number without one is in the first.
    private var factors: [(name: String, factor: Double)] {
        switch self {
        case .none: [("", 1)]
        case .bytes:
            [
                ("", 1), ("b", 1), ("k", 1e3), ("kb", 1e3), ("m", 1e6), ("mb", 1e6), ("g", 1e9), ("gb", 1e9),
                ("kib", 1024), ("mib", 1_048_576), ("gib", 1_073_741_824),
            ]
        case .time: [("", 1), ("ms", 1), ("s", 1e3), ("min", 6e4), ("h", 3.6e6)]
        }
    }

    /// What a message calls a number with them.
    var example: String {
        switch self {
        case .none: "a number"
        case .bytes: "a size such as 64kB"
        case .time: "a time such as 250ms or 2s"
        }
    }

    /// The value of a number with its unit; nil when it is none.
    func value(of text: Substring) -> Double? {
        let digits = text.prefix { character in character.isASCII && (character.isNumber || ".-".contains(character)) }
        let unit = text[digits.endIndex...].lowercased()
        guard let number = Double(digits), number.isFinite,
            let factor = factors.first(where: { factor in factor.name == unit })?.factor
        else { return nil }
        return number * factor
    }
}
