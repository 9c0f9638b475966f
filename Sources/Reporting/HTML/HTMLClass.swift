internal import Findings

/// The classes that the style sheet knows: names of the program's own, never captured ones.
enum HTMLClass: String {
    case critical, high, medium, low, info
    case good, faint, spelled
    case answer, system, user, model
    case bar
    case barTrack = "track"
    case part1 = "p1"
    case part2 = "p2"
    case part3 = "p3"
    case part4 = "p4"
    case partRest = "p0"
    case banner, bubble
    case bubbleHead = "who"
    case absent, box, call, capture, change, changes, chat, count, event, events, exchange, facts, finding, findings
    case foot, group, index, loosened
    case keyed = "key"
    case legend, lead, line, lines, mark, more
    case numeric = "num"
    case map, overview, picture, pictures, pieces
    case scroll, sections, side, sides, steps, subject
    case severity = "sev"
    case skip, steady, strip, tile, timing, toolbar, unchanged, value
    case verbatim

    /// The class of a severity.
    init(_ severity: Severity) {
        self =
            switch severity {
            case .critical: .critical
            case .high: .high
            case .medium: .medium
            case .low: .low
            case .info: .info
            }
    }
}
