internal import CaptureReading
public import EventStreaming

/// What a body turned out to be.
public enum BodyShape: Sendable {
    /// An event stream, read to its end.
    case eventStream(EventStreamEnd)

    /// A JSON document: one value, or an array of so many elements; `isWhole` when nothing of it is missing.
    case json(isArray: Bool, elements: Int, isWhole: Bool)

    /// Neither: not looked into.
    case opaque

    /// The number of pieces that it was put together from; nil when it came whole.
    public var eventCount: Int? {
        switch self {
        case .eventStream(let end): end.events
        case .json(isArray: true, let elements, _): elements
        case .json, .opaque: nil
        }
    }

    /// Whether the body is a document that says by its syntax that something is missing.
    var isCutDocument: Bool {
        guard case .json(_, _, let isWhole) = self else { return false }
        return !isWhole
    }

    /// How a body is read.
    enum Kind {
        case eventStream
        case json
        case opaque

        /// Judges a body by its first bytes, and by its declared type where they leave it open.
        init(sniffing bytes: ArraySlice<UInt8>, declared: MediaType?) {
            let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let start = (bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes).drop(while: isBlank)
            if start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") {
                self = .json
            } else if declared?.essence == "text/event-stream" {
                self = .eventStream
            } else {
                let fields = ["data", "event", "id", "retry", ""].map { name in Array("\(name):".utf8) }
                self = fields.contains(where: start.starts(with:)) ? .eventStream : .opaque
            }
        }
    }
}
