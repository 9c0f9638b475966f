internal import JSONReading
internal import MediaFinding

/// Where a medium stands in its body, as members of an object; nothing of what was put together from pieces.
struct EncodedMediumPlace {
    /// The medium.
    let medium: EmbeddedMedium

    /// Writes the members.
    func writeMembers(to writer: inout RedactingWriter) {
        guard let spot = medium.spot else { return }
        writer.number("event", spot.event)
        writer.captured("field", spot.field)
        writer.captured("pointer", spot.pointer?.description)
        if !spot.inner.isEmpty { writer.array("inner_pointers", captured: spot.inner.map(\.description)) }
        writer.number("offset", spot.offset)
    }
}
