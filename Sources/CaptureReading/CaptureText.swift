public import ContentDecoding

/// The bytes of a capture with the containers around it opened: what every place in the capture is a place in.
public struct CaptureText {
    /// The containers that were opened, outermost first; mostly none.
    public let containers: [ContainerID]

    private var source: any ByteSource
    private var buffer: [UInt8] = []
    private var handedOut = 0
    private var isAtEnd = false

    /// How many bytes have been handed out.
    public private(set) var position = 0

    /// How many bytes are loaded at a time.
    private static let step = 1 << 16

    /// Opens the containers around a capture.
    ///
    /// - Throws: `CaptureError.noCapture`, `.tooManyContainers`, and `.unreadable` when the source fails.
    public init(reading source: any ByteSource, limits: DecodingLimits = DecodingLimits()) throws(CaptureError) {
        let opened = try ContainerCatalog.open(source, limits: limits)
        containers = opened.containers.map(\.id)
        self.source = opened.source
    }

    /// The next bytes, up to an offset of the text; fewer only at its end.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    public mutating func next(upTo end: Int) throws(CaptureError) -> [UInt8] {
        let count = max(0, end - position)
        if buffer.count - handedOut < count {
            buffer.removeFirst(handedOut)
            handedOut = 0
        }
        while buffer.count - handedOut < count, !isAtEnd {
            if try source.read(upTo: CaptureText.step, into: &buffer) == 0 { isAtEnd = true }
        }
        let piece = Array(buffer[handedOut...].prefix(count))
        handedOut += piece.count
        position += piece.count
        return piece
    }

    /// All bytes that are left.
    public mutating func rest() throws(CaptureError) -> [UInt8] { try next(upTo: .max) }
}
