internal import ByteCoding

/// One validation of a JPEG: its segments, and the markers in its entropy-coded data.
///
/// ITU-T T.81, annex B
struct JPEGValidation {
    /// What came of it.
    private(set) var report: ImageReport

    private let image: ArraySlice<UInt8>
    private var position = 2
    private var log: DefectLog
    private var facts = Facts()
    private var metadata = EmbeddedMetadata()
    private var boxes = JPEGBoxes()

    /// What stands before a packet of XMP. XMP Specification Part 3 §1.1.3
    private static let packetName = "http://ns.adobe.com/xap/1.0/\0"

    /// What the segments said.
    private struct Facts {
        var frame: JPEGMarker?
        var hasScan = false
        var hasQuantization = false
        var hasHuffman = false
        var hasPictures = false
        var isCut = false
        var restart: Int?
        var profilePieces: [UInt8: Int] = [:]
        var profileCount: UInt8?
    }

    /// Validates an image that begins with SOI.
    init(of image: ArraySlice<UInt8>, options: ImageValidationOptions) {
        self.image = image
        log = DefectLog(options)
        report = ImageReport(format: .jpeg, byteCount: image.count)
        note(.start)
        walk()
        finish()
        report.defects = log.defects
        metadata.credentials = boxes.all
        report.read(metadata)
    }

    private mutating func note(_ marker: JPEGMarker) {
        report.note(part: "\(marker)")
    }

    // MARK: Segments

    private mutating func walk() {
        while let (marker, begin) = nextMarker() {
            note(marker)
            if marker == .end { return }
            if marker.isAlone { continue }
            guard let data = segment(marker, at: begin) else { return }
            read(marker, data, at: begin)
            if marker == .scan { walkScan() }
        }
        facts.isCut = true
        log.add(.jpegNoEnd, at: image.count, expected: "EOI at the end", found: "the end of the data")
    }

    /// The marker at the position, behind fill bytes, and where it begins; nil behind the last.
    private mutating func nextMarker() -> (JPEGMarker, Int)? {
        let begin = position
        if position < image.count, image.byte(position) != 0xFF {
            guard let next = nextMarkerOffset(from: position) else {
                log.add(.jpegMarker, at: position, expected: "a marker", found: image.part(begin).hexadecimal(4))
                position = image.count
                return nil
            }
            log.add(
                .jpegMarker, at: begin, expected: "a marker", found: image.part(begin).hexadecimal(4),
                note: "the walk goes on at byte \(next)")
            position = next
        }
        while position < image.count, image.byte(position) == 0xFF { position += 1 }
        guard position < image.count else { return nil }
        position += 1
        return (JPEGMarker(code: image.byte(position - 1)), position - 2)
    }

    /// Where the next marker that has a meaning begins.
    private func nextMarkerOffset(from offset: Int) -> Int? {
        var offset = offset
        while let index = ByteScan.first(0xFF, in: image.span, from: offset) {
            if index + 1 < image.count, JPEGMarker(code: image.byte(index + 1)).isKnown { return index }
            offset = index + 1
        }
        return nil
    }

    /// The data of the segment behind a marker; nil where the image ends before it does.
    private mutating func segment(_ marker: JPEGMarker, at begin: Int) -> ArraySlice<UInt8>? {
        guard image.count - position >= 2 else {
            cut(marker, at: begin, expected: "2 bytes of a length")
            return nil
        }
        let length = image.big16(position)
        guard length >= 2 else {
            log.add(.jpegLength, part: "\(marker)", at: begin, expected: "a length of at least 2", found: "\(length)")
            position += 2
            return []
        }
        guard image.count - position >= length else {
            cut(marker, at: begin, expected: "\(length) bytes")
            return nil
        }
        defer { position += length }
        return image.part(position + 2, length - 2)
    }

    private mutating func cut(_ marker: JPEGMarker, at begin: Int, expected: String) {
        let found = "\(image.count - position), then the end of the data"
        log.add(.jpegCut, part: "\(marker)", at: begin, expected: expected, found: found)
        facts.isCut = true
    }

    private mutating func read(_ marker: JPEGMarker, _ data: ArraySlice<UInt8>, at begin: Int) {
        switch marker {
        case .quantization: facts.hasQuantization = true
        case .huffman: facts.hasHuffman = true
        case .scan: readScan(data, at: begin)
        case .lines: if data.count >= 2, report.height == 0 { report.height = data.big16(0) }
        case .comment:
            let text = String(strictlyDecodingUTF8: data) ?? String(decodingLatin1: data)
            report.texts.append(ImageText(part: "COM", keyword: "", text: text, isCut: false))
        default:
            if marker.isFrame { readFrame(marker, data, at: begin) }
            if let number = marker.application { readApplication(number, data, at: begin) }
        }
    }

    private mutating func readFrame(_ marker: JPEGMarker, _ data: ArraySlice<UInt8>, at begin: Int) {
        guard facts.frame == nil else {
            log.add(.jpegFrameCount, part: "\(marker)", at: begin, expected: "one frame", found: "another")
            return
        }
        guard data.count >= 6, data.count == 6 + 3 * Int(data.byte(5)) else {
            log.add(
                .jpegFrame, part: "\(marker)", at: begin, expected: "6 bytes, and 3 for each component",
                found: "\(data.count) bytes")
            return
        }
        facts.frame = marker
        let components = Int(data.byte(5))
        report.bitDepth = Int(data.byte(0))
        report.height = data.big16(1)
        report.width = data.big16(3)
        report.color = components == 1 ? .gray : components == 3 ? .rgb : components == 4 ? .cmyk : nil
        let precisions: Set<Int> = marker.isLossless ? Set(2...16) : marker.code == 0xC0 ? [8] : [8, 12]
        if !precisions.contains(Int(data.byte(0))) {
            log.add(
                .jpegPrecision, part: "\(marker)", at: begin, expected: "samples of 8 or 12 bits",
                found: "\(data.byte(0))")
        }
        if !(1...4).contains(components) {
            log.add(
                .jpegComponents, part: "\(marker)", at: begin, expected: "1 to 4 components", found: "\(components)")
        }
    }

    private mutating func readScan(_ data: ArraySlice<UInt8>, at begin: Int) {
        facts.hasScan = true
        facts.restart = nil
        if data.count < 4 || data.count != 4 + 2 * Int(data.byte(0)) {
            log.add(
                .jpegScan, part: "SOS", at: begin, expected: "4 bytes, and 2 for each component",
                found: "\(data.count) bytes")
        }
        if facts.frame == nil {
            log.add(.jpegFrame, part: "SOS", at: begin, expected: "a frame before the first scan", found: "none")
        }
        if !facts.hasQuantization, facts.frame?.isLossless != true {
            log.add(.jpegQuantization, part: "SOS", at: begin, expected: "DQT before the first scan", found: "none")
        }
        if !facts.hasHuffman, facts.frame?.isArithmetic != true {
            log.add(
                .jpegHuffman, part: "SOS", at: begin, expected: "DHT before the first scan", found: "none",
                note: "frames of Motion JPEG leave it out")
        }
    }

    private mutating func readApplication(_ number: Int, _ data: ArraySlice<UInt8>, at begin: Int) {
        if number == 1, data.has("Exif\0\0") { metadata.exif = metadata.exif ?? data.dropFirst(6) }
        if number == 1, data.has(JPEGValidation.packetName) {
            metadata.xmp = metadata.xmp ?? data.dropFirst(JPEGValidation.packetName.utf8.count)
        }
        if number == 11, data.count >= 16, data.has("JP") { boxes.add(data) }
        if number == 2, data.has("MPF\0") { facts.hasPictures = true }
        guard number == 2, data.has("ICC_PROFILE\0"), data.count >= 14 else { return }
        facts.profilePieces[data.byte(12), default: 0] += 1
        facts.profileCount = facts.profileCount ?? data.byte(13)
    }

    // MARK: Entropy-coded data

    /// Passes over the data of a scan: an FF in them is followed by 00, or is a restart marker.
    private mutating func walkScan() {
        while let index = ByteScan.first(0xFF, in: image.span, from: position) {
            guard index + 1 < image.count else { break }
            let next = JPEGMarker(code: image.byte(index + 1))
            if next.code == 0 {
                position = index + 2
            } else if next.code == 0xFF {
                position = index + 1
            } else if let restart = next.restart {
                checkRestart(restart, at: index)
                position = index + 2
            } else if next.isKnown {
                position = index
                return
            } else {
                log.add(
                    .jpegMarker, part: "SOS", at: index, expected: "00 or a restart marker behind FF in image data",
                    found: "\([next.code][...].hexadecimal())")
                position = index + 2
            }
        }
        position = image.count
    }

    private mutating func checkRestart(_ number: Int, at index: Int) {
        let expected = facts.restart.map { restart in (restart + 1) % 8 } ?? 0
        facts.restart = number
        guard number != expected else { return }
        log.add(.jpegRestart, part: "RST\(number)", at: index, expected: "RST\(expected)", found: "RST\(number)")
    }

    // MARK: The whole

    private mutating func finish() {
        if facts.frame != nil, report.width == 0 || report.height == 0 {
            log.add(
                .jpegSize, expected: "an image of at least 1 x 1", found: "\(report.width ?? 0) x \(report.height ?? 0)"
            )
        }
        if !facts.hasScan, !facts.isCut { log.add(.jpegScan, expected: "a scan", found: "no SOS") }
        checkProfile()
        let trailing = image.dropFirst(position)
        if !facts.isCut, !trailing.isEmpty {
            // The further pictures of a multi-picture file have their place there.
            log.add(
                facts.hasPictures ? .jpegPictures : .jpegTrailing, at: position, expected: "nothing behind EOI",
                found: "\(TrailingData(trailing))")
        }
        if facts.frame == nil || !facts.hasScan {
            report.pixels = .none
        } else if facts.isCut {
            report.pixels = .damaged
        }
    }

    /// A profile that is larger than a segment stands in numbered pieces.
    private mutating func checkProfile() {
        guard let count = facts.profileCount else { return }
        let missing = (1...max(1, Int(count))).filter { number in facts.profilePieces[UInt8(number)] != 1 }
        guard count == 0 || !missing.isEmpty || facts.profilePieces.count != Int(count) else { return }
        let found = facts.profilePieces.keys.sorted().map { number in "\(number)" }.joined(separator: ", ")
        log.add(.jpegProfile, part: "APP2", expected: "\(count) pieces of a profile, each once", found: found)
    }
}
