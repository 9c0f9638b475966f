/// What has been learned of a PNG while its chunks are read.
struct PNGReading {
    /// How far the image is checked.
    let options: ImageValidationOptions

    /// The index of the image's first byte.
    let start: Int

    /// What is wrong so far.
    var log: DefectLog

    /// What IHDR says; nil where there is none.
    var header: ImageHeader?

    /// The entries of the palette; nil where there is none.
    var paletteSize: Int?

    /// The types seen so far.
    var seen: Set<ChunkType> = []

    /// The image data, in pieces that are not empty.
    var imageData: [ArraySlice<UInt8>] = []

    /// Whether the checksum of a chunk is wrong that pixels hang on.
    var isInDoubt = false

    /// The frames of an animation.
    var animation = AnimationReading()

    /// What is said of colour, to be compared at the end.
    var colors = ColorStatements()

    /// The names of the suggested palettes so far.
    var suggestedPalettes: Set<[UInt8]> = []

    /// The texts so far.
    var texts: [ImageText] = []

    /// The metadata so far, as the file has them.
    var metadata = EmbeddedMetadata()

    /// Inflates; used again and again.
    var zlib = ZlibReader()

    /// A reading that has met nothing yet.
    init(_ options: ImageValidationOptions, start: Int) {
        self.options = options
        self.start = start
        log = DefectLog(options)
    }

    /// Whether image data have been met.
    var isBehindImageData: Bool { seen.contains("IDAT") }

    /// Tells a breach of a rule by a chunk; the place is an offset in its data where there is one.
    mutating func tell(
        _ rule: ImageRule, _ chunk: PNGChunk, at offset: Int? = nil, expected: @autoclosure () -> String,
        found: @autoclosure () -> String, note: @autoclosure () -> String? = nil
    ) {
        let place = offset.map { offset in chunk.dataOffset + offset } ?? chunk.offset
        log.add(rule, part: "\(chunk.type)", at: place, expected: expected(), found: found(), note: note())
    }

    /// Whether a chunk's data have a length that the specification allows; tells where they have not.
    mutating func hasLength(_ lengths: Int..., of chunk: PNGChunk, rule: ImageRule) -> Bool {
        guard !lengths.contains(chunk.data.count) else { return true }
        let words = lengths.map(String.init).joined(separator: " or ")
        tell(rule, chunk, expected: "\(words) bytes of data", found: "\(chunk.data.count)")
        return false
    }
}
