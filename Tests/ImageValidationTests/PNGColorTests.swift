import ImageValidation
import Testing

private typealias Build = PNGBuilder

@Suite("PNG: transparency, colour, and the other ancillary chunks")
struct PNGColorTests {
    static let rgb = PNGBuilder.image()
    static let gray = PNGBuilder.image(color: 0)
    static let indexed = PNGBuilder.image(color: 3)
    static let alpha = PNGBuilder.image(color: 6)

    static func numbers(_ values: UInt32...) -> [UInt8] { values.flatMap(Build.big32) }

    static let standard = numbers(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)

    /// A profile's header: its size, version 4, a colour space, and the signature.
    static func profile(
        space: String = "RGB ", version: UInt8 = 4, signature: String = "acsp", claimed: UInt32 = 132
    ) -> [UInt8] {
        var bytes = Build.big32(claimed) + [UInt8](repeating: 0, count: 128)
        bytes[8] = version
        bytes.replaceSubrange(16..<20, with: space.utf8)
        bytes.replaceSubrange(36..<40, with: signature.utf8)
        return Array("icc\0\0".utf8) + Build.zlib(bytes)
    }

    static let transparency: [PNGRuleCase] = [
        PNGRuleCase(image: gray.with("tRNS", [0, 255])),
        PNGRuleCase(image: rgb.with("tRNS", [0, 1, 0, 2, 0, 3])),
        PNGRuleCase(image: indexed.with("tRNS", [1, 2, 3])),
        PNGRuleCase("tRNS-ALPHA", image: alpha.with("tRNS", [0, 1])),
        PNGRuleCase("tRNS-LEN", image: gray.with("tRNS", [0])),
        PNGRuleCase("tRNS-LEN", image: indexed.with("tRNS", [])),
        PNGRuleCase("tRNS-MANY", image: indexed.with("tRNS", [1, 2, 3, 4])),
        PNGRuleCase("tRNS-RANGE", image: gray.with("tRNS", [1, 0])),
        PNGRuleCase(image: indexed.with("bKGD", [2])),
        PNGRuleCase("bKGD-LEN", image: rgb.with("bKGD", [0, 0])),
        PNGRuleCase("bKGD-INDEX", image: indexed.with("bKGD", [3])),
        PNGRuleCase("bKGD-RANGE", image: gray.with("bKGD", [1, 0])),
        PNGRuleCase(image: indexed.with("hIST", [0, 1, 0, 2, 0, 3])),
        PNGRuleCase("hIST-NOPLTE", image: gray.with("hIST", [0, 1])),
        PNGRuleCase("hIST-LEN", image: indexed.with("hIST", [0, 1])),
    ]

    static let colors: [PNGRuleCase] = [
        PNGRuleCase(image: rgb.with("cHRM", standard).with("gAMA", numbers(45455)).with("sRGB", [0])),
        PNGRuleCase("cHRM-LEN", image: rgb.with("cHRM", [1])),
        PNGRuleCase("cHRM-ODD", image: rgb.with("cHRM", numbers(1, 0, 1, 1, 1, 1, 1, 1))),
        PNGRuleCase("cHRM-NEG", image: rgb.with("cHRM", numbers(0xFFFF_FFFF, 1, 1, 1, 1, 1, 1, 1))),
        PNGRuleCase("gAMA-LEN", image: rgb.with("gAMA", [1])),
        PNGRuleCase("gAMA-ZERO", image: rgb.with("gAMA", numbers(0))),
        PNGRuleCase("gAMA-BIG", image: rgb.with("gAMA", numbers(0x8000_0000))),
        PNGRuleCase("gAMA-ODD", image: rgb.with("gAMA", numbers(1))),
        PNGRuleCase(image: rgb.with("sBIT", [5, 6, 5])),
        PNGRuleCase("sBIT-LEN", image: rgb.with("sBIT", [5])),
        PNGRuleCase("sBIT-RANGE", image: rgb.with("sBIT", [0, 9, 8])),
        PNGRuleCase("sRGB-LEN", image: rgb.with("sRGB", [])),
        PNGRuleCase("sRGB-INTENT", image: rgb.with("sRGB", [4])),
        PNGRuleCase("CLR-BOTH", image: rgb.with("sRGB", [0]).with("iCCP", profile())),
        PNGRuleCase("CLR-GAMA", image: rgb.with("sRGB", [0]).with("gAMA", numbers(100_000))),
        PNGRuleCase("CLR-CHRM", image: rgb.with("sRGB", [0]).with("cHRM", numbers(1, 1, 1, 1, 1, 1, 1, 1))),
        PNGRuleCase(image: rgb.with("cICP", [9, 16, 0, 1]).with("mDCV", [UInt8](repeating: 0, count: 24))),
        PNGRuleCase("cICP-LEN", image: rgb.with("cICP", [9])),
        PNGRuleCase("cICP-MATRIX", image: rgb.with("cICP", [9, 16, 1, 1])),
        PNGRuleCase("cICP-RANGE", image: rgb.with("cICP", [9, 16, 0, 2])),
        PNGRuleCase("cICP-RESV", image: rgb.with("cICP", [3, 19, 0, 1])),
        PNGRuleCase("mDCV-LEN", image: rgb.with("cICP", [9, 16, 0, 1]).with("mDCV", [1])),
        PNGRuleCase(
            "mDCV-LUM",
            image: rgb.with("cICP", [9, 16, 0, 1]).with("mDCV", [UInt8](repeating: 0, count: 23) + [1])),
        PNGRuleCase("mDCV-NOCICP", image: rgb.with("mDCV", [UInt8](repeating: 0, count: 24))),
        PNGRuleCase(image: rgb.with("cLLI", numbers(2, 1))),
        PNGRuleCase("cLLI-LEN", image: rgb.with("cLLI", [1])),
        PNGRuleCase("cLLI-ORDER", image: rgb.with("cLLI", numbers(1, 2))),
    ]

    static let profiles: [PNGRuleCase] = [
        PNGRuleCase(image: rgb.with("iCCP", profile())),
        PNGRuleCase(image: gray.with("iCCP", profile(space: "GRAY"))),
        PNGRuleCase("iCCP-NUL", image: rgb.with("iCCP", [65])),
        PNGRuleCase("iCCP-LEN", image: rgb.with("iCCP", [65, 0])),
        PNGRuleCase("iCCP-KEYLEN", "iCCP-CM", image: rgb.with("iCCP", [0, 1])),
        PNGRuleCase("iCCP-KEYCHAR", "iCCP-CM", image: rgb.with("iCCP", [7, 0, 1])),
        PNGRuleCase("iCCP-KEYSPACE", "iCCP-CM", image: rgb.with("iCCP", [32, 65, 0, 1])),
        PNGRuleCase("iCCPZ-SHORT", image: rgb.with("iCCP", [65, 0, 0, 0x78])),
        PNGRuleCase("iCCPZ-FCHECK", image: rgb.with("iCCP", [65, 0, 0, 0x78, 2])),
        PNGRuleCase("iCCPZ-DATA", image: rgb.with("iCCP", [65, 0, 0, 0x78, 1, 7])),
        PNGRuleCase("iCCPZ-TRUNC", image: rgb.with("iCCP", Array(profile().dropLast()))),
        PNGRuleCase("iCCPZ-EXTRA", image: rgb.with("iCCP", profile() + [0])),
        PNGRuleCase("iCCP-ICC", image: rgb.with("iCCP", profile(signature: "nope"))),
        PNGRuleCase("iCCP-ICC", image: rgb.with("iCCP", profile(version: 9))),
        PNGRuleCase("iCCP-ICC", image: rgb.with("iCCP", profile(claimed: 7))),
        PNGRuleCase("iCCP-SPACE", image: rgb.with("iCCP", profile(space: "CMYK"))),
    ]

    static let others: [PNGRuleCase] = [
        PNGRuleCase(image: rgb.with("pHYs", numbers(2835, 2835) + [1])),
        PNGRuleCase("pHYs-LEN", image: rgb.with("pHYs", [1])),
        PNGRuleCase("pHYs-UNIT", image: rgb.with("pHYs", numbers(1, 1) + [2])),
        PNGRuleCase("pHYs-ZERO", image: rgb.with("pHYs", numbers(0, 1) + [1])),
        PNGRuleCase("pHYs-BIG", image: rgb.with("pHYs", numbers(0x8000_0000, 1) + [1])),
        PNGRuleCase(image: rgb.with("sPLT", Array("a\0".utf8) + [8, 1, 2, 3, 4, 0, 9, 1, 2, 3, 4, 0, 9])),
        PNGRuleCase("sPLT-NUL", image: rgb.with("sPLT", [65, 0])),
        PNGRuleCase("sPLT-KEYLEN", image: rgb.with("sPLT", [0, 8])),
        PNGRuleCase("sPLT-DEPTH", image: rgb.with("sPLT", [65, 0, 7])),
        PNGRuleCase("sPLT-LEN", image: rgb.with("sPLT", [65, 0, 8, 1])),
        PNGRuleCase("sPLT-SORT", image: rgb.with("sPLT", [65, 0, 8, 1, 2, 3, 4, 0, 1, 1, 2, 3, 4, 0, 2])),
        PNGRuleCase("sPLT-DUP", image: rgb.with("sPLT", [65, 0, 8]).with("sPLT", [65, 0, 16])),
        PNGRuleCase(image: rgb.with("eXIf", PNGStructureTests.exif)),
        PNGRuleCase("eXIf-HDR", image: rgb.with("eXIf", [])),
        PNGRuleCase("eXIf-HDR", image: rgb.with("eXIf", Array("Exif\0\0".utf8) + PNGStructureTests.exif)),
        PNGRuleCase("eXIf-IFD", image: rgb.with("eXIf", [0x49, 0x49, 0x2A, 0, 99, 0, 0, 0])),
        PNGRuleCase(image: rgb.with("tIME", PNGStructureTests.time(2024, 2, 29))),
        PNGRuleCase("tIME-LEN", image: rgb.with("tIME", [1])),
        PNGRuleCase("tIME-RANGE", image: rgb.with("tIME", PNGStructureTests.time(2024, 13, 1))),
        PNGRuleCase("tIME-DATE", image: rgb.with("tIME", PNGStructureTests.time(2023, 2, 29))),
        PNGRuleCase(image: rgb.with("caBX", numbers(8) + Array("jumb".utf8))),
        PNGRuleCase("caBX-JUMBF", image: rgb.with("caBX", numbers(9) + Array("jumb".utf8))),
        PNGRuleCase("caBX-JUMBF", image: rgb.with("caBX", [1])),
        PNGRuleCase("caBX-ORDER", image: rgb.with("caBX", numbers(8) + Array("jumb".utf8), before: "IEND")),
        PNGRuleCase(image: rgb.with("oFFs", numbers(1, 1) + [0]).with("sTER", [1])),
        PNGRuleCase("EXT-LEN", image: rgb.with("oFFs", [1])),
        PNGRuleCase("EXT-VALUE", image: rgb.with("sTER", [2])),
        PNGRuleCase(image: rgb.with("sCAL", [1] + Array("1.5\0.25e-1".utf8))),
        PNGRuleCase("EXT-VALUE", image: rgb.with("sCAL", [3] + Array("1\0-1".utf8))),
        PNGRuleCase("EXT-LEN", image: rgb.with("sCAL", [1] + Array("1".utf8))),
        PNGRuleCase(
            image: rgb.with(
                "pCAL", Array("a\0".utf8) + numbers(0, 255) + [0, 2] + Array("m\0".utf8) + Array("0\01.0".utf8))),
        PNGRuleCase(
            "EXT-LEN", image: rgb.with("pCAL", Array("a\0".utf8) + numbers(0, 255) + [0, 2] + Array("m\00".utf8))),
        PNGRuleCase(
            "EXT-VALUE", image: rgb.with("pCAL", Array("a\0".utf8) + numbers(0, 255) + [9, 0] + Array("m".utf8))),
    ]

    @Test(
        "each rule is told of the image that breaks it, and no other",
        arguments: transparency + colors + profiles + others)
    func rules(_ image: PNGRuleCase) {
        #expect(image.found == image.rules)
    }

    @Test("a profile that expands too far is not kept")
    func bombs() {
        var options = ImageValidationOptions()
        options.profileLimit = 100
        options.textLimit = 2
        let text = PNGColorTests.rgb.with("zTXt", Array("a\0\0".utf8) + Build.zlib([65, 65, 65]))
        let image = text.with("iCCP", PNGColorTests.profile())
        let report = ImageValidator(options: options).validate(image.bytes[...])
        #expect(report.defects.map(\.id) == ["TXTZ-BOMB", "iCCPZ-BOMB"])
        #expect(report.texts.map(\.text) == ["AA"])
        #expect(report.texts.first?.isCut == true)
    }
}
