/// An event stream without its headers.
///
/// WHATWG HTML §9.2.5
enum EventStreamFormat: CaptureFormat {
    /// The name `event-stream`.
    static let id = CaptureFormatID.eventStream

    /// The names of the fields that the standard knows.
    private static let fieldNames = ["data", "event", "id", "retry"]

    /// Likely when the first line that is neither blank nor a comment is a field and the first event has data.
    ///
    /// Possible while no data has come, and for comments alone.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        var confidence = Confidence.none
        var isInEvent = false
        var offset = 0
        while let line = TextLine(in: head, at: offset, ending: .any) {
            let text = line.text(in: head)
            offset = line.end
            if text.isEmpty, isInEvent { return confidence }
            if text.isEmpty { continue }
            if text.first == UInt8(ascii: ":") {
                confidence = max(confidence, .possible)
                continue
            }
            let name = text.prefix { byte in byte != UInt8(ascii: ":") }
            guard name.count < text.count,
                let field = fieldNames.first(where: { known in name.elementsEqual(known.utf8) })
            else { return isInEvent ? confidence : .none }
            isInEvent = true
            if field == "data" { return .likely }
            confidence = .possible
        }
        return confidence
    }

    /// A reader of the one body.
    ///
    /// It keeps a byte order mark: the parser of event streams takes off exactly one, and would take a second one,
    /// which is content, if the first were gone.
    static func makeReader() -> any ExchangeReader {
        BareBodyReader(keepsByteOrderMark: true, readsLogs: true, foreignContent: foreignContent)
    }

    /// A reader of a body that ends at a fence.
    static func makeWrappedReader() -> any ExchangeReader {
        BareBodyReader(
            keepsByteOrderMark: true, readsLogs: true, wrappedLength: BareBodyReader.lengthToFence,
            foreignContent: foreignContent)
    }

    /// The defect of a body without a line of data, which every event has, or nil.
    private static func foreignContent(in source: ExchangeSource) -> CaptureDefect? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var offset = source.bytes.starts(with: mark) ? mark.count : 0
        while let line = TextLine(in: source.bytes, at: offset, ending: .any) {
            let name = line.text(in: source.bytes).prefix { byte in byte != UInt8(ascii: ":") }
            if name.elementsEqual("data".utf8) { return nil }
            offset = line.end
        }
        return CaptureDefect(
            id: "event-stream.no-event",
            message: "expected an event with a line of data, found none; if the capture is no event stream, name "
                + "another format or none",
            place: source.place(0))
    }
}

extension CaptureFormatID {
    /// An event stream without its headers.
    public static let eventStream = CaptureFormatID(rawValue: "event-stream")
}
