internal import CaptureReading
internal import Redaction

/// A header line as JSON outputs show it.
struct EncodedFieldLine: EncodedValue {
    /// The line.
    let line: FieldLine

    /// Whether it is the response's: secrets have other places there.
    let isResponse: Bool

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", line.name)
            writer.own("value", writer.redactor.redact(line, isResponse: isResponse))
            writer.place(line.place)
        }
    }
}
