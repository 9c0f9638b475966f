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
        let codings = contentCodings
        let isUTF8 = isText && (showsText || !codings.isEmpty) && String(validating: body.bytes, as: UTF8.self) != nil
        let isCoded = !codings.isEmpty && (kind == .binary || kind == .text && !isUTF8)
        writer.object { writer in
            writer.captured("media_type", fields.value("content-type"))
            writer.number("bytes", body.bytes.count)
            writer.own("sha256", ContentDigest.sha256(body.bytes))
            writer.own("kind", isCoded ? BodyKind.binary.rawValue : kind.rawValue)
            writer.array("layers", captured: [])
            writer.flag("elided", isElided)
            writer.flag("truncated", body.isTruncated)
            writer.number("events", eventCount)
            var warnings = codings.isEmpty || isCoded || kind == .empty ? [] : ["already_decoded"]
            if showsText, isText, !isCoded {
                writeText(isUTF8: isUTF8, to: &writer)
                if !isUTF8 { warnings.append("charset") }
            }
            if !warnings.isEmpty { writer.array("warnings", captured: warnings) }
            if isCoded { writeError(codings: codings, to: &writer) }
        }
    }

    /// The content codings that the message declares, in order, without the one that changes nothing.
    ///
    /// RFC 9110 §8.4
    private var contentCodings: [String] {
        fields.all("content-encoding").flatMap { line in line.value.split(separator: ",") }
            .map { coding in
                String(coding.drop { character in character == " " }.prefix { character in character != " " })
            }
            .filter { coding in !coding.isEmpty && coding.lowercased() != "identity" }
    }

    /// Writes the text without its byte order mark; bytes that are no UTF-8 are replaced, and then no encoding is
    /// claimed.
    private func writeText(isUTF8: Bool, to writer: inout RedactingWriter) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = body.bytes.starts(with: mark) ? body.bytes.dropFirst(mark.count) : body.bytes
        writer.captured("text", String(decoding: bytes, as: UTF8.self))
        if isUTF8 { writer.own("text_encoding", "utf-8") }
    }

    private func writeError(codings: [String], to writer: inout RedactingWriter) {
        let found = codings.joined(separator: ", ")
        writer.object("error") { writer in
            writer.own("class", "unsupported")
            writer.captured(
                "message",
                "expected a body without content coding, found one in \(found); capture it again where bodies are decoded"
            )
        }
    }
}
