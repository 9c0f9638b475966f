internal import Conversation

/// A filter setting as JSON outputs show it; it stands where its threshold does.
struct EncodedSafetySetting: EncodedValue {
    /// The setting.
    let setting: SafetySetting

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("category", setting.category)
            writer.captured("threshold", setting.threshold)
            writer.place(setting.thresholdPlace)
        }
    }
}
