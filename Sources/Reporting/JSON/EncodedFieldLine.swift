internal import CaptureReading
internal import Redaction

/// A header line as JSON outputs show it.
struct EncodedFieldLine: EncodedValue {
    /// The line.
    let line: FieldLine

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", line.name)
            writer.own("value", writer.redactor.redact(line))
            writer.place(line.place)
        }
    }
}
