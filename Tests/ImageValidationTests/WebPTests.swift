import ImageValidation
import Testing

@Suite("WebP")
struct WebPTests {
    static func little32(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { shift in UInt8(truncatingIfNeeded: number >> shift) }
    }

    static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array(name.utf8) + little32(data.count) + data + (data.count.isMultiple(of: 2) ? [] : [0])
    }

    static func container(_ chunks: [UInt8]...) -> [UInt8] {
        let content = Array("WEBP".utf8) + chunks.flatMap { chunk in chunk }
        return Array("RIFF".utf8) + little32(content.count) + content
    }

    static let lossyData: [UInt8] = [0x10, 0, 0, 0x9D, 0x01, 0x2A, 4, 0, 3, 0]
    static let lossy = chunk("VP8 ", lossyData)
    /// 4 x 3 pixels, the bits of which begin behind the signature.
    static let lossless = chunk("VP8L", [0x2F] + little32(3 | 2 << 14))

    static func header(_ flags: UInt8, _ width: UInt8 = 3, _ height: UInt8 = 2) -> [UInt8] {
        chunk("VP8X", [flags, 0, 0, 0, width, 0, 0, height, 0, 0])
    }

    static func frame(x: UInt8 = 0, _ content: [UInt8] = lossy) -> [UInt8] {
        chunk("ANMF", [x, 0, 0, 0, 0, 0, 3, 0, 0, 2, 0, 0, 0, 0, 0, 0] + content)
    }

    static let animation = chunk("ANIM", [UInt8](repeating: 0, count: 6))

    static let cases: [PNGRuleCase] = [
        PNGRuleCase(bytes: container(lossy)),
        PNGRuleCase(bytes: container(lossless)),
        PNGRuleCase(bytes: container(header(0x2C), chunk("ICCP", [1]), lossy, chunk("EXIF", []), chunk("XMP ", []))),
        PNGRuleCase(bytes: container(header(2), animation, frame(), frame())),
        PNGRuleCase("WEBP-RIFF", "WEBP-TRUNC", bytes: Array(container(chunk("VP8 ", lossyData + [1, 2])).dropLast())),
        PNGRuleCase("WEBP-TRUNC", bytes: container(lossy, [1, 2])),
        PNGRuleCase("WEBP-PAD", bytes: Array(container(lossy, chunk("EXIF", [1])).dropLast()) + [7]),
        PNGRuleCase("WEBP-FIRST", bytes: container(chunk("EXIF", []), lossy)),
        PNGRuleCase("WEBP-VP8", bytes: container(chunk("VP8 ", [0, 0, 0, 1, 2, 3, 4, 0, 3, 0]))),
        PNGRuleCase("WEBP-VP8L", bytes: container(chunk("VP8L", [0x2E, 0, 0, 0, 0]))),
        PNGRuleCase("WEBP-VP8X", bytes: container(chunk("VP8X", [0]), lossy)),
        PNGRuleCase("WEBP-FLAGS", bytes: container(header(0x08), lossy)),
        PNGRuleCase("WEBP-FLAGS", bytes: container(header(0), lossy, chunk("EXIF", []))),
        PNGRuleCase("WEBP-DIM", bytes: container(header(0, 9), lossy)),
        PNGRuleCase("WEBP-ANMF", bytes: container(header(2), animation, frame(x: 9))),
        PNGRuleCase("WEBP-ANMF", "WEBP-NOIMAGE", bytes: container(header(2), animation, frame([]))),
        PNGRuleCase("WEBP-UNKNOWN", bytes: container(lossy, chunk("ABCD", []))),
        PNGRuleCase("WEBP-NOIMAGE", bytes: container(header(0))),
        PNGRuleCase("WEBP-TRAIL", bytes: container(lossy) + [0, 0]),
    ]

    @Test("each rule is told of the image that breaks it, and no other", arguments: cases)
    func rules(_ image: PNGRuleCase) {
        let defects = ImageValidator().validate(image.bytes[...], declared: .webp).defects
        #expect(Set(defects.map(\.id)).sorted() == image.rules)
    }

    @Test("both kinds of image data say how large the image is", arguments: [lossy, lossless])
    func sizes(_ chunk: [UInt8]) {
        let report = ImageValidator().validate(WebPTests.container(chunk)[...])
        #expect(report.width == 4 && report.height == 3)
    }

    @Test("every prefix gives a report")
    func prefixes() {
        let image = WebPTests.container(WebPTests.header(2), WebPTests.animation, WebPTests.frame())
        for count in 12..<image.count {
            #expect(ImageValidator().validate(image.prefix(count)).verdict == .invalid)
        }
    }
}
