internal import CaptureReading

/// A defect of a capture as JSON outputs show it.
struct EncodedDefect: EncodedValue {
    /// The defect.
    let defect: CaptureDefect

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("id", defect.id)
            writer.captured("message", defect.message)
            if let location = defect.location { writer.location(location) } else { writer.place(defect.place) }
            writer.member("error", defect.fault.map(EncodedBodyFault.init))
        }
    }
}
