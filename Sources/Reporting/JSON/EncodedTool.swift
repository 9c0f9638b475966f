internal import Conversation

/// A tool as JSON outputs show it.
struct EncodedTool: EncodedValue {
    /// The tool.
    let tool: Tool

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", tool.name)
            writer.own("kind", tool.kind.rawValue)
            writer.place(tool.place)
        }
    }
}
