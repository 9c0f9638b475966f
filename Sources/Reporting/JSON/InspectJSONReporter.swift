public import CaptureReading
public import Findings
internal import JSONReading
public import Redaction

/// Writes what was read of captures as JSON for other programs: `unspool.inspect/1`.
///
/// Each exchange is written when it arrives, so that a report takes the memory of one exchange. What is known of a
/// capture at its end alone, its size and its defects, stands behind its exchanges.
public struct InspectJSONReporter: Reporter {
    /// How the report is laid out.
    public enum Layout: Sendable {
        /// One object, indented by two spaces.
        case document

        /// A line for each capture, each exchange and the summary; a second line for what is known of a capture at its
        /// end.
        case lines
    }

    /// Programs tell captures apart by them.
    public let showsDigests = true

    private let layout: Layout
    private let options: JSONOptions
    private let version: String
    private let write: Output
    private var writer: RedactingWriter
    private var summary = EncodedSummary()
    private var heading: CaptureHeading?
    private var isBegun = false
    private var images = ImageIndex()

    /// Creates a reporter.
    ///
    /// - Parameters:
    ///   - layout: how the report is laid out.
    ///   - options: what is shown beside the usual.
    ///   - version: the version of the program, as the report names it.
    ///   - write: takes the report, piece by piece.
    public init(layout: Layout, options: JSONOptions = JSONOptions(), version: String, write: @escaping Output) {
        self.layout = layout
        self.options = options
        self.version = version
        self.write = write
        // No capture has begun, so no secret is known and no captured text can be written.
        let redactor = Redactor(SecretLedger(), style: .identifier)
        writer = RedactingWriter(layout: layout == .document ? .indented(by: 2) : .compact, redactor: redactor)
    }

    /// Writes what is known of a capture before its exchanges.
    public mutating func begin(_ capture: CaptureHeading, redactor: Redactor) {
        beginDocument()
        writer.redactor = redactor
        heading = capture
        images = ImageIndex()
        beginCapture()
        writer.captured("path", capture.path)
        writer.own("format", capture.format.rawValue)
        let containers = capture.capture.containers
        if containers.isEmpty {
            writer.null("container")
        } else {
            writer.own("container", containers.map(\.rawValue).joined(separator: ", "))
        }
        writer.captured("member", capture.capture.memberName)
        writer.own("sha256", capture.digest)
        writePrograms(capture.capture, unless: nil)
        switch layout {
        case .document: writer.beginArray("exchanges")
        case .lines: endCapture()
        }
        flush()
    }

    /// Writes an exchange.
    public mutating func add(_ exchange: InspectedExchange) {
        writer.lines = exchange.lines
        EncodedExchange(exchange: exchange, options: options, imageEntries: images.entries(of: exchange.images)).write(
            to: &writer)
        writer.lines = nil
        summary.add(exchange)
        flush()
    }

    /// Writes what is known of a capture at its end.
    public mutating func end(_ capture: Capture) {
        switch layout {
        case .document: writer.endArray()
        case .lines:
            beginCapture()
            writer.captured("path", heading?.path)
        }
        writePrograms(capture, unless: heading?.capture)
        writer.number("bytes", capture.byteCount)
        writer.array("defects", capture.defects.map(EncodedDefect.init))
        endCapture()
        summary.endCapture()
        flush()
    }

    /// Writes the summary.
    public mutating func finish() {
        beginDocument()
        switch layout {
        case .document: writer.endArray()
        case .lines: writer.beginObject()
        }
        writer.member("summary", summary)
        writer.endObject()
        write(writer.take() + [UInt8(ascii: "\n")])
    }

    /// Writes the programs that a capture names, but for those that were written before.
    private mutating func writePrograms(_ capture: Capture, unless written: Capture?) {
        if written?.creator == nil { writer.member("creator", capture.creator.map(EncodedCaptureProgram.init)) }
        if written?.browser == nil { writer.member("browser", capture.browser.map(EncodedCaptureProgram.init)) }
    }

    /// Begins the one object, unless it was begun; lines have none around them.
    private mutating func beginDocument() {
        guard layout == .document, !isBegun else { return }
        isBegun = true
        writer.beginObject()
        writer.own("schema", "unspool.inspect/1")
        writer.tool(version: version)
        writer.beginArray("captures")
    }

    /// Begins a capture's object; on a line of its own it is a member, which tells it from an exchange.
    private mutating func beginCapture() {
        switch layout {
        case .document: writer.beginObject()
        case .lines:
            writer.beginObject()
            writer.beginObject("capture")
        }
    }

    /// Ends a capture's object.
    private mutating func endCapture() {
        writer.endObject()
        if layout == .lines { writer.endObject() }
    }

    /// Hands out what was written; lines end here.
    private mutating func flush() {
        var bytes = writer.take()
        if layout == .lines { bytes.append(UInt8(ascii: "\n")) }
        write(bytes)
    }
}
