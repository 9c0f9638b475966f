import TestSupport

/// Documents that are RFC 8259 texts, of every shape, the same for the same seed.
struct RandomDocument {
    private var random: SplitMix
    private var text = ""

    private static let numbers = [
        "0", "-0", "7", "-12", "1234567890", "9007199254740993", "-9223372036854775808", "0.1", "1.0", "-2.50", "1e3",
        "1E+2", "6.02e-23", "0e0", "123456789.123456789",
    ]
    private static let pieces = [
        "a", "b c", "é", "你好", "👩‍🚀", "\u{7F}", "\\n", "\\t", "\\\"", "\\\\", "\\/", "\\b\\f\\r", "\\u0041",
        "\\u00e9", "\\uD83D\\uDE00", "\\u2028", "plain text that is longer than a word or two of eight bytes",
    ]
    private static let spaces = ["", "", "", " ", "\n", "\t ", "\r\n"]

    private init(seed: UInt64) { random = SplitMix(seed: seed) }

    static func make(seed: UInt64) -> String {
        var document = RandomDocument(seed: seed)
        document.appendSpace()
        document.appendValue(depth: 0)
        document.appendSpace()
        return document.text
    }

    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

    private mutating func appendSpace() { text += pick(Self.spaces) }

    private mutating func appendValue(depth: Int) {
        switch Int.random(in: 0..<(depth < 5 ? 9 : 6), using: &random) {
        case 0: text += "null"
        case 1: text += pick(["true", "false"])
        case 2, 3: text += pick(Self.numbers)
        case 4, 5: appendString(prefix: "")
        case 6: appendList("[", "]", isObject: false, depth: depth)
        default: appendList("{", "}", isObject: true, depth: depth)
        }
    }

    private mutating func appendString(prefix: String) {
        text += "\"" + prefix
        for _ in 0..<Int.random(in: 0..<4, using: &random) { text += pick(Self.pieces) }
        text += "\""
    }

    /// Appends a container; names begin with their position, so that none repeats.
    private mutating func appendList(_ open: String, _ close: String, isObject: Bool, depth: Int) {
        text += open
        for position in 0..<Int.random(in: 0..<5, using: &random) {
            if position > 0 { text += "," }
            appendSpace()
            if isObject {
                appendString(prefix: String(position))
                appendSpace()
                text += ":"
                appendSpace()
            }
            appendValue(depth: depth + 1)
            appendSpace()
        }
        text += close
    }
}
