public import ContentDecoding

/// Reads a capture: recognises its format and hands out its exchanges one at a time.
///
/// A sequence in all but name: reading fails when the source does, and what is wrong in the content becomes defects.
public struct CaptureReader {
    /// How many bytes at the beginning of a capture its format is recognised by.
    package static let headSize = 1 << 16

    /// The format that the capture is read as.
    public let format: CaptureFormatID

    private var window: CaptureWindow
    private var reader: any ExchangeReader
    private var exchangeCount = 0
    private let storage: BodyStorage
    private let decoder: BodyDecoder

    /// Opens a capture and recognises its format, unless one is named.
    ///
    /// A format that is named is never refused for what the capture holds, be it empty, but for a HAR without entries.
    ///
    /// - Parameters:
    ///   - source: the bytes of the capture.
    ///   - format: the format to read it as, or nil to recognise one.
    ///   - limits: how much of a body is decoded.
    /// - Throws: `CaptureError.unknownFormat` for a name that the catalogue does not have; without a name `.empty`,
    ///   `.unsupportedEncoding` and `.unrecognised`; `.notArchive` for JSON that is a HAR in nothing but its beginning;
    ///   `.unreadable` when the source fails.
    public init(
        reading source: any ByteSource, as format: CaptureFormatID? = nil, limits: DecodingLimits = DecodingLimits()
    ) throws(CaptureError) {
        try self.init(reading: source, as: format, step: CaptureWindow.defaultStep, limits: limits)
    }

    /// Opens a capture that is then loaded in steps of a size of one's own, which must not change what is read.
    package init(
        reading source: any ByteSource, as format: CaptureFormatID?, step: Int,
        limits: DecodingLimits = DecodingLimits()
    ) throws(CaptureError) {
        // A format that is named needs no head to be recognised by.
        window = try CaptureWindow(
            reading: source, headSize: format == nil ? CaptureReader.headSize : step, step: step)
        let chosen =
            if let format { try CaptureReader.named(format) } else { try CaptureReader.recognised(in: window) }
        self.format = chosen.id
        reader = chosen.makeReader()
        storage = chosen.storage
        decoder = BodyDecoder(limits: limits)
        try reader.open(&window)
    }

    /// What is known of the capture so far.
    public var capture: Capture {
        var capture = Capture(format: format, byteCount: window.byteCount, defects: reader.defects)
        reader.describe(&capture)
        return capture
    }

    /// Reads the next exchange with its bodies decoded, or gives nil when the capture has been read to its end.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    public mutating func next() throws(CaptureError) -> Exchange? {
        guard let exchange = try reader.next(from: &window, number: exchangeCount + 1) else { return nil }
        exchangeCount = exchange.number
        return decoder.decode(exchange, storage: storage)
    }

    /// The format of a name.
    private static func named(_ id: CaptureFormatID) throws(CaptureError) -> any CaptureFormat.Type {
        guard let format = CaptureFormatCatalog.format(id) else {
            throw .unknownFormat(asked: id.rawValue, known: CaptureFormatCatalog.names.map(\.rawValue))
        }
        return format
    }

    /// The format that claims what the window begins with.
    private static func recognised(in window: CaptureWindow) throws(CaptureError) -> any CaptureFormat.Type {
        guard window.byteCount > 0 else { throw .empty }
        let head = window.bytes.prefix(headSize)
        if let encoding = wideEncoding(of: head) { throw .unsupportedEncoding(found: encoding) }
        guard let format = CaptureFormatCatalog.recognise(head) else {
            throw .unrecognised(isText: isText(head), byteCount: head.count)
        }
        return format
    }

    /// The encoding that a byte order mark other than that of UTF-8 stands for, or nil when there is none.
    ///
    /// The marks of UTF-32 come first, since the little-endian one begins like that of UTF-16.
    private static func wideEncoding(of head: ArraySlice<UInt8>) -> String? {
        let marks: [(bytes: [UInt8], name: String)] = [
            ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
            ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
        ]
        return marks.first { mark in head.starts(with: mark.bytes) }?.name
    }

    /// Whether bytes look like text: no control characters but white space and the escape of terminal colours.
    private static func isText(_ head: ArraySlice<UInt8>) -> Bool {
        !head.contains { byte in
            byte < UInt8(ascii: " ") && !(0x09...0x0D).contains(byte) && byte != UInt8(ascii: "\u{1B}")
        }
    }
}
