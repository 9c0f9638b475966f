internal import CaptureReading

/// A body as JSON outputs describe it: what it is, never what it means.
struct EncodedBody: EncodedValue {
    /// The body.
    let body: Body

    /// The header section that came with it.
    let fields: FieldLines

    /// The events that it dispatches, or nil when it is no event stream.
    let eventCount: Int?

    /// Whether something in it was replaced by a placeholder.
    let isElided: Bool

    /// Whether its text is written.
    let showsText: Bool

    func write(to writer: inout RedactingWriter) {
        let kind = BodyKind(sniffing: body.bytes)
        let isText = kind == .text || kind == .json
        let coding = body.remainingCoding(fields)
        writer.object { writer in
            writer.captured("media_type", fields.value("content-type"))
            writer.number("bytes", body.bytes.count)
            writer.own("sha256", ContentDigest.sha256(body.bytes))
            writer.own("kind", coding == nil ? kind.rawValue : BodyKind.binary.rawValue)
            writer.array("layers", captured: [])
            writer.flag("elided", isElided)
            writer.flag("truncated", body.isTruncated)
            writer.number("events", eventCount)
            let isDeclared = !fields.declaredCodings("content-encoding").isEmpty
            var warnings = isDeclared && coding == nil && kind != .empty ? ["already_decoded"] : []
            if showsText, isText, coding == nil {
                let isUTF8 = String(validating: body.bytes, as: UTF8.self) != nil
                writeText(isUTF8: isUTF8, to: &writer)
                if !isUTF8 { warnings.append("charset") }
            }
            if !warnings.isEmpty { writer.array("warnings", captured: warnings) }
            if let coding { writeError(coding, to: &writer) }
        }
    }

    /// Writes the text without its byte order mark; bytes that are no UTF-8 are replaced, and then no encoding is
    /// claimed.
    private func writeText(isUTF8: Bool, to writer: inout RedactingWriter) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = body.bytes.starts(with: mark) ? body.bytes.dropFirst(mark.count) : body.bytes
        writer.captured("text", String(decoding: bytes, as: UTF8.self))
        if isUTF8 { writer.own("text_encoding", "utf-8") }
    }

    private func writeError(_ coding: String, to writer: inout RedactingWriter) {
        let advice = "capture it again where bodies are decoded"
        writer.object("error") { writer in
            writer.own("class", "unsupported")
            writer.captured("message", "expected a body without coding, found \(coding); \(advice)")
        }
    }
}
