/// What is known of an image.
public struct ImageReport: Sendable, Hashable {
    /// The format that the bytes are in; nil where they are in none that is known.
    public var format: ImageFormatID?

    /// The size of the image in bytes.
    public var byteCount: Int

    /// The width in pixels, as declared; nil where it is not known.
    public var width: Int?

    /// The height in pixels, as declared; nil where it is not known.
    public var height: Int?

    /// The bits of a sample; nil where they are not known.
    public var bitDepth: Int?

    /// What the samples of a pixel are; nil where that is not known.
    public var color: ImageColor?

    /// The frames of an animation; nil for a still image.
    public var frameCount: Int?

    /// The parts of the image in order, as the format names them; like ones in a row are one run.
    public var parts: [PartRun] = []

    /// Whether the pixels can be recovered.
    public var pixels = PixelState.unchecked

    /// How many rows there are, and how many of them survive; nil where they were not read.
    public var rows: RowCount?

    /// What is wrong, in the order in which it was found.
    public var defects: [ImageDefect] = []

    /// The texts that the image carries beside its pixels.
    public var texts: [ImageText] = []

    /// What the program that made the image says of how it did; nil where none is known.
    public var generation: GenerationParameters?

    /// What Exif says; nil where there is none.
    public var exif: ExifSummary?

    /// What XMP says; nil where there is none.
    public var xmp: XMPSummary?

    /// What content credentials claim; nil where there are none.
    public var credentials: ContentCredentials?

    /// Creates the report of an image of which nothing else is known yet.
    init(format: ImageFormatID?, byteCount: Int) {
        self.format = format
        self.byteCount = byteCount
    }

    /// Whether the image conforms to its format.
    public var verdict: ImageVerdict {
        if defects.contains(where: { defect in defect.severity == .error }) { return .invalid }
        return defects.contains { defect in defect.severity == .warning } ? .validWithWarnings : .valid
    }

    /// Parts of one name in a row.
    public struct PartRun: Sendable, Hashable {
        /// The name that the format has for them.
        public let name: String

        /// How many.
        public internal(set) var count: Int
    }

    /// The rows of an image; those of an interlaced one are counted in each pass.
    public struct RowCount: Sendable, Hashable {
        /// The rows that are whole, up to the first that is not.
        public let whole: Int

        /// The rows that there should be.
        public let expected: Int
    }
}

extension ImageReport {
    /// Notes a part; a run of like ones grows.
    mutating func note(part name: String) {
        if parts.last?.name == name {
            parts[parts.count - 1].count += 1
        } else {
            parts.append(PartRun(name: name, count: 1))
        }
    }
}
