/// One validation of a WebP: the container, and chunk after chunk.
///
/// RFC 9649 §2
struct WebPValidation {
    /// What came of it.
    private(set) var report: ImageReport

    private let image: ArraySlice<UInt8>
    private var log: DefectLog
    private var flags: UInt8?
    private var seen: Set<String> = []
    private var imageCount = 0
    private var hasAlpha = false
    private var isCut = false
    private var metadata = EmbeddedMetadata()

    /// The flags of the extended header: the bit, the chunk that it stands for, what it is.
    private static let flagged: [(bit: UInt8, chunk: String)] = [
        (0x20, "ICCP"), (0x08, "EXIF"), (0x04, "XMP "), (0x02, "ANIM"),
    ]

    /// Validates an image that begins with the header of the container.
    init(of image: ArraySlice<UInt8>, options: ImageValidationOptions) {
        self.image = image
        log = DefectLog(options)
        report = ImageReport(format: .webp, byteCount: image.count)
        report.bitDepth = 8
        let end = readContainer()
        walk(from: 12, to: end, isFrame: false)
        finish()
        report.defects = log.defects
        report.read(metadata)
    }

    /// The size of the container; gives where it ends, or the data do.
    private mutating func readContainer() -> Int {
        let size = image.little32(4)
        let end = size + 8
        if end > image.count {
            isCut = true
            log.add(
                .webPSize, part: "RIFF", at: 4, expected: "\(size) bytes behind the size", found: "\(image.count - 8)")
        } else if end + size % 2 < image.count {
            let trailing = image.dropFirst(end + size % 2)
            log.add(
                .webPTrailing, part: "RIFF", at: end + size % 2, expected: "nothing behind the container",
                found: "\(TrailingData(trailing))")
        }
        if !size.isMultiple(of: 2) {
            log.add(.webPPadding, part: "RIFF", at: 4, expected: "an even size", found: "\(size)")
        }
        return min(end, image.count)
    }

    // MARK: Chunks

    private mutating func walk(from start: Int, to end: Int, isFrame: Bool) {
        var position = start
        while end - position >= 8 {
            let name = String(decodingLatin1: image.part(position, 4))
            let size = image.little32(position + 4)
            if !isFrame { report.note(part: name) }
            guard end - position - 8 >= size else {
                isCut = true
                log.add(
                    .webPCut, part: name, at: position, expected: "\(size) bytes", found: "\(end - position - 8)")
                read(name, image.part(position + 8, end - position - 8), at: position, isFrame: isFrame)
                return
            }
            read(name, image.part(position + 8, size), at: position, isFrame: isFrame)
            position += 8 + size
            if !size.isMultiple(of: 2) {
                if position < end, image.byte(position) != 0 {
                    log.add(
                        .webPPadding, part: name, at: position, expected: "a zero byte behind an odd chunk",
                        found: image.part(position).hexadecimal(1))
                }
                position += 1
            }
        }
        if position < end, !isCut {
            log.add(.webPCut, at: position, expected: "8 bytes of a chunk's header", found: "\(end - position)")
        }
    }

    private mutating func read(_ name: String, _ data: ArraySlice<UInt8>, at begin: Int, isFrame: Bool) {
        if seen.isEmpty, !isFrame, !["VP8 ", "VP8L", "VP8X"].contains(name) {
            log.add(.webPFirst, part: name, at: begin, expected: "VP8, VP8L or VP8X as the first chunk", found: name)
        }
        seen.insert(name)
        switch name {
        case "VP8X": readHeader(data, at: begin)
        case "VP8 ": readBitstream(WebPBitstream.lossy(data), .webPLossy, name, at: begin, isFrame: isFrame)
        case "VP8L": readBitstream(WebPBitstream.lossless(data), .webPLossless, name, at: begin, isFrame: isFrame)
        case "ANMF": readFrame(data, at: begin)
        case "ALPH": hasAlpha = true
        case "EXIF": metadata.exif = metadata.exif ?? (data.has("Exif\0\0") ? data.dropFirst(6) : data)
        case "XMP ": metadata.xmp = metadata.xmp ?? data
        case "C2PA": metadata.credentials.append(data)
        case "ANIM", "ICCP": break
        default:
            log.add(.webPUnknown, part: name, at: begin, expected: "chunks of the specification", found: name)
        }
    }

    /// The extended header: flags, and the size of the canvas.
    private mutating func readHeader(_ data: ArraySlice<UInt8>, at begin: Int) {
        guard data.count >= 10 else {
            log.add(.webPHeader, part: "VP8X", at: begin, expected: "10 bytes", found: "\(data.count)")
            return
        }
        guard flags == nil else {
            log.add(.webPHeader, part: "VP8X", at: begin, expected: "one VP8X", found: "another")
            return
        }
        flags = data.byte(0)
        report.width = data.little24(4) + 1
        report.height = data.little24(7) + 1
    }

    private mutating func readBitstream(
        _ result: Result<WebPBitstream, WebPBitstream.Fault>, _ rule: ImageRule, _ name: String, at begin: Int,
        isFrame: Bool
    ) {
        imageCount += 1
        let bitstream: WebPBitstream
        do {
            bitstream = try result.get()
        } catch {
            log.add(rule, part: name, at: begin, expected: error.expected, found: error.found)
            return
        }
        hasAlpha = hasAlpha || bitstream.hasAlpha
        if bitstream.width == 0 || bitstream.height == 0 {
            log.add(
                .webPDimensions, part: name, at: begin, expected: "an image of at least 1 x 1",
                found: "\(bitstream.width) x \(bitstream.height)")
        }
        guard !isFrame else { return }
        if let width = report.width, let height = report.height, flags != nil,
            width != bitstream.width || height != bitstream.height
        {
            log.add(
                .webPDimensions, part: name, at: begin, expected: "the canvas of \(width) x \(height)",
                found: "\(bitstream.width) x \(bitstream.height)")
        }
        report.width = report.width ?? bitstream.width
        report.height = report.height ?? bitstream.height
    }

    /// A frame of an animation: where it stands, then chunks of its own.
    private mutating func readFrame(_ data: ArraySlice<UInt8>, at begin: Int) {
        report.frameCount = (report.frameCount ?? 0) + 1
        guard data.count >= 16 else {
            log.add(.webPFrame, part: "ANMF", at: begin, expected: "at least 16 bytes", found: "\(data.count)")
            return
        }
        let (x, y) = (2 * data.little24(0), 2 * data.little24(3))
        let (right, bottom) = (x + data.little24(6) + 1, y + data.little24(9) + 1)
        if right > report.width ?? 0 || bottom > report.height ?? 0 {
            log.add(
                .webPFrame, part: "ANMF", at: begin, expected: "a frame within the canvas",
                found: "one that reaches to \(right), \(bottom)")
        }
        let start = data.startIndex - image.startIndex + 16
        let before = imageCount
        walk(from: start, to: start + data.count - 16, isFrame: true)
        guard imageCount == before else { return }
        log.add(.webPFrame, part: "ANMF", at: begin, expected: "VP8 or VP8L in the frame", found: "neither")
    }

    // MARK: The whole

    private mutating func finish() {
        report.color = hasAlpha || flags.map { flags in flags & 0x10 != 0 } == true ? .rgba : .rgb
        checkFlags()
        if imageCount == 0 {
            if !isCut { log.add(.webPNoImage, expected: "image data", found: "none") }
            report.pixels = .none
        } else if isCut {
            report.pixels = .damaged
        }
    }

    /// Whether the flags of the extended header stand for the chunks that there are.
    private mutating func checkFlags() {
        guard let flags, !isCut else { return }
        for (bit, chunk) in WebPValidation.flagged where (flags & bit != 0) != seen.contains(chunk) {
            let isSet = flags & bit != 0
            log.add(
                .webPFlags, part: "VP8X", at: 12, expected: "a flag that is set where there is \(chunk), and not else",
                found: isSet ? "it set, and no \(chunk)" : "it not set, and \(chunk)")
        }
        guard hasAlpha, flags & 0x10 == 0 else { return }
        log.add(.webPFlags, part: "VP8X", at: 12, expected: "the flag of alpha beside alpha", found: "it not set")
    }
}
