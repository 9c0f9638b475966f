import ImageValidation
import Testing

private typealias Build = PNGBuilder

@Suite("PNG: pixels")
struct PixelImageTests {
    /// An image of so many pixels whose rows have their filter bytes.
    private static func image(
        _ width: UInt32, _ height: UInt32, depth: UInt8, color: UInt8, interlace: UInt8 = 0, palette: [UInt8] = [],
        transparency: [UInt8] = [], _ rows: [UInt8]
    ) -> ArraySlice<UInt8> {
        var image = PNGBuilder()
        image.add("IHDR", Build.header(width, height, depth: depth, color: color, interlace: interlace))
        if !palette.isEmpty { image.add("PLTE", palette) }
        if !transparency.isEmpty { image.add("tRNS", transparency) }
        image.add("IDAT", Build.zlib(rows))
        image.add("IEND", [])
        return image.bytes[...]
    }

    @Test("samples of every depth are spread over eight bits")
    func depths() throws {
        let cases: [(UInt8, UInt32, [UInt8], [UInt8])] = [
            (1, 3, [0b1010_0000], [255, 0, 255]), (2, 4, [0b0001_1011], [0, 85, 170, 255]), (4, 2, [0x0F], [0, 255]),
            (8, 2, [7, 200], [7, 200]), (16, 2, [0x00, 0x80, 0xFF, 0x7E], [0, 254]),
        ]
        for (depth, width, row, samples) in cases {
            let image = try #require(
                PixelImage(png: PixelImageTests.image(width, 1, depth: depth, color: 0, [0] + row)))
            #expect(image.channels == 1)
            #expect(image.samples == samples, "\(depth) bits")
        }
    }

    @Test("every kind of colour becomes red, green, blue and alpha")
    func colors() throws {
        let cases: [(UInt8, [UInt8], [UInt8], [UInt8], [UInt8])] = [
            (2, [], [], [1, 2, 3], [1, 2, 3, 255]), (2, [], [0, 1, 0, 2, 0, 3], [1, 2, 3], [1, 2, 3, 0]),
            (2, [], [9, 1, 9, 2, 9, 3], [1, 2, 3], [1, 2, 3, 0]),
            (2, [], [0, 1, 0, 2, 0, 4], [1, 2, 3], [1, 2, 3, 255]), (3, [9, 8, 7, 6, 5, 4], [], [1], [6, 5, 4, 255]),
            (3, [9, 8, 7, 6, 5, 4], [100], [0], [9, 8, 7, 100]), (3, [9, 8, 7], [], [1], [0, 0, 0, 255]),
            (4, [], [], [5, 6], [5, 5, 5, 6]), (6, [], [], [1, 2, 3, 4], [1, 2, 3, 4]),
            (0, [], [0, 5], [5], [5, 5, 5, 0]),
        ]
        for (color, palette, transparency, row, samples) in cases {
            let bytes = PixelImageTests.image(
                1, 1, depth: 8, color: color, palette: palette, transparency: transparency, [0] + row)
            let image = try #require(PixelImage(png: bytes))
            #expect(image.channels == 4)
            #expect(image.samples == samples, "colour type \(color)")
        }
    }

    @Test("every filter is undone")
    func filters() throws {
        // Three columns; the rows are 10 20 30 throughout.
        let rows: [UInt8] = [0, 10, 20, 30, 1, 10, 10, 10, 2, 0, 0, 0, 3, 5, 5, 5, 4, 0, 0, 0]
        let image = try #require(PixelImage(png: PixelImageTests.image(3, 5, depth: 8, color: 0, rows)))
        #expect(image.samples == (0..<5).flatMap { _ in [10, 20, 30] as [UInt8] })
    }

    @Test("the pixels of an interlaced image are put in their places", arguments: [(1, 1), (3, 5), (8, 8), (9, 17)])
    func interlacing(_ width: Int, _ height: Int) throws {
        // Each pixel's shade is a number of its place.
        func shade(_ x: Int, _ y: Int) -> UInt8 { UInt8((x * 7 + y * 31) % 251) }
        let steps = [
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
        ]
        var rows: [UInt8] = []
        for (x, y, dx, dy) in steps where x < width {
            for row in stride(from: y, to: height, by: dy) {
                rows += [0] + stride(from: x, to: width, by: dx).map { column in shade(column, row) }
            }
        }
        let bytes = PixelImageTests.image(UInt32(width), UInt32(height), depth: 8, color: 0, interlace: 1, rows)
        let image = try #require(PixelImage(png: bytes))
        #expect(image.samples == (0..<height).flatMap { y in (0..<width).map { x in shade(x, y) } })
    }

    @Test("what cannot be decoded to its last row, or is too large, has no pixels")
    func refused() {
        let whole = PNGBuilder.image(color: 2)
        #expect(PixelImage(png: whole.bytes[...]) != nil)
        #expect(PixelImage(png: whole.bytes[...], mostPixels: 11) == nil)
        #expect(PixelImage(png: []) == nil)
        #expect(PixelImage(png: whole.replacing("IDAT", by: Build.zlib([0, 1])).bytes[...]) == nil)
        #expect(
            PixelImage(png: whole.replacing("IDAT", by: Build.zlib([UInt8](repeating: 9, count: 39))).bytes[...]) == nil
        )
        #expect(PixelImage(png: PNGBuilder.image(color: 3).without("PLTE").bytes[...]) == nil)
        let huge = whole.replacing("IHDR", by: Build.header(0x7FFF_FFFF, 0x7FFF_FFFF))
        #expect(PixelImage(png: huge.bytes[...]) == nil)
    }

    @Test("no beginning of an image makes the decoder fail")
    func prefixes() {
        let bytes = PNGBuilder.image(color: 6, depth: 16, interlace: 1).bytes
        for count in bytes.indices { _ = PixelImage(png: bytes[..<count]) }
        #expect(PixelImage(png: bytes[..<(bytes.count / 2)]) == nil)
    }
}
