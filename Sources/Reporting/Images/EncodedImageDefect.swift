internal import ImageValidation

/// A defect of an image as JSON outputs show it.
struct EncodedImageDefect: EncodedValue {
    /// The defect.
    let defect: ImageDefect

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("id", defect.id)
            writer.own("severity", defect.severity.rawValue)
            writer.captured("chunk", defect.part)
            writer.number("offset", defect.offset)
            writer.captured("message", defect.message)
            writer.captured("expected", defect.expected)
            writer.captured("found", defect.found)
            writer.captured("note", defect.note)
            writer.number("further", defect.furtherCount > 0 ? defect.furtherCount : nil)
        }
    }
}
