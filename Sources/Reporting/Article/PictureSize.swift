/// The width and height that the header of an image says, in pixels.
struct PictureSize: Hashable, Sendable {
    /// The width, at least 1.
    let width: Int

    /// The height, at least 1.
    let height: Int

    /// The number of pixels; the largest number where it cannot be held.
    var pixelCount: Int {
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        return overflow ? .max : count
    }

    /// Reads the header of an image; nil where it is cut or says nothing.
    init?(_ bytes: [UInt8], _ format: PictureFormat) {
        let size =
            switch format {
            case .png: PictureSize.ofPNG(bytes)
            case .gif: PictureSize.ofGIF(bytes)
            case .jpeg: PictureSize.ofJPEG(bytes)
            case .webp: PictureSize.ofWebP(bytes)
            }
        guard let size, size.width > 0, size.height > 0 else { return nil }
        width = size.width
        height = size.height
    }

    private typealias Size = (width: Int, height: Int)

    /// The header chunk of a PNG.
    ///
    /// PNG (Third Edition) §11.2.1
    private static func ofPNG(_ bytes: [UInt8]) -> Size? {
        guard let width = big(bytes, at: 16, count: 4), let height = big(bytes, at: 20, count: 4) else { return nil }
        return (width, height)
    }

    /// The logical screen of a GIF.
    ///
    /// GIF89a §18
    private static func ofGIF(_ bytes: [UInt8]) -> Size? {
        guard let width = little(bytes, at: 6, count: 2), let height = little(bytes, at: 8, count: 2) else {
            return nil
        }
        return (width, height)
    }

    /// The frame header of a JPEG, behind segments that are passed over.
    ///
    /// ITU-T T.81 §B.2.2
    private static func ofJPEG(_ bytes: [UInt8]) -> Size? {
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            guard marker != 0xFF else {
                offset += 1
                continue
            }
            let isFrame = 0xC0...0xCF ~= marker && ![0xC4, 0xC8, 0xCC].contains(marker)
            guard isFrame else {
                guard let length = big(bytes, at: offset + 2, count: 2), length >= 2, marker != 0xDA else { return nil }
                offset += 2 + length
                continue
            }
            guard let height = big(bytes, at: offset + 5, count: 2), let width = big(bytes, at: offset + 7, count: 2)
            else { return nil }
            return (width, height)
        }
        return nil
    }

    /// The first chunk of a WebP, of whichever of its three kinds.
    ///
    /// RFC 9649 §2.5 to §2.7
    private static func ofWebP(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 16 else { return nil }
        switch bytes[15] {
        case UInt8(ascii: "X"):
            guard let width = little(bytes, at: 24, count: 3), let height = little(bytes, at: 27, count: 3) else {
                return nil
            }
            return (width + 1, height + 1)
        case UInt8(ascii: "L"):
            guard let bits = little(bytes, at: 21, count: 4) else { return nil }
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        default:
            guard let width = little(bytes, at: 26, count: 2), let height = little(bytes, at: 28, count: 2) else {
                return nil
            }
            return (width & 0x3FFF, height & 0x3FFF)
        }
    }

    private static func big(_ bytes: [UInt8], at offset: Int, count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { number, byte in number << 8 | Int(byte) }
    }

    private static func little(_ bytes: [UInt8], at offset: Int, count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { number, byte in number << 8 | Int(byte) }
    }
}
