/// One validation of a GIF: the screen, and block after block.
///
/// GIF89a Specification
struct GIFValidation {
    /// What came of it.
    private(set) var report: ImageReport

    private let image: ArraySlice<UInt8>
    private var position = 0
    private var log: DefectLog
    private var frameCount = 0
    private var hasGlobalTable = false
    /// Whether the blocks could not be read to the last.
    private var isCut = false

    /// Validates an image that begins with a signature.
    init(of image: ArraySlice<UInt8>, options: ImageValidationOptions) {
        self.image = image
        log = DefectLog(options)
        report = ImageReport(format: .gif, byteCount: image.count)
        if readScreen() { walk() }
        finish()
        report.defects = log.defects
    }

    /// Whether so many bytes are there; tells where they are not.
    private mutating func has(_ count: Int, _ part: String) -> Bool {
        guard image.count - position < count else { return true }
        isCut = true
        log.add(.gifCut, part: part, at: position, expected: "\(count) bytes", found: "\(image.count - position)")
        return false
    }

    // MARK: Blocks

    /// The logical screen and the global colour table.
    private mutating func readScreen() -> Bool {
        guard has(13, "screen") else { return false }
        report.width = image.little16(6)
        report.height = image.little16(8)
        report.color = .indexed
        let flags = image.byte(10)
        position = 13
        if report.width == 0 || report.height == 0 {
            log.add(
                .gifScreen, part: "screen", at: 6, expected: "a screen of at least 1 x 1",
                found: "\(image.little16(6)) x \(image.little16(8))")
        }
        hasGlobalTable = flags & 0x80 != 0
        report.bitDepth = hasGlobalTable ? Int(flags & 7) + 1 : 8
        return !hasGlobalTable || skipTable(flags, "screen")
    }

    /// Passes over a colour table, whose size the flags tell.
    private mutating func skipTable(_ flags: UInt8, _ part: String) -> Bool {
        let size = 3 << (Int(flags & 7) + 1)
        guard has(size, part) else { return false }
        position += size
        return true
    }

    private mutating func walk() {
        while position < image.count {
            let begin = position
            position += 1
            switch image.byte(begin) {
            case 0x2C:
                report.note(part: "image")
                guard readImage(at: begin) else { return }
            case 0x21:
                guard readExtension(at: begin) else { return }
            case 0x3B:
                report.note(part: "trailer")
                return finishTrailer()
            default:
                log.add(
                    .gifBlock, at: begin, expected: "an image (2C), an extension (21) or the trailer (3B)",
                    found: image.part(begin).hexadecimal(1))
                isCut = true
                return
            }
        }
        log.add(.gifNoEnd, at: image.count, expected: "the trailer 3B at the end", found: "the end of the data")
    }

    private mutating func finishTrailer() {
        guard position < image.count else { return }
        let found = "\(TrailingData(image.dropFirst(position)))"
        log.add(.gifTrailing, at: position, expected: "nothing behind the trailer", found: found)
    }

    /// An image: where it stands, its colour table, its data.
    private mutating func readImage(at begin: Int) -> Bool {
        guard has(9, "image") else { return false }
        frameCount += 1
        let descriptor = image.part(position, 9)
        let flags = descriptor.byte(8)
        position += 9
        let (width, height) = (descriptor.little16(4), descriptor.little16(6))
        let (right, bottom) = (descriptor.little16(0) + width, descriptor.little16(2) + height)
        if width == 0 || height == 0 {
            log.add(
                .gifFrameZero, part: "image", at: begin, expected: "an image of at least 1 x 1",
                found: "\(width) x \(height)")
        } else if right > report.width ?? 0 || bottom > report.height ?? 0 {
            log.add(
                .gifFrame, part: "image", at: begin,
                expected: "an image within the screen of \(image.little16(6)) x \(image.little16(8))",
                found: "one that reaches to \(right), \(bottom)")
        }
        if flags & 0x80 != 0 {
            guard skipTable(flags, "image") else { return false }
        } else if !hasGlobalTable {
            log.add(.gifTable, part: "image", at: begin, expected: "a colour table", found: "none")
        }
        guard has(1, "image") else { return false }
        let code = image.byte(position)
        if !(2...11).contains(code) {
            log.add(
                .gifCode, part: "image", at: position, expected: "a least code size from 2 to 11", found: "\(code)")
        }
        position += 1
        return subBlocks("image") != nil
    }

    private mutating func readExtension(at begin: Int) -> Bool {
        guard has(1, "extension") else { return false }
        let label = image.byte(position)
        position += 1
        let names: [UInt8: String] = [0x01: "text", 0xF9: "control", 0xFE: "comment", 0xFF: "application"]
        let sizes: [UInt8: Int] = [0x01: 12, 0xF9: 4, 0xFF: 11]
        let name = names[label] ?? "extension \([label][...].hexadecimal())"
        report.note(part: name)
        if image.has("GIF87a"), !log.has(.gifVersion) {
            log.add(.gifVersion, part: name, at: begin, expected: "no extension in GIF87a", found: "one")
        }
        if let size = sizes[label], position < image.count, Int(image.byte(position)) != size {
            log.add(
                .gifLabel, part: name, at: begin, expected: "a first block of \(size) bytes",
                found: "\(image.byte(position))")
        } else if names[label] == nil {
            log.add(.gifLabel, part: name, at: begin, expected: "an extension that is known", found: name)
        }
        guard let content = subBlocks(name, keeping: label == 0xFE) else { return false }
        if label == 0xFE {
            let text = String(strictlyDecodingUTF8: content[...]) ?? String(decodingLatin1: content)
            report.texts.append(ImageText(part: name, keyword: "", text: text, isCut: false))
        }
        return true
    }

    /// Passes over sub-blocks up to the empty one; gives what stands in them where that is wanted, nil at the end of
    /// the data.
    private mutating func subBlocks(_ part: String, keeping isKept: Bool = false) -> [UInt8]? {
        var content: [UInt8] = []
        while has(1, part) {
            let size = Int(image.byte(position))
            position += 1
            if size == 0 { return content }
            guard has(size, part) else { return nil }
            if isKept { content += image.part(position, size) }
            position += size
        }
        return nil
    }

    private mutating func finish() {
        if frameCount == 0, log.isFreeOfErrors { log.add(.gifNoImage, expected: "an image", found: "none") }
        if frameCount > 1 { report.frameCount = frameCount }
        if frameCount == 0 {
            report.pixels = .none
        } else if isCut {
            report.pixels = .damaged
        }
    }
}
