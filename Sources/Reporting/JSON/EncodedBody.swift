internal import CaptureReading
internal import ContentDecoding
internal import Redaction

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
        let text = showsText ? text(without: writer.redactor) : nil
        let kind = text?.isWide == true ? .text : BodyKind(sniffing: body.bytes)
        writer.object { writer in
            writer.captured("media_type", body.declaredType ?? fields.value("content-type"))
            writer.number("bytes", body.bytes.count)
            writer.own("sha256", ContentDigest.sha256(body.bytes))
            writer.own("kind", kind.rawValue)
            if !body.layers.isEmpty { writer.number("encoded_bytes", body.encoded.count) }
            writer.array("layers", captured: body.layers.map(\.rawValue))
            writer.flag("elided", isElided)
            writer.flag("truncated", body.isTruncated)
            writer.number("events", eventCount)
            if let text {
                writer.captured("text", text.text)
                writer.own("text_encoding", text.characterSet?.rawValue)
            }
            writeWarnings(text, to: &writer)
            writer.member("error", body.fault.map(EncodedBodyFault.init))
        }
    }

    /// The text of the body without the secrets that it has in pieces, or nil for what is none.
    private func text(without redactor: Redactor) -> DecodedText? {
        let text = redactor.withoutPieces(body).text(declared: fields.mediaType(declared: body.declaredType))
        let kind = BodyKind(sniffing: body.bytes)
        return kind == .text || kind == .json || text.isWide ? text : nil
    }

    private func writeWarnings(_ text: DecodedText?, to writer: inout RedactingWriter) {
        var warnings = body.warnings
        if text?.isLabelTrue == false { warnings.append(.charset) }
        if !warnings.isEmpty { writer.array("warnings", captured: warnings.map(\.rawValue)) }
    }
}

extension DecodedText {
    /// Whether the text is in UTF-16, which looks like binary data to most eyes.
    fileprivate var isWide: Bool { characterSet == .utf16LittleEndian || characterSet == .utf16BigEndian }
}
