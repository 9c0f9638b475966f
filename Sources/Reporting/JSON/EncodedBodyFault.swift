internal import CaptureReading

/// Why a body was not decoded to its end, as JSON outputs show it.
struct EncodedBodyFault: EncodedValue {
    /// The fault.
    let fault: BodyFault

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("class", fault.kind.rawValue)
            writer.captured("message", fault.message)
            writer.number("offset", fault.offset)
            writer.captured("layer", fault.layer?.rawValue)
        }
    }
}
