import ImageValidation
import Testing

private typealias Build = PNGBuilder

@Suite("PNG: signature, chunks, order, header, palette")
struct PNGStructureTests {
    static let image = PNGBuilder.image()
    static let gray = PNGBuilder.image(color: 0)
    static let indexed = PNGBuilder.image(color: 3)
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    @Test(
        "a sound image breaks no rule, whatever its colour, depth and order of rows",
        arguments: [
            image, gray, indexed, .image(color: 4), .image(color: 6), .image(color: 0, depth: 1), .image(depth: 16),
            .image(color: 3, depth: 4), .animation(),
        ])
    func sound(_ image: PNGBuilder) {
        let report = ImageValidator().validate(image.bytes[...])
        #expect(report.defects == [])
        #expect(report.verdict == .valid)
        #expect(report.pixels == .ok)
        #expect(report.width == 4 && report.height == 3)
    }

    static let signatures: [PNGRuleCase] = [
        PNGRuleCase("SIG-EMPTY", bytes: []),
        PNGRuleCase("SIG-SHORT", bytes: Array(signature.prefix(5))),
        PNGRuleCase("SIG-CRLF", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]),
        PNGRuleCase("SIG-CRLF", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0D, 0x0A, 0x1A, 0x0D, 0x0A, 0, 0]),
        PNGRuleCase("SIG-CRLF", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0D, 0x1A, 0x0D, 0, 0]),
        PNGRuleCase("SIG-7BIT", bytes: [0x09] + signature.dropFirst()),
        PNGRuleCase("SIG-UTF8", bytes: [0xC2] + signature),
        PNGRuleCase("SIG-UTF8", bytes: [0xEF, 0xBF, 0xBD] + signature.dropFirst()),
        PNGRuleCase("SIG-EOFCHAR", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x0A, 0]),
        PNGRuleCase("SIG-LOST", bytes: Array(image.bytes.dropFirst())),
        PNGRuleCase("SIG-LEAD", bytes: [0xEF, 0xBB, 0xBF] + image.bytes),
        PNGRuleCase("SIG-B64", bytes: Array("iVBORw0KGgoAAAANSUhEUg==".utf8)),
        PNGRuleCase("SIG-MNG", bytes: [0x8A, 0x4D, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
        PNGRuleCase("FMT-NAMED", "SIG-OTHER", bytes: Array("%PDF-1.7".utf8)),
        PNGRuleCase("SIG-OTHER", bytes: Array(#"{"error": {}}"#.utf8)),
        PNGRuleCase("SIG-OTHER", bytes: Array("<!DOCTYPE html><title>504</title>".utf8)),
        PNGRuleCase("SIG-BAD", bytes: [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ]

    static let chunks: [PNGRuleCase] = [
        PNGRuleCase(
            "CHK-TRUNC", "ORD-NOIEND", "ZLB-TRUNC",
            bytes: Array(image.bytes.dropLast(12 + 4 + 20))),
        PNGRuleCase("CHK-TRUNC", "ORD-NOIEND", bytes: Array(image.bytes.dropLast(7))),
        PNGRuleCase("CHK-LEN31", image: image.with("tEXt", [1]).changing("tEXt") { $0.length = 0x8000_0001 }),
        PNGRuleCase("CHK-TRUNC", image: image.with("tEXt", [1]).changing("tEXt") { $0.length = 0x7000_0001 }),
        PNGRuleCase("CHK-TYPE", image: image.with("t\u{1}Xt", [1])),
        PNGRuleCase("CHK-RESV", image: image.with("tExt", [1])),
        PNGRuleCase("CHK-CRC", image: image.changing("IDAT") { $0.checksumDamage = 1 }),
        PNGRuleCase("CHK-CRC", image: image.changing("IEND") { $0.checksumDamage = 1 }),
        PNGRuleCase(
            "CHK-CRCA", image: image.with("gAMA", Build.big32(45455)).changing("gAMA") { $0.checksumDamage = 1 }),
        PNGRuleCase("CHK-UNKCRIT", image: image.with("ABCD", [])),
        PNGRuleCase("CHK-UNKPUB", image: image.with("iDOT", [])),
        PNGRuleCase("CHK-PRIV", image: image.with("prVt", [1])),
        PNGRuleCase("CHK-CGBI", image: image.with("CgBI", [0, 0, 0, 0], before: "IHDR")),
    ]

    static let order: [PNGRuleCase] = [
        PNGRuleCase("ORD-IHDR1", image: image.with("gAMA", Build.big32(45455), before: "IHDR")),
        PNGRuleCase("ORD-DUP", image: image.with("IHDR", Build.header(4, 3))),
        PNGRuleCase("ORD-NOIDAT", image: image.without("IDAT")),
        PNGRuleCase("ORD-NOIEND", image: image.without("IEND")),
        PNGRuleCase(
            "ORD-IDAT", "IDAT-EMPTY",
            image: image.with("tIME", time(2025, 1, 1), before: "IEND").with("IDAT", [], before: "IEND")),
        PNGRuleCase("ORD-PLTE", image: image.with("PLTE", [1, 2, 3], before: "IEND")),
        PNGRuleCase("ORD-PREPLTE", image: indexed.with("gAMA", Build.big32(45455))),
        PNGRuleCase("ORD-PREPLTE", image: image.with("cICP", [1, 13, 0, 1], before: "IEND")),
        PNGRuleCase("ORD-POSTPLTE", image: indexed.with("bKGD", [0], before: "PLTE")),
        PNGRuleCase("ORD-PREIDAT", image: image.with("pHYs", Build.big32(1) + Build.big32(1) + [1], before: "IEND")),
        PNGRuleCase("ORD-EXIF", image: image.with("eXIf", exif, before: "IEND")),
        PNGRuleCase("TRAIL", image: image.ending(in: [0, 0, 0])),
        PNGRuleCase("IEND-LEN", image: image.replacing("IEND", by: [1])),
        PNGRuleCase("IDAT-EMPTY", image: image.with("IDAT", [])),
    ]

    static let headers: [PNGRuleCase] = [
        PNGRuleCase("IHDR-LEN", image: image.replacing("IHDR", by: Build.header(4, 3) + [0])),
        PNGRuleCase("IHDR-ZERO", image: image.replacing("IHDR", by: Build.header(0, 3))),
        PNGRuleCase("IHDR-DIM31", "IMG-HUGE", image: image.replacing("IHDR", by: Build.header(0x8000_0000, 3))),
        PNGRuleCase("IHDR-CT", image: image.replacing("IHDR", by: Build.header(4, 3, color: 1))),
        PNGRuleCase("IHDR-BD", image: image.replacing("IHDR", by: Build.header(4, 3, depth: 4))),
        PNGRuleCase("IHDR-CM", image: image.changing("IHDR") { $0.data[10] = 1 }),
        PNGRuleCase("IHDR-FM", image: image.changing("IHDR") { $0.data[11] = 64 }),
        PNGRuleCase("IHDR-IL", image: image.changing("IHDR") { $0.data[12] = 2 }),
        PNGRuleCase("PLTE-MOD3", image: image.with("PLTE", [1, 2, 3, 4])),
        PNGRuleCase("PLTE-EMPTY", image: image.with("PLTE", [])),
        PNGRuleCase("PLTE-BIG", image: image.with("PLTE", [UInt8](repeating: 0, count: 771))),
        PNGRuleCase(
            "PLTE-DEPTH",
            image: PNGBuilder.image(color: 3, depth: 1).replacing("PLTE", by: [UInt8](repeating: 0, count: 9))),
        PNGRuleCase("PLTE-GREY", image: gray.with("PLTE", [1, 2, 3])),
        PNGRuleCase("PLTE-MISS", image: indexed.without("PLTE")),
    ]

    @Test(
        "each rule is told of the image that breaks it, and no other", arguments: signatures + chunks + order + headers)
    func rules(_ image: PNGRuleCase) {
        #expect(image.found == image.rules)
    }

    @Test("a signature behind other bytes is found, and the image behind it read")
    func lead() {
        let bytes = Array("data:image/png\n\n".utf8) + PNGStructureTests.image.bytes
        let report = ImageValidator().validate(bytes[...], declared: .png)
        #expect(report.pixels == .ok)
        #expect(report.verdict == .invalid)
    }

    @Test("the walk finds its way again behind a chunk that is none")
    func resynchronisation() {
        let broken = PNGStructureTests.image.with("gAMA", PNGBuilder.big32(45455)).with("t\u{1}Xt", [1, 2, 3])
        let report = ImageValidator().validate(broken.bytes[...])
        #expect(report.parts.map(\.name) == ["IHDR", "gAMA", "IDAT", "IEND"])
        #expect(report.pixels == .ok)
    }

    @Test("breaches of one rule are folded once there are many")
    func folding() throws {
        var image = PNGStructureTests.image
        for _ in 0..<20 { image.insert("iDOT", [], before: "IDAT") }
        let defects = ImageValidator().validate(image.bytes[...]).defects
        #expect(defects.count == 5)
        #expect(defects.map(\.furtherCount) == [0, 0, 0, 0, 15])
        #expect(
            try #require(defects.first).message == "expected registered chunks, found iDOT; written by Apple's software"
        )
    }

    @Test("where strictness is asked for, every warning is an error")
    func strictness() {
        let bytes = PNGStructureTests.image.with("iDOT", []).bytes
        #expect(ImageValidator().validate(bytes[...]).verdict == .validWithWarnings)
        let strict = ImageValidator(options: ImageValidationOptions(isStrict: true))
        #expect(strict.validate(bytes[...]).verdict == .invalid)
    }

    @Test("a quick look reads no pixels")
    func quick() {
        let quick = ImageValidator(options: ImageValidationOptions(depth: .structure))
        let report = quick.validate(PNGStructureTests.image.replacing("IDAT", by: [1, 2, 3]).bytes[...])
        #expect(report.pixels == .unchecked)
        #expect(report.defects == [])
    }

    static let exif: [UInt8] = [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]

    static func time(_ year: UInt16, _ month: UInt8, _ day: UInt8) -> [UInt8] {
        [UInt8(year >> 8), UInt8(year & 0xFF), month, day, 0, 0, 0]
    }
}

extension PNGBuilder {
    /// The same with bytes behind its end.
    func ending(in bytes: [UInt8]) -> PNGBuilder {
        var copy = self
        copy.trailing = bytes
        return copy
    }
}
