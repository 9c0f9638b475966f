internal import CaptureReading
internal import Conversation
internal import Findings
internal import Redaction

/// How a report words numbers, places and captured values.
///
/// Everything captured passes through here on its way into a document.
struct Wording {
    /// Takes the secrets out.
    let redactor: Redactor

    /// Lines and columns of the exchange that is spoken of.
    let lines: LineTable

    /// Captured text without its secrets.
    func captured(_ text: String) -> String {
        redactor.redact(text)
    }

    /// A place as `:38`, or nothing where there is none.
    func line(_ place: Place?) -> String {
        place.map { place in ":\(lines.location(of: place).line)" } ?? ""
    }

    /// The format of a capture, and the containers around it from the innermost on: `har in gzip`.
    static func kind(of capture: Capture) -> String {
        ([capture.format.rawValue] + capture.containers.reversed().map(\.rawValue)).joined(separator: " in ")
    }

    /// A size in bytes: `512 B`, `4.9 kB`, `1.64 MB`.
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<999_950: "\(decimal(bytes, unit: 1000, places: 1)) kB"
        case ..<999_995_000: "\(decimal(bytes, unit: 1_000_000, places: 2)) MB"
        default: "\(decimal(bytes, unit: 1_000_000_000, places: 2)) GB"
        }
    }

    /// A span of time: `850 ms`, `7.6 s`, `2 min 5 s`.
    static func duration(milliseconds: Int) -> String {
        switch milliseconds {
        case ..<1000: "\(milliseconds) ms"
        case ..<59_950: "\(decimal(milliseconds, unit: 1000, places: 1)) s"
        default: "\(milliseconds / 60_000) min \(milliseconds % 60_000 / 1000) s"
        }
    }

    /// A span of time as a recorder measured it, in milliseconds.
    static func duration(measured: Double) -> String {
        // A recorder may write any number; no exchange takes longer than a billion seconds.
        duration(milliseconds: Int(min(max(measured, 0), 1e12).rounded()))
    }

    /// How long an exchange took: as it was measured, else as the servers' clocks tell; nil where neither is known.
    static func duration(of exchange: InspectedExchange) -> (words: String, isWorkedOut: Bool)? {
        if let measured = exchange.exchange.duration { return (duration(measured: measured), false) }
        return exchange.serverLatency.map { latency in (duration(milliseconds: latency.milliseconds), true) }
    }

    /// A count with its noun: `1 exchange`, `4 events`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// The exchanges that begin a conversation, the first ones by their numbers.
    static func beginnings(_ numbers: [Int]) -> String {
        let shown = numbers.prefix(12).map { number in "#\(number)" }.joined(separator: ", ")
        let rest = numbers.count > 12 ? " and \((numbers.count - 12).grouped) more" : ""
        let verb = numbers.count == 1 ? "begins" : "begin"
        return numbers.isEmpty ? "none begins a conversation" : "\(shown)\(rest) \(verb) a conversation"
    }

    /// A number divided by a unit, rounded to so many decimal places.
    private static func decimal(_ number: Int, unit: Int, places: Int) -> String {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let step = unit / scale
        let rounded = number / step + (number % step * 2 >= step ? 1 : 0)
        let rest = String(rounded % scale)
        return "\(rounded / scale)." + String(repeating: "0", count: places - rest.utf8.count) + rest
    }
}
