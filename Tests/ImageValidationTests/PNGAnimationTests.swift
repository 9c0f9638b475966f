import ImageValidation
import Testing

private typealias Build = PNGBuilder

@Suite("PNG: animations")
struct PNGAnimationTests {
    static let animation = PNGBuilder.animation()
    static let image = PNGBuilder.image(color: 0)
    static let pixels = Build.zlib([0, 1, 1, 0, 1, 1])

    /// The animation with another second frame.
    static func second(_ control: [UInt8], _ data: [UInt8]) -> PNGBuilder {
        var image = animation
        image.chunks.removeLast(3)
        image.add("fcTL", control)
        image.add("fdAT", data)
        image.add("IEND", [])
        return image
    }

    static let cases: [PNGRuleCase] = [
        PNGRuleCase("acTL-LEN", "APNG-NOACTL", image: animation.replacing("acTL", by: [1])),
        PNGRuleCase("acTL-ZERO", image: animation.replacing("acTL", by: Build.big32(0) + Build.big32(0))),
        PNGRuleCase("acTL-COUNT", image: animation.replacing("acTL", by: Build.big32(3) + Build.big32(0))),
        PNGRuleCase("APNG-NOACTL", image: animation.without("acTL")),
        PNGRuleCase("APNG-SEQ", image: second(Build.frame(1, 2, 2), Build.big32(3) + pixels)),
        PNGRuleCase("fcTL-LEN", "APNG-SEQ", "acTL-COUNT", image: animation.replacing("fcTL", by: [1])),
        PNGRuleCase("fcTL-ZERO", image: second(Build.frame(1, 0, 2), Build.big32(2) + pixels)),
        PNGRuleCase("fcTL-BOUNDS", image: second(Build.frame(1, 2, 2, x: 3), Build.big32(2) + pixels)),
        PNGRuleCase("fcTL-DISPOSE", image: second(Build.frame(1, 2, 2, dispose: 3), Build.big32(2) + pixels)),
        PNGRuleCase("fcTL-BLEND", image: second(Build.frame(1, 2, 2, blend: 2), Build.big32(2) + pixels)),
        PNGRuleCase("fcTL-DEFAULT", image: animation.replacing("fcTL", by: Build.frame(0, 3, 3))),
        PNGRuleCase(
            "fcTL-PRE2", "APNG-SEQ", "acTL-COUNT", image: animation.with("fcTL", Build.frame(1, 4, 3))),
        PNGRuleCase("fcTL-NODATA", image: animation.without("fdAT")),
        PNGRuleCase("fdAT-LEN", "fcTL-NODATA", image: second(Build.frame(1, 2, 2), [0])),
        PNGRuleCase("fdAT-PRE", "APNG-SEQ", image: animation.with("fdAT", Build.big32(1) + pixels)),
        PNGRuleCase("fdAT-NOFC", image: image.with("fdAT", Build.big32(0) + pixels, before: "IEND")),
        PNGRuleCase("FR.ZLB-SHORT", image: second(Build.frame(1, 2, 2), Build.big32(2))),
        PNGRuleCase("FR.ZLB-ADLER", image: second(Build.frame(1, 2, 2), Build.big32(2) + pixels.dropLast() + [0])),
        PNGRuleCase("FR.ZLB-TRUNC", image: second(Build.frame(1, 2, 2), Build.big32(2) + pixels.prefix(4))),
        PNGRuleCase("FR.IMG-SHORT", image: second(Build.frame(1, 2, 3), Build.big32(2) + pixels)),
        PNGRuleCase("FR.IMG-LONG", image: second(Build.frame(1, 2, 1), Build.big32(2) + pixels)),
        PNGRuleCase("FR.IMG-FILTER", image: second(Build.frame(1, 2, 1), Build.big32(2) + Build.zlib([9, 1, 1]))),
    ]

    @Test("each rule is told of the image that breaks it, and no other", arguments: cases)
    func rules(_ image: PNGRuleCase) {
        #expect(image.found == image.rules)
    }

    @Test("a damaged frame is no damage of the image")
    func frames() {
        let broken = PNGAnimationTests.second(Build.frame(1, 2, 2), Build.big32(2))
        let report = ImageValidator().validate(broken.bytes[...])
        #expect(report.verdict == .invalid)
        #expect(report.pixels == .ok)
        #expect(report.frameCount == 2)
        #expect(report.defects.first?.note == "frame 2")
    }
}
