internal import Conversation

/// A vendor as JSON outputs show it.
struct EncodedVendor: EncodedValue {
    /// The vendor.
    let vendor: Vendor

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.own("name", vendor.name)
            writer.captured("host", vendor.host)
            if vendor.isOfficial == nil { writer.null("official") }
            writer.flag("official", vendor.isOfficial)
        }
    }
}
