/// The path of a value within arguments: `$.steps[0].name`, `$['odd name']`.
///
/// RFC 9535 §2.1, its child segments only
struct ArgumentPath {
    /// A step from a container to a value in it.
    enum Step {
        /// To the member of a name.
        case name([UInt8])

        /// To the element of an index, from 0.
        case index(Int)
    }

    /// The steps from the outside in.
    private(set) var steps: [Step] = []

    /// Longer paths are not followed: no real function has such arguments, and the depth is the capture's to choose.
    private static let mostSteps = 64

    /// Reads a path; nil when it is none, or has more than 64 steps.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "$") else { return nil }
        while let mark = rest.popFirst() {
            let step: Step? =
                switch mark {
                case UInt8(ascii: "."): ArgumentPath.name(from: &rest)
                case UInt8(ascii: "["): ArgumentPath.bracket(from: &rest)
                default: nil
                }
            guard let step, steps.count < ArgumentPath.mostSteps else { return nil }
            steps.append(step)
        }
    }

    /// Takes a name that stands without quotes; nil when it is empty.
    private static func name(from rest: inout ArraySlice<UInt8>) -> Step? {
        let name = rest.prefix { byte in byte != UInt8(ascii: ".") && byte != UInt8(ascii: "[") }
        rest = rest[name.endIndex...]
        return name.isEmpty ? nil : .name(Array(name))
    }

    /// Takes what stands behind an opening bracket, its closing bracket included: an index or a name in quotes.
    private static func bracket(from rest: inout ArraySlice<UInt8>) -> Step? {
        let step: Step?
        if let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            rest = rest.dropFirst()
            step = quotedName(from: &rest, endingWith: quote)
        } else {
            let digits = rest.prefix { byte in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
            rest = rest[digits.endIndex...]
            step = Int(String(decoding: digits, as: UTF8.self)).map(Step.index)
        }
        return rest.popFirst() == UInt8(ascii: "]") ? step : nil
    }

    /// Takes a name up to its closing quote; a backslash hides a quote or a backslash behind it, no other escape is
    /// known.
    private static func quotedName(from rest: inout ArraySlice<UInt8>, endingWith quote: UInt8) -> Step? {
        let backslash = UInt8(ascii: "\\")
        var name: [UInt8] = []
        while let byte = rest.popFirst(), byte != quote {
            guard byte == backslash else {
                name.append(byte)
                continue
            }
            guard let hidden = rest.popFirst(), hidden == quote || hidden == backslash else { return nil }
            name.append(hidden)
        }
        return .name(name)
    }
}
