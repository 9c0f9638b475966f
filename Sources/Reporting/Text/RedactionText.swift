public import Redaction

/// What was replaced in a safe copy, in one line: `redact: 3 values, 5 places, re-scan clean (depth 8)`.
public struct RedactionText {
    /// The line, with what was replaced of each kind, and a line feed behind it.
    public let text: String

    /// Words the summary of a copy that was found clean.
    public init(of summary: RedactionSummary) {
        let kinds = summary.kinds.map { kind, count in "\(kind.rawValue) \(count)" }.joined(separator: ", ")
        let values = RedactionText.counted(summary.values.count, "value")
        let places = RedactionText.counted(summary.placeCount, "place")
        text =
            "redact: \(values)\(kinds.isEmpty ? "" : " (\(kinds))"), \(places), re-scan clean "
            + "(depth \(RedactionSummary.depth))\n"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
