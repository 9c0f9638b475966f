internal import Findings

/// The classes that the style sheet knows: names of the program's own, never captured ones.
enum HTMLClass: String {
    case critical, high, medium, low, info
    case good, faint, spelled, strong
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
    case box, call, capture, chat, count, event, events, exchange, facts, finding, findings
    case foot, index
    case keyed = "key"
    case legend, lead, line, lines, mark, more
    case numeric = "num"
    case overview, picture, pieces
    case scroll, secret, sections
    case severity = "sev"
    case shown, skip, spacer, strip, tile, timing, toolbar, top, value
    case verbatim, wide

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
