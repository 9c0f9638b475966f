internal import Conversation

extension PlacedPart {
    /// Where it stands, in the words of findings: `prompt.messages[3].parts[1]`.
    var logicalPlace: String { PlacedPart.words(for: path) }

    /// A path in the words of findings.
    static func words(for path: String) -> String {
        path.split(separator: "/").reduce(into: "") { place, step in
            place += Int(step) != nil ? "[\(step)]" : place.isEmpty ? "\(step)" : ".\(step)"
        }
    }
}
