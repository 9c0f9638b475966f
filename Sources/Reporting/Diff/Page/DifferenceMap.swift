internal import ByteCoding
internal import ImageValidation

/// Where the pixels of two images differ, as a small picture: the darker, the more.
///
/// It is a PNG of four shades whose data are stored, not compressed: at most 26 kB.
struct DifferenceMap: Hashable, Sendable {
    /// The picture as a PNG.
    let png: [UInt8]

    /// Its width in pixels.
    let width: Int

    /// Its height in pixels.
    let height: Int

    /// The most pixels of a side; each stands for a square of the images, of which the pixel that differs most counts.
    private static let mostPixels = 320

    /// The largest difference of a sample, of 255, in each shade but the last: what no eye sees, what one hardly does, what
    /// one does.
    private static let bounds = [8, 32, 96]

    /// Draws where two images differ; nil where one of them is not read, or their sizes are not the same.
    init?(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) {
        guard let first = PixelImage(png: a), let second = PixelImage(png: b), first.width == second.width,
            first.height == second.height, first.width > 0, first.height > 0
        else { return nil }
        let step = (max(first.width, first.height) + DifferenceMap.mostPixels - 1) / DifferenceMap.mostPixels
        width = (first.width + step - 1) / step
        height = (first.height + step - 1) / step
        var largest = [Int](repeating: 0, count: width * height)
        let samples = (first.samples.span, second.samples.span)
        for y in 0..<first.height {
            for x in 0..<first.width {
                let pixel = y * first.width + x
                let cell = y / step * width + x / step
                for channel in 0..<4 {
                    let difference =
                        DifferenceMap.sample(channel, of: pixel, in: samples.0, first.channels)
                        - DifferenceMap.sample(channel, of: pixel, in: samples.1, second.channels)
                    largest[cell] = max(largest[cell], abs(difference))
                }
            }
        }
        png = DifferenceMap.encode(largest.map(DifferenceMap.shade), width: width, height: height)
    }

    /// A sample of a pixel: red, green, blue, or how opaque it is.
    private static func sample(_ channel: Int, of pixel: Int, in samples: Span<UInt8>, _ channels: Int) -> Int {
        if channels == 4 { return Int(samples[4 * pixel + channel]) }
        return channel == 3 ? 255 : Int(samples[pixel])
    }

    private static func shade(of difference: Int) -> UInt8 {
        UInt8(bounds.count { bound in difference > bound })
    }

    // MARK: The picture

    /// Almost white, then three shades of one colour.
    private static let palette: [UInt8] = [
        0xF4, 0xF4, 0xF4, 0xF3, 0xC0, 0x8C, 0xD4, 0x62, 0x2A, 0x6B, 0x1A, 0x00,
    ]

    /// Writes shades, two bits each, as a PNG.
    ///
    /// PNG, 3rd edition, §5.2, §7.2
    private static func encode(_ shades: [UInt8], width: Int, height: Int) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for start in stride(from: 0, to: width, by: 4) {
                rows.append(
                    (0..<4).reduce(0) { byte, index in
                        byte << 2 | (start + index < width ? shades[y * width + start + index] : 0)
                    })
            }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [2, 3, 0, 0, 0])
            + chunk("PLTE", palette) + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    /// Bytes as a zlib stream of blocks that are not compressed.
    ///
    /// RFC 1950 §2.2, RFC 1951 §3.2.4
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 0xFFFF) {
            let block = bytes[start..<min(bytes.count, start + 0xFFFF)]
            let count = UInt16(block.count)
            stream.append(block.endIndex == bytes.count ? 1 : 0)
            for number in [count, ~count] { stream += [UInt8(number & 0xFF), UInt8(number >> 8)] }
            stream += block
        }
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + big(high << 16 | low)
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(type.utf8) + data
        return big(UInt32(data.count)) + content + big(CRC32(of: content[...]).value)
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { shift in UInt8(truncatingIfNeeded: number >> shift) }
    }
}
