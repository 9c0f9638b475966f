/// One validation of a PNG, from the signature to what stands behind its end.
///
/// The chunks are walked first, without inflating: all faults of structure show, whatever is wrong with the pixels.
struct PNGValidation {
    /// What came of it.
    private(set) var report: ImageReport

    private let image: ArraySlice<UInt8>
    private let options: ImageValidationOptions
    private var reading: PNGReading

    /// Validates an image.
    init(of image: ArraySlice<UInt8>, options: ImageValidationOptions) {
        self.image = image
        self.options = options
        reading = PNGReading(options, start: image.startIndex)
        report = ImageReport(format: .png, byteCount: image.count)
        let signature = PNGSignature(of: image)
        if let rule = signature.rule {
            reading.log.add(
                rule, at: 0, expected: "the signature of a PNG, 89 50 4E 47 0D 0A 1A 0A", found: signature.found)
            if !signature.isDamaged { report.format = nil }
        }
        if let start = signature.chunks {
            walk(from: start)
            describe()
        }
        checkPixels(isReadable: signature.chunks != nil)
        report.defects = reading.log.defects
        report.texts = reading.texts
        report.read(reading.metadata)
    }

    // MARK: Chunks

    private mutating func walk(from start: Int) {
        var walk = PNGChunkWalk(image, from: start)
        var last: ChunkType?
        while let chunk = walk.next(&reading.log) {
            report.note(part: "\(chunk.type)")
            reading.place(chunk, isFirst: last == nil, last: last)
            last = chunk.type
            read(chunk)
            if chunk.type == "IEND", !chunk.isCut { break }
        }
        // Of a datastream that is cut off before its image data only that is told.
        if last == "IEND", !reading.isBehindImageData {
            reading.log.add(.orderNoImageData, expected: "image data", found: "no IDAT")
        }
        if last != "IEND" {
            let found = last.map { last in "the last chunk \(last)" } ?? "no chunk"
            reading.log.add(.orderNoEnd, at: image.count, expected: "IEND at the end", found: found)
        } else if walk.offset < image.count {
            let trailing = TrailingData(image.dropFirst(walk.offset))
            reading.log.add(.trailing, at: walk.offset, expected: "nothing behind IEND", found: "\(trailing)")
        }
        reading.finishAnimation()
        reading.compareColors()
    }

    /// Reads what stands in a chunk; image data are only noted, since they are read together.
    private mutating func read(_ chunk: PNGChunk) {
        if chunk.type == "IDAT" {
            if !chunk.data.isEmpty {
                reading.imageData.append(chunk.data)
            } else if !chunk.isCut {
                reading.tell(.imageDataEmpty, chunk, expected: "image data", found: "none in this chunk")
            }
        }
        if chunk.type == "IDAT" { checkPalette(before: chunk) }
        guard !chunk.isCut else { return }
        if !chunk.isChecked, ["IDAT", "IHDR", "PLTE"].contains(chunk.type) { reading.isInDoubt = true }
        ChunkCatalog.byType[chunk.type]?.check(chunk, &reading)
    }

    /// An indexed image needs its palette before its image data.
    private mutating func checkPalette(before chunk: PNGChunk) {
        guard reading.header?.color == .indexed, reading.paletteSize == nil, !reading.log.has(.paletteMissing) else {
            return
        }
        reading.tell(.paletteMissing, chunk, expected: "PLTE before the image data of an indexed image", found: "none")
    }

    private mutating func describe() {
        guard let header = reading.header else { return }
        report.width = header.width
        report.height = header.height
        report.bitDepth = Int(header.bitDepth)
        report.color = header.color
        if reading.animation.control != nil { report.frameCount = reading.animation.frames.count }
    }

    // MARK: Pixels

    private mutating func checkPixels(isReadable: Bool) {
        let isCrushed = reading.seen.contains("CgBI")
        guard isReadable, let header = reading.header, header.isUsable, !reading.imageData.isEmpty || hasEmptyData,
            !isCrushed, !reading.log.has(.paletteMissing)
        else {
            report.pixels = .none
            return
        }
        guard options.depth == .pixels else { return }
        let layout = ScanlineLayout(of: header, width: header.width, height: header.height)
        let subject = ImageDataCheck.Subject(
            pieces: reading.imageData, part: "IDAT", prefix: "", place: nil, layout: layout, paletteSize: paletteLimit)
        let outcome = check(subject)
        report.rows = outcome.rows
        // A right Adler-32 does not vouch for bytes whose chunk has a wrong CRC: one of the two was changed.
        report.pixels = outcome.pixels == .ok && reading.isInDoubt ? .damaged : outcome.pixels
        checkFrames(header)
    }

    /// Whether there are image data, though no byte of them.
    private var hasEmptyData: Bool { reading.seen.contains("IDAT") }

    /// The frames of an animation; that of the image itself has been checked.
    private mutating func checkFrames(_ header: ImageHeader) {
        for frame in reading.animation.frames where !frame.isDefault && frame.hasData {
            guard let size = frame.size else { continue }
            let layout = ScanlineLayout(of: header, width: size.width, height: size.height)
            _ = check(
                ImageDataCheck.Subject(
                    pieces: frame.pieces, part: "fdAT", prefix: "FR.", place: "frame \(frame.number)", layout: layout,
                    paletteSize: paletteLimit))
        }
    }

    private mutating func check(_ subject: ImageDataCheck.Subject) -> ImageDataCheck.Outcome {
        ImageDataCheck.outcome(
            of: subject, start: image.startIndex, options: options, reader: &reading.zlib, log: &reading.log)
    }

    /// The entries of the palette, where an index can lead out of it.
    private var paletteLimit: Int? {
        guard let header = reading.header, header.color == .indexed, let size = reading.paletteSize,
            size <= header.largestSample
        else { return nil }
        return size
    }
}
