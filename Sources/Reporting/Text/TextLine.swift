internal import Findings

/// A line of a text report while it is put together: escaped text, its columns counted, its styles as terminals want
/// them.
struct TextLine {
    /// How styles are shown.
    let options: TextOptions

    /// The bytes so far.
    private(set) var text = ""

    /// The columns so far.
    private(set) var columns = 0

    /// Where the next text would begin.
    var cursor: Int { columns + owed }

    /// Spaces that are owed; at the end of a line they are never paid.
    private var owed = 0

    /// Creates an empty line.
    init(_ options: TextOptions) {
        self.options = options
    }

    /// Moves to a column, or by one when the line is there already and not empty.
    mutating func move(to column: Int) {
        owed = max(column - columns, columns > 0 ? 1 : 0)
    }

    /// Moves on by some columns.
    mutating func skip(_ count: Int) {
        owed += count
    }

    /// Adds text.
    mutating func add(_ inline: Inline) {
        for run in inline.runs {
            add(run.isSign && options.isASCII ? TextLine.drawnInASCII(run.text) : run.text, run.style)
        }
    }

    /// Adds text of one style; whatever it holds, it stays in the line.
    mutating func add(_ raw: String, _ style: Inline.Style) {
        for stretch in SafeText.stretches(of: raw) { add(stretch, style) }
    }

    /// Adds text that has been escaped; what is spelled out is faint, so that it does not pass for captured text.
    mutating func add(_ stretch: SafeText.Stretch, _ style: Inline.Style) {
        let safe = stretch.text
        text += String(repeating: " ", count: owed)
        columns += owed + SafeText.width(of: safe)
        owed = 0
        let code = options.hasColor ? TextLine.code(of: stretch.isSpelled ? .faint : style) : nil
        text += code.map { code in "\u{1B}[\(code)m\(safe)\u{1B}[0m" } ?? safe
    }

    /// The select graphic rendition of a style; ECMA-48 §8.3.117.
    private static func code(of style: Inline.Style) -> String? {
        switch style {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .good: "32"
        case .severity(.critical): "1;31"
        case .severity(.high): "31"
        case .severity(.medium): "33"
        case .severity(.low): "36"
        case .severity(.info): nil
        }
    }

    /// The report's own signs in ASCII.
    private static func drawnInASCII(_ text: String) -> String {
        var drawn = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "…": drawn += "..."
            case "·": drawn += "-"
            default: drawn.unicodeScalars.append(scalar)
            }
        }
        return drawn
    }
}
