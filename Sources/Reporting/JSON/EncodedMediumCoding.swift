internal import ByteCoding
internal import CaptureReading
internal import Conversation
internal import MediaFinding

/// How the bytes of a medium were encoded, and what was wrong with that, as members of an object.
struct EncodedMediumCoding {
    /// The medium.
    let medium: EmbeddedMedium

    /// Writes the members.
    func writeMembers(to writer: inout RedactingWriter) {
        let layers = medium.layers + medium.repeatedLayers
        if !layers.isEmpty { writer.array("layers", captured: layers.map(\.rawValue)) }
        if case .bytes(_, let flaws) = medium.blob.data, !flaws.isEmpty {
            writer.array("warnings", captured: flaws.map { flaw in "\(flaw)" })
        }
        writer.captured("cut", medium.cut)
        writer.number("repeats", medium.repeatCount > 0 ? medium.repeatCount : nil)
    }
}

/// A number in an array.
struct EncodedNumber: EncodedValue {
    /// The number.
    let number: Int

    func write(to writer: inout RedactingWriter) { writer.number(number) }
}
