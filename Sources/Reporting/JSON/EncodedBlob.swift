internal import Conversation

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Data in a message as JSON outputs show it.
struct EncodedBlob {
    /// The data.
    let blob: Blob

    /// The number of the image that it is, or nil when it is none.
    let imageNumber: Int?

    /// Whether the data itself is written.
    let includesContent: Bool

    /// Writes the members of the part that holds the data.
    func writeMembers(to writer: inout RedactingWriter) {
        writer.own("type", "blob")
        writer.own("modality", blob.modality.rawValue)
        writer.captured("mime_type", blob.declaredType)
        switch blob.data {
        case .elided: writer.flag("elided", true)
        case .bytes(let bytes, let flaws):
            writer.number("bytes", bytes.count)
            writer.own("sha256", ContentDigest.sha256(bytes[...]))
            if includesContent { writer.captured("content", Data(bytes).base64EncodedString()) }
            if !flaws.isEmpty { writer.array("warnings", captured: flaws.map { flaw in "\(flaw)" }) }
        }
        writer.number("image", imageNumber)
    }
}
