import ImageValidation
import Testing

@Suite("JPEG")
struct JPEGTests {
    static func segment(_ code: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, code, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 0xFF)] + data
    }

    static let start: [UInt8] = [0xFF, 0xD8]
    static let end: [UInt8] = [0xFF, 0xD9]
    static let quantization = segment(0xDB, [UInt8](repeating: 1, count: 65))
    static let huffman = segment(0xC4, [0])
    static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 0xFF, 0, 2, 0xFF, 0xD0, 3, 0xFF, 0xD1, 4]

    static func frame(_ width: UInt8 = 5, _ height: UInt8 = 7, depth: UInt8 = 8, code: UInt8 = 0xC0) -> [UInt8] {
        segment(code, [depth, 0, height, 0, width, 1, 1, 0x11, 0])
    }

    static let image = start + quantization + frame() + huffman + scan + end

    static func pieces(_ pieces: (UInt8, UInt8)...) -> [UInt8] {
        let profiles = pieces.flatMap { number, count in segment(0xE2, Array("ICC_PROFILE\0".utf8) + [number, count]) }
        return start + profiles + image.dropFirst(2)
    }

    static let cases: [PNGRuleCase] = [
        PNGRuleCase(bytes: image),
        PNGRuleCase(bytes: pieces((2, 2), (1, 2))),
        PNGRuleCase("JPG-MARKER", bytes: start + quantization + [1, 2] + image.dropFirst(2 + quantization.count)),
        PNGRuleCase("JPG-LEN", bytes: start + [0xFF, 0xFE, 0, 1] + image.dropFirst(2)),
        PNGRuleCase("JPG-TRUNC", bytes: Array(image.prefix(40))),
        PNGRuleCase("JPG-SOF", bytes: start + quantization + huffman + scan + end),
        PNGRuleCase("JPG-SOF-COUNT", bytes: start + frame() + image.dropFirst(2)),
        PNGRuleCase("JPG-DIM", bytes: start + quantization + frame(0) + huffman + scan + end),
        PNGRuleCase("JPG-PREC", bytes: start + quantization + frame(depth: 9) + huffman + scan + end),
        PNGRuleCase(
            "JPG-COMP", bytes: start + quantization + segment(0xC0, [8, 0, 1, 0, 1, 0]) + huffman + scan + end),
        PNGRuleCase("JPG-SOS", bytes: start + quantization + frame() + huffman + end),
        PNGRuleCase("JPG-DQT", bytes: start + frame() + huffman + scan + end),
        PNGRuleCase("JPG-DHT", bytes: start + quantization + frame() + scan + end),
        PNGRuleCase("JPG-RST", bytes: image.dropLast(4) + [0xFF, 0xD5, 4] + end),
        PNGRuleCase("JPG-MARKER", bytes: image.dropLast(2) + [0xFF, 0x10] + end),
        PNGRuleCase("JPG-NOEOI", bytes: image.dropLast(2)),
        PNGRuleCase("JPG-TRAIL", bytes: image + [0, 0]),
        PNGRuleCase("JPG-MPF", bytes: start + segment(0xE2, Array("MPF\0".utf8)) + image.dropFirst(2) + image),
        PNGRuleCase("JPG-ICC", bytes: pieces((1, 2))),
        PNGRuleCase("JPG-ICC", bytes: pieces((1, 2), (1, 2))),
    ]

    @Test("each rule is told of the image that breaks it, and no other", arguments: cases)
    func rules(_ image: PNGRuleCase) {
        let defects = ImageValidator().validate(image.bytes[...], declared: .jpeg).defects
        #expect(Set(defects.map(\.id)).sorted() == image.rules)
    }

    @Test("the frame says what the image is")
    func frame() {
        let report = ImageValidator().validate(JPEGTests.image[...], declared: .jpeg)
        #expect(report.width == 5 && report.height == 7 && report.bitDepth == 8 && report.color == .gray)
        #expect(report.parts.map(\.name) == ["SOI", "DQT", "SOF0", "DHT", "SOS", "EOI"])
        #expect(report.pixels == .unchecked)
    }

    @Test("a JPEG that is called a PNG is told so")
    func mislabelled() {
        let report = ImageValidator().validate(JPEGTests.image[...], declared: .png)
        #expect(report.format == .jpeg)
        #expect(report.defects.map(\.id) == ["SIG-OTHER"])
        #expect(report.verdict == .invalid)
    }

    @Test("every prefix gives a report")
    func prefixes() {
        for count in 3..<JPEGTests.image.count {
            #expect(ImageValidator().validate(JPEGTests.image.prefix(count), declared: .jpeg).verdict == .invalid)
        }
    }
}
