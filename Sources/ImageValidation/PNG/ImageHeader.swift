/// What IHDR says of an image.
///
/// PNG, 3rd edition, §11.2.1
struct ImageHeader: Equatable {
    /// The width in pixels, as the file has it: 0 and more than 2^31 - 1 are faults.
    let width: Int

    /// The height in pixels, as the file has it.
    let height: Int

    /// The bits of a sample, or of a palette index, as the file has them.
    let bitDepth: UInt8

    /// The code of what the samples are, as the file has it.
    let colorType: UInt8

    /// How the image data are compressed: 0.
    let compression: UInt8

    /// How rows are filtered: 0.
    let filter: UInt8

    /// How rows are ordered: 0 from top to bottom, 1 in seven passes.
    let interlace: UInt8

    /// The largest number that a PNG may hold. §7.1
    static let largest = 0x7FFF_FFFF

    /// The size of the chunk's data.
    static let size = 13

    /// Reads the chunk's data; nil where they are too short.
    init?(_ data: ArraySlice<UInt8>) {
        guard data.count >= ImageHeader.size else { return nil }
        width = data.big32(0)
        height = data.big32(4)
        bitDepth = data.byte(8)
        colorType = data.byte(9)
        compression = data.byte(10)
        filter = data.byte(11)
        interlace = data.byte(12)
    }

    /// What the samples are; nil for a code that has no meaning.
    var color: ImageColor? {
        switch colorType {
        case 0: .gray
        case 2: .rgb
        case 3: .indexed
        case 4: .grayAlpha
        case 6: .rgba
        default: nil
        }
    }

    /// The samples of a pixel, an index counting as one.
    var channels: Int {
        switch color {
        case .grayAlpha: 2
        case .rgb: 3
        case .rgba: 4
        default: 1
        }
    }

    /// The bits of a sample: those of a palette's colours are always 8.
    var sampleDepth: Int { color == .indexed ? 8 : Int(bitDepth) }

    /// The largest value of a sample.
    var largestSample: Int { (1 << min(Int(bitDepth), 16)) - 1 }

    /// The depths that the colour may have.
    static func depths(of color: ImageColor) -> [UInt8] {
        switch color {
        case .gray: [1, 2, 4, 8, 16]
        case .indexed: [1, 2, 4, 8]
        default: [8, 16]
        }
    }

    /// Whether the bit depth is one that the colour may have.
    var isDepthAllowed: Bool {
        color.map { color in ImageHeader.depths(of: color).contains(bitDepth) } ?? false
    }

    /// Whether it can be told how the image data are laid out.
    var isUsable: Bool {
        isDepthAllowed && (1...ImageHeader.largest).contains(width) && (1...ImageHeader.largest).contains(height)
            && compression == 0 && filter == 0 && interlace <= 1
    }
}
