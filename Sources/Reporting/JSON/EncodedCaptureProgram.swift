internal import CaptureReading

/// A program that took part in a capture, as JSON outputs show it.
struct EncodedCaptureProgram: EncodedValue {
    /// The program.
    let program: CaptureProgram

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", program.name)
            writer.captured("version", program.version)
        }
    }
}
