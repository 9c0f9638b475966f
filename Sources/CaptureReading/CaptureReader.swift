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
    private var attachments: AttachmentReader
    private let opened: OpenedContainers

    /// The text before a capture that stands in other text.
    private let wrapper: CaptureDefect?

    /// Opens a capture and the containers around it, and recognises its format, unless one is named.
    ///
    /// A format that is named is never refused for what the capture holds, be it empty, but for a HAR without entries.
    ///
    /// - Parameters:
    ///   - source: the bytes of the capture; a zip that is no `SeekableSource` is read into memory.
    ///   - format: the format to read it as, or nil to recognise one.
    ///   - limits: how much of a body is decoded, and of the containers around the capture.
    ///   - attachments: the files beside the capture that bodies may be in, or nil when none are known; those of a zip
    ///     around the capture take their place.
    /// - Throws: `CaptureError.unknownFormat` for a name that the catalogue does not have; without a name `.empty`,
    ///   `.unsupportedEncoding` and `.unrecognised`; `.notArchive` for JSON that is a HAR in nothing but its beginning;
    ///   `.noCapture` and `.tooManyContainers`; `.contained` with one of these for what is in a container;
    ///   `.unreadable` when the source fails.
    public init(
        reading source: any ByteSource, as format: CaptureFormatID? = nil, limits: DecodingLimits = DecodingLimits(),
        attachments: (any Attachments)? = nil
    ) throws(CaptureError) {
        try self.init(
            reading: source, as: format, step: CaptureWindow.defaultStep, limits: limits, attachments: attachments)
    }

    /// Opens a capture that is then loaded in steps of a size of one's own, which must not change what is read.
    package init(
        reading source: any ByteSource, as format: CaptureFormatID?, step: Int,
        limits: DecodingLimits = DecodingLimits(), attachments: (any Attachments)? = nil
    ) throws(CaptureError) {
        let named: (any CaptureFormat.Type)? = if let format { try CaptureReader.named(format) } else { nil }
        opened = try ContainerCatalog.open(source, limits: limits)
        do throws(CaptureError) {
            // A format that is named needs no head to be recognised by.
            window = try CaptureWindow(
                reading: opened.source, headSize: named == nil ? CaptureReader.headSize : step, step: step)
            let (chosen, offset, isFenced) =
                if let named { (named, 0, false) } else { try CaptureReader.recognised(in: window) }
            self.format = chosen.id
            reader =
                isFenced ? FencedCapturesReader() : offset > 0 ? chosen.makeWrappedReader() : chosen.makeReader()
            wrapper = offset > 0 ? CaptureReader.skip(offset, of: &window) : nil
            storage = chosen.storage
            decoder = BodyDecoder(limits: limits)
            self.attachments = AttachmentReader(opened.attachments ?? attachments, limits: limits)
            try reader.open(&window)
        } catch {
            throw opened.located(error)
        }
    }

    /// What is known of the capture so far.
    public var capture: Capture {
        let before = wrapper.map { defect in [defect] } ?? []
        var capture = Capture(format: format, byteCount: window.byteCount, defects: before + reader.defects)
        capture.containers = opened.containers.map(\.id)
        capture.memberName = opened.memberName
        if !opened.containers.isEmpty {
            let defects = opened.defects(end: window.end)
            capture.defects = defects.before + capture.defects + defects.behind
        }
        reader.describe(&capture)
        return capture
    }

    /// Reads the next exchange with its bodies decoded, or gives nil when the capture has been read to its end.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    public mutating func next() throws(CaptureError) -> Exchange? {
        guard let exchange = try reader.next(from: &window, number: exchangeCount + 1) else { return nil }
        exchangeCount = exchange.number
        return decoder.decode(attachments.resolve(exchange), storage: reader.storage ?? storage)
    }

    /// The format of a name.
    private static func named(_ id: CaptureFormatID) throws(CaptureError) -> any CaptureFormat.Type {
        guard let format = CaptureFormatCatalog.format(id) else {
            throw .unknownFormat(asked: id.rawValue, known: CaptureFormatCatalog.names.map(\.rawValue))
        }
        return format
    }

    /// Passes over text before a capture, and gives the defect that tells so.
    private static func skip(_ count: Int, of window: inout CaptureWindow) -> CaptureDefect {
        let location = window.location
        window.skip(count)
        return CaptureDefect(
            id: "wrapper.text-before",
            message:
                "expected a capture from its first byte on, found \(count) bytes of other text before it; they are "
                + "left out", location: location)
    }

    /// The format that claims what the window begins with, or what stands at an offset in other text; or that of the first
    /// of several captures in fences.
    private static func recognised(
        in window: CaptureWindow
    ) throws(CaptureError) -> (any CaptureFormat.Type, offset: Int, isFenced: Bool) {
        guard window.byteCount > 0 else { throw .empty }
        let head = window.bytes.prefix(headSize)
        if let encoding = wideEncoding(of: head) { throw .unsupportedEncoding(found: encoding) }
        let claim = CaptureFormatCatalog.claim(head)
        if let fenced = FencedCaptures(in: head), fenced.areMore(than: claim) { return (fenced.format, 0, true) }
        if let claim { return (claim.format, 0, false) }
        let isText = isText(head)
        if isText, let wrapped = WrappedCapture(in: head) { return (wrapped.format, wrapped.offset, false) }
        throw .unrecognised(isText: isText, byteCount: head.count)
    }

    /// The encoding that a byte order mark of UTF-32 stands for, or nil when there is none.
    private static func wideEncoding(of head: ArraySlice<UInt8>) -> String? {
        if head.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return "UTF-32LE" }
        return head.starts(with: [0x00, 0x00, 0xFE, 0xFF]) ? "UTF-32BE" : nil
    }

    /// Whether bytes look like text: no control characters but white space and the escape of terminal colours.
    private static func isText(_ head: ArraySlice<UInt8>) -> Bool {
        !head.contains { byte in
            byte < UInt8(ascii: " ") && !(0x09...0x0D).contains(byte) && byte != UInt8(ascii: "\u{1B}")
        }
    }
}
