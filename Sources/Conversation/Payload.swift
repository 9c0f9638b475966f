public import CaptureReading
internal import EventStreaming
public import JSONReading

/// One JSON value of a body: the whole of it, an element of its array, or the data of one event.
public struct Payload: Sendable {
    /// The value.
    public let root: JSONValue

    /// Where the bytes of the body stand in the capture.
    private let places: BodyPlaces

    /// Where the document's bytes stand in the body: pairs of an offset in the document and one in the body, ascending.
    private let segments: [Segment]

    /// A stretch of the document that stands in the body in one piece.
    private struct Segment: Sendable {
        var documentOffset: Int
        var bodyOffset: Int
    }

    /// Creates a payload of a document, or of one element of it, that stands in one piece at an offset of a body.
    init(root: JSONValue, in body: Body, at offset: Int = 0) {
        self.root = root
        places = body.places
        segments = [Segment(documentOffset: 0, bodyOffset: offset)]
    }

    /// Creates a payload of an event's data; nil when they hold no JSON value at all.
    init?(event: ServerSentEvent, document: JSONDocument, body: Body) {
        guard let root = document.root else { return nil }
        self.root = root
        places = body.places
        segments = event.dataLines.map { line in
            Segment(documentOffset: line.dataOffset, bodyOffset: line.streamOffset)
        }
    }

    /// Where a value of the payload begins in the capture.
    public func place(of value: JSONValue) -> Place? {
        place(ofByte: value.byteRange.lowerBound)
    }

    /// Where a byte of the document stands in the capture.
    ///
    /// The segments are searched by halves: an event may have as many data lines as it has bytes.
    private func place(ofByte offset: Int) -> Place? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].documentOffset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let segment = segments[low - 1]
        return places.place(ofByte: segment.bodyOffset + offset - segment.documentOffset)
    }
}
