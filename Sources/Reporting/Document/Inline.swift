package import Findings

/// A stretch of text within a line, cut into runs of one style.
///
/// The text is as captured, less its secrets: each renderer escapes it for its own output.
package struct Inline: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Text of one style.
    package struct Run: Hashable, Sendable {
        /// The text.
        package var text: String

        /// The style.
        package var style: Style

        /// Whether it is a sign of the report's own, which has a form in ASCII; captured text is never redrawn.
        package var isSign = false
    }

    /// What a stretch of text is to its reader.
    package enum Style: Hashable, Sendable {
        /// Words.
        case plain

        /// Words that are looked for first.
        case strong

        /// Words about the report itself, or about what is not there.
        case faint

        /// A fact that speaks for trust.
        case good

        /// A fact that matters this much.
        case severity(Severity)
    }

    /// The runs.
    package var runs: [Run]

    /// Creates text of one style.
    package init(_ text: String, _ style: Style = .plain) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    /// What stands for something left out.
    package static let ellipsis = Inline(sign: "…")

    /// Creates a sign of the report's own.
    package init(sign: String, _ style: Style = .plain) {
        runs = [Run(text: sign, style: style, isSign: true)]
    }

    /// Creates plain text.
    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// The text without its styles.
    package var text: String { runs.map(\.text).joined() }

    /// Whether there is no text.
    var isEmpty: Bool { runs.isEmpty }

    /// One text behind the other.
    package static func + (left: Inline, right: Inline) -> Inline {
        var joined = left
        joined.runs += right.runs
        return joined
    }

    /// Texts with the same plain text between them.
    package static func joined(_ pieces: [Inline], by separator: String) -> Inline {
        var joined = Inline("")
        for (index, piece) in pieces.enumerated() {
            joined.runs += (index == 0 ? Inline("") : Inline(separator)).runs + piece.runs
        }
        return joined
    }
}
