import ImageValidation
import Testing

private typealias Build = PNGBuilder

@Suite("PNG: image data")
struct PNGPixelTests {
    /// The rows of the 4 x 3 image in shades of gray.
    static let rows: [UInt8] = [0, 9, 9, 9, 9, 1, 0, 0, 0, 0, 2, 1, 1, 1, 1]
    static let gray = PNGBuilder.image(color: 0)

    static func gray(_ data: [UInt8]) -> PNGBuilder { gray.replacing("IDAT", by: data) }

    static let cases: [PNGRuleCase] = [
        PNGRuleCase("ZLB-SHORT", image: gray([0x78])),
        PNGRuleCase("IDAT-EMPTY", "ZLB-SHORT", image: gray([])),
        PNGRuleCase("ZLB-CM", "ZLB-FCHECK", image: gray(Build.stored(rows))),
        PNGRuleCase("ZLB-CM", image: gray(Build.zlib(rows, header: [0x79, 0x18]))),
        PNGRuleCase("ZLB-WIN", image: gray(Build.zlib(rows, header: [0x88, 0x1C]))),
        PNGRuleCase("ZLB-FCHECK", image: gray(Build.zlib(rows, header: [0x78, 0x02]))),
        PNGRuleCase("ZLB-FDICT", image: gray(Build.zlib(rows, header: [0x78, 0x20]))),
        PNGRuleCase("ZLB-DATA", image: gray([0x78, 0x01] + Build.stored(rows, isLast: false) + [7, 0, 0])),
        // A fixed block that copies 3 bytes from before the first.
        PNGRuleCase("ZLB-FAR", image: gray([0x78, 0x01, 0x03, 0x02, 0, 0, 0, 0, 1])),
        PNGRuleCase("ZLB-TRUNC", image: gray([0x78, 0x01] + Build.stored(Array(rows.prefix(10)), isLast: false))),
        PNGRuleCase("ZLB-NOADLER", image: gray([0x78, 0x01] + Build.stored(rows))),
        PNGRuleCase("ZLB-NOADLER", image: gray(Build.zlib(rows).dropLast(1))),
        PNGRuleCase("ZLB-ADLER", image: gray(Array(Build.zlib(rows).dropLast(1)) + [0])),
        PNGRuleCase("ZLB-EXTRA", image: gray(Build.zlib(rows) + [0, 0])),
        PNGRuleCase("IMG-SHORT", image: gray(Build.zlib(Array(rows.dropLast(5))))),
        PNGRuleCase("IMG-LONG", image: gray(Build.zlib(rows + [0, 1]))),
        PNGRuleCase("IMG-FILTER", image: gray(Build.zlib([0, 1, 1, 1, 1, 5, 1, 1, 1, 1, 0, 1, 1, 1, 1]))),
        PNGRuleCase(
            "IMG-INDEX", image: .image(color: 3).replacing("IDAT", by: Build.zlib([0, 1, 2, 3, 0] + rows.dropFirst(5)))),
    ]

    @Test("each rule is told of the image that breaks it, and no other", arguments: cases)
    func rules(_ image: PNGRuleCase) {
        #expect(image.found == image.rules)
    }

    @Test("the rows before the damage survive")
    func survivors() {
        let report = ImageValidator().validate(
            PNGPixelTests.gray(Build.zlib(Array(PNGPixelTests.rows.prefix(11)))).bytes[...])
        #expect(report.pixels == .damaged)
        #expect(report.rows?.whole == 2)
        #expect(report.rows?.expected == 3)
    }

    @Test("image data in pieces of every size are the same image")
    func pieces() {
        let data = Build.zlib(PNGPixelTests.rows)
        for size in 1...data.count {
            var image = PNGPixelTests.gray.without("IDAT")
            for start in stride(from: 0, to: data.count, by: size) {
                image.insert("IDAT", Array(data[start..<min(start + size, data.count)]), before: "IEND")
            }
            let report = ImageValidator().validate(image.bytes[...])
            #expect(report.defects == [])
            #expect(report.pixels == .ok)
        }
    }

    @Test("an image is the same wherever its bytes stand")
    func slices() {
        let bytes = PNGBuilder.animation().replacing("IDAT", by: [0x78, 0x01, 7]).bytes
        let around: [UInt8] = [1, 2, 3]
        let slice = (around + bytes + around)[3..<3 + bytes.count]
        #expect(ImageValidator().validate(slice) == ImageValidator().validate(bytes[...]))
    }

    @Test("palette indices are looked at behind every filter, and padding bits are not")
    func filters() {
        // Five pixels of 2 bits; three entries; the rows are 1 1 1 1 1 once the filters are undone.
        let plain: [UInt8] = [0b0101_0101, 0b0111_1111]
        let rows: [[UInt8]] = [
            [0] + plain, [1, 0b0101_0101, plain[1] &- plain[0]], [2, 0, 0],
            [3, plain[0] &- plain[0] / 2, plain[1] &- UInt8((Int(plain[0]) + Int(plain[1])) / 2)], [4, 0, 0],
        ]
        var image = PNGBuilder()
        image.add("IHDR", Build.header(5, 5, depth: 2, color: 3))
        image.add("PLTE", [UInt8](repeating: 0, count: 9))
        image.add("IDAT", Build.zlib(rows.flatMap { row in row }))
        image.add("IEND", [])
        #expect(ImageValidator().validate(image.bytes[...]).defects == [])
        let small = image.replacing("PLTE", by: [1, 2, 3])
        let defects = ImageValidator().validate(small.bytes[...]).defects
        #expect(defects.map(\.id) == ["IMG-INDEX"])
        #expect(defects.first?.found == "index 1 in pixel 1 of row 1, 25 pixels in all")
    }

    @Test("the rows of an interlaced image are those of its passes", arguments: [(1, 1, 2), (3, 5, 25), (8, 8, 79)])
    func interlacing(_ width: Int, _ height: Int, _ size: Int) {
        let image = PNGBuilder.image(color: 0).replacing(
            "IHDR", by: Build.header(UInt32(width), UInt32(height), color: 0, interlace: 1))
        for (count, rules) in [(size, []), (size - 1, ["IMG-SHORT"]), (size + 1, ["IMG-LONG"])] {
            let data = [UInt8](repeating: 0, count: count)
            let bytes = image.replacing("IDAT", by: Build.zlib(data)).bytes
            #expect(ImageValidator().validate(bytes[...]).defects.map(\.id) == rules)
        }
    }

    @Test("what an image claims costs nothing")
    func hugeClaims() {
        let image = PNGBuilder.image(color: 6, depth: 16).replacing(
            "IHDR", by: Build.header(0x7FFF_FFFF, 0x7FFF_FFFF, depth: 16, color: 6))
        let report = ImageValidator().validate(image.bytes[...])
        #expect(report.defects.map(\.id) == ["IMG-HUGE", "IMG-SHORT"])
        #expect(report.pixels == .none)
    }

    @Test("a wrong checksum of image data leaves a doubt though every row is there")
    func doubt() {
        let report = ImageValidator().validate(PNGPixelTests.gray.changing("IDAT") { $0.checksumDamage = 1 }.bytes[...])
        #expect(report.pixels == .damaged)
        #expect(report.rows?.whole == 3)
    }
}
