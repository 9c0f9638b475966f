public import CaptureReading
public import Findings
public import Redaction

/// Writes the report of one run, while its captures are read.
///
/// The calls come in this order: for each capture `begin`, `add` for each exchange, `end`; then `finish` once.
public protocol Reporter {
    /// Whether the heading of a capture is to have its digest, for which it is read once more.
    var showsDigests: Bool { get }

    /// A capture begins; `redactor` knows its secrets.
    mutating func begin(_ capture: CaptureHeading, redactor: Redactor)

    /// The next exchange of the capture.
    mutating func add(_ exchange: InspectedExchange)

    /// The capture has been read to its end.
    mutating func end(_ capture: Capture)

    /// Every capture has been read.
    mutating func finish()
}

extension Reporter {
    /// Few reports show digests.
    public var showsDigests: Bool { false }
}
