internal import Conversation
internal import JSONReading

/// A part of a message as JSON outputs show it.
///
/// OpenTelemetry GenAI semantic conventions, `parts`
struct EncodedPart: EncodedValue {
    /// The part.
    let part: MessagePart

    /// The number of the image that it is, or nil when it is none.
    let imageNumber: Int?

    /// What is shown beside the usual.
    let options: JSONOptions

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            write(part.content, to: &writer)
            if !part.annotations.isEmpty { writer.array("annotations", captured: part.annotations) }
            writer.captured("signature", part.signature)
            if let redacted = part.redacted {
                writer.object("redacted") { writer in
                    writer.number("bytes", redacted.utf8.count)
                    writer.own("sha256", ContentDigest.sha256(Array(redacted.utf8)[...]))
                }
            }
            if !part.details.isEmpty { writer.member("details", EncodedDetails(details: part.details)) }
        }
    }

    private func write(_ content: PartContent, to writer: inout RedactingWriter) {
        switch content {
        case .text(let text): write(text, as: "text", to: &writer)
        case .reasoning(let text): write(text, as: "reasoning", to: &writer)
        case .refusal(let text): write(text, as: "refusal", to: &writer)
        case .named(let type, let text):
            writer.captured("type", type)
            writer.captured("content", text)
        case .toolCall(let call): write(call, to: &writer)
        case .toolCallResponse(let response): write(response, to: &writer)
        case .serverToolCall(let name, let raw): write(raw, of: name, as: "server_tool_call", to: &writer)
        case .serverToolCallResponse(let name, let raw):
            write(raw, of: name, as: "server_tool_call_response", to: &writer)
        case .blob(let blob):
            EncodedBlob(blob: blob, imageNumber: imageNumber, includesContent: options.includesBlobs).writeMembers(
                to: &writer)
        case .file(let reference): write(reference, to: &writer)
        case .other(let type, let raw):
            writer.captured("type", type)
            writer.captured("raw", value: raw)
        }
    }

    private func write(_ text: String, as type: String, to writer: inout RedactingWriter) {
        writer.own("type", type)
        writer.captured("content", text)
    }

    private func write(_ call: ToolCall, to writer: inout RedactingWriter) {
        writer.own("type", "tool_call")
        write(id: call.id, to: &writer)
        writer.captured("name", call.name)
        if call.arguments == nil { writer.null("arguments") }
        writer.captured("arguments", value: call.arguments)
        writer.own("arguments_text", writer.redactor.redact(argumentsOf: call))
    }

    private func write(_ response: ToolCallResponse, to writer: inout RedactingWriter) {
        writer.own("type", "tool_call_response")
        write(id: response.id, to: &writer)
        writer.captured("name", response.name)
        writer.captured("response", value: response.response)
    }

    /// Writes the id that joins a call and its response; some providers join them by order, and then there is none.
    private func write(id: String?, to writer: inout RedactingWriter) {
        if id == nil { writer.null("id") }
        writer.captured("id", id)
    }

    /// Writes what the provider ran: its object verbatim, with the type that the conventions ask for in front where it
    /// has none.
    private func write(_ raw: JSONValue, of name: String, as type: String, to writer: inout RedactingWriter) {
        writer.own("type", type)
        writer.captured("id", raw["id"]?.string)
        writer.captured("name", name)
        guard raw.isObject, raw["type"] == nil else { return writer.captured(type, value: raw) }
        writer.object(type) { writer in
            writer.captured("type", name)
            for member in raw.members { writer.captured(member.name, value: member.value) }
        }
    }

    private func write(_ reference: FileReference, to writer: inout RedactingWriter) {
        switch reference.target {
        case .uri(let uri):
            writer.own("type", "uri")
            writer.captured("uri", uri)
        case .id(let id):
            writer.own("type", "file")
            writer.captured("file_id", id)
        }
        writer.own("modality", reference.modality.rawValue)
        writer.captured("mime_type", reference.declaredType)
    }
}
