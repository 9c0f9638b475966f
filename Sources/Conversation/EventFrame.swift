internal import EventStreaming

/// What stands around the data of an event of a stream, where that is so simple that the next event may have the same.
struct EventFrame {
    /// Where the data begin in the text of the event.
    let dataOffset: Int

    /// How long the line ends are behind the data.
    let endCount: Int

    /// Takes the text of an event from its first field to its blank line; nil where more stands there than its data on one
    /// line and its type before, and where its lines end by CR alone.
    init?(of text: ArraySlice<UInt8>, _ event: ServerSentEvent) {
        guard let start = event.offsetOfOnlyLine else { return nil }
        dataOffset = start - event.offset
        endCount = text.count - dataOffset - event.data.count
        let ends = text.suffix(endCount)
        let isEnded = ends.elementsEqual("\n\n".utf8) || ends.elementsEqual("\r\n\r\n".utf8)
        let fields = text.prefix(dataOffset).split(separator: UInt8(ascii: "\n"))
        guard isEnded, let data = fields.last, data.starts(with: "data".utf8), fields.count <= 2,
            fields.dropLast().allSatisfy({ field in field.starts(with: "event:".utf8) })
        else { return nil }
    }
}
