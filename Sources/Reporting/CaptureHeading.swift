public import CaptureReading
internal import Redaction

/// What is known of a capture before its first exchange.
public struct CaptureHeading: Sendable {
    /// The path as it was given, or `-` for standard input.
    public var path: String

    /// The path's last component.
    public var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// What the capture says of itself before its first exchange.
    public var capture: Capture

    /// The SHA-256 of the capture as it is stored, containers and all, in hexadecimal; nil where no report asked for it.
    public var digest: String?

    /// The format.
    public var format: CaptureFormatID { capture.format }

    /// Says each defect of the capture in a sentence, for outputs that have no place for them.
    func warn(of defects: [CaptureDefect], redactor: Redactor, _ warn: (String) -> Void) {
        for defect in defects {
            let place = defect.location.map { location in "line \(location.line)" } ?? "byte \(defect.place.byte)"
            warn("\(redactor.redact(path)): \(place): \(redactor.redact(defect.message))")
        }
    }

    /// Creates a heading.
    public init(path: String, capture: Capture, digest: String? = nil) {
        self.path = path
        self.capture = capture
        self.digest = digest
    }
}
