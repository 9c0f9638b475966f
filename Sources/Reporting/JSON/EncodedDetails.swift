internal import Conversation

/// What a provider says beside its messages, by its own names, verbatim.
struct EncodedDetails: EncodedValue {
    /// The facts; no name occurs twice.
    let details: [MessageDetail]

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            for detail in details { writer.captured(detail.name, values: detail.values) }
        }
    }
}
