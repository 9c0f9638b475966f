import ImageValidation
import Testing

@Suite("GIF")
struct GIFTests {
    /// A screen of 4 x 3 with two colours.
    static let screen = Array("GIF89a".utf8) + [4, 0, 3, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    static let control: [UInt8] = [0x21, 0xF9, 4, 0, 0, 0, 0, 0]
    static let comment: [UInt8] = [0x21, 0xFE, 2] + Array("hi".utf8) + [0]
    static let data: [UInt8] = [2, 1, 0x44, 0]
    static let end: [UInt8] = [0x3B]

    static func frame(_ width: UInt8 = 4, _ height: UInt8 = 3, x: UInt8 = 0) -> [UInt8] {
        [0x2C, x, 0, 0, 0, width, 0, height, 0, 0]
    }

    static let image = screen + control + frame() + data + comment + end

    static let cases: [PNGRuleCase] = [
        PNGRuleCase(bytes: image),
        PNGRuleCase(bytes: screen + frame() + data + frame() + data + end),
        PNGRuleCase("GIF-TRUNC", bytes: Array(image.prefix(30))),
        PNGRuleCase("GIF-SCREEN", "GIF-BOUNDS", bytes: Array("GIF89a".utf8) + [0, 0] + image.dropFirst(8)),
        PNGRuleCase("GIF-BLOCK", bytes: screen + frame() + data + [7] + end),
        PNGRuleCase("GIF-EXT", bytes: screen + [0x21, 0xF9, 3, 0, 0, 0, 0] + frame() + data + end),
        PNGRuleCase("GIF-EXT", bytes: screen + [0x21, 0x77, 0] + frame() + data + end),
        PNGRuleCase("GIF-VERSION", bytes: Array("GIF87a".utf8) + image.dropFirst(6)),
        PNGRuleCase("GIF-BOUNDS", bytes: screen + frame(x: 1) + data + end),
        PNGRuleCase("GIF-DIM", bytes: screen + frame(0) + data + end),
        PNGRuleCase("GIF-TABLE", bytes: Array("GIF89a".utf8) + [4, 0, 3, 0, 0, 0, 0] + frame() + data + end),
        PNGRuleCase("GIF-CODE", bytes: screen + frame() + [12, 0] + end),
        PNGRuleCase("GIF-NOIMAGE", bytes: screen + end),
        PNGRuleCase("GIF-NOTRAILER", bytes: image.dropLast()),
        PNGRuleCase("GIF-TRAIL", bytes: image + [0]),
    ]

    @Test("each rule is told of the image that breaks it, and no other", arguments: cases)
    func rules(_ image: PNGRuleCase) {
        let defects = ImageValidator().validate(image.bytes[...], declared: .gif).defects
        #expect(Set(defects.map(\.id)).sorted() == image.rules)
    }

    @Test("the screen, the blocks and the comments are told")
    func facts() {
        let report = ImageValidator().validate(GIFTests.image[...])
        #expect(report.width == 4 && report.height == 3 && report.bitDepth == 1 && report.color == .indexed)
        #expect(report.parts.map(\.name) == ["control", "image", "comment", "trailer"])
        #expect(report.texts.map(\.text) == ["hi"])
    }

    @Test("every prefix gives a report")
    func prefixes() {
        for count in 6..<GIFTests.image.count {
            #expect(ImageValidator().validate(GIFTests.image.prefix(count)).verdict == .invalid)
        }
    }
}
