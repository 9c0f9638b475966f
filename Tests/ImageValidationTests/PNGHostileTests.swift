import ImageValidation
import TestSupport
import Testing

@Suite("PNG: cut and damaged in every way")
struct PNGHostileTests {
    static let images: [PNGBuilder] = [
        .image(), .image(color: 3, depth: 2), .animation(),
        PNGBuilder.image().with("tEXt", Array("Title\0text".utf8)).with(
            "zTXt", Array("a\0\0".utf8) + PNGBuilder.zlib([65])
        )
        .with("iTXt", Array("a\0\u{1}\0en\0b\0".utf8) + PNGBuilder.zlib([66])).with(
            "iCCP", Array("p\0\0".utf8) + PNGBuilder.zlib([1])
        )
        .with("eXIf", PNGStructureTests.exif).with("sPLT", Array("s\0".utf8) + [8, 1, 2, 3, 4, 0, 1]),
    ]

    @Test("every prefix gives a report, and only the whole is sound", arguments: images)
    func prefixes(_ image: PNGBuilder) {
        let bytes = image.bytes
        for count in 0..<bytes.count {
            let report = ImageValidator().validate(bytes.prefix(count), declared: .png)
            #expect(report.verdict == .invalid)
            #expect(report.defects.allSatisfy { defect in (0...count).contains(defect.offset ?? 0) })
        }
    }

    @Test("a changed byte is told: a checksum stands over every one", arguments: images)
    func bytes(_ image: PNGBuilder) {
        let bytes = image.bytes
        var random = SplitMix(seed: 2)
        for _ in 0..<1000 {
            var damaged = bytes
            let index = Int.random(in: 0..<bytes.count, using: &random)
            damaged[index] ^= UInt8.random(in: 1...255, using: &random)
            let report = ImageValidator().validate(damaged[...], declared: .png)
            #expect(report.verdict == .invalid, "byte \(index)")
            #expect(report.defects.allSatisfy { defect in (0...bytes.count).contains(defect.offset ?? 0) })
        }
    }

    @Test("the walk goes on behind breaches that are only counted", arguments: [[0, 0, 0, 0], [0x90, 0, 0, 0]])
    func countedBreaches(length: [UInt8]) throws {
        // Behind each frame that is none stands one that is called like image data, so that the walk is found again.
        let type: [UInt8] = length[0] == 0 ? [0x49, 0x48, 0x44, 0] : Array("tEXt".utf8)
        let frames = [[UInt8]](repeating: length + type + [0, 0, 0, 0] + Array("IDAT".utf8) + [0, 0, 0, 0], count: 20)
        let bytes = PNGBuilder.image().bytes.prefix(33) + frames.joined()
        let report = ImageValidator().validate(Array(bytes)[...], declared: .png)
        let told = report.defects.filter { defect in defect.id == (length[0] == 0 ? "CHK-TYPE" : "CHK-LEN31") }
        #expect(told.count == 5)
        #expect(told.last?.furtherCount == 15)
    }

    @Test("noise in the chunks ends with a report, checksums made right")
    func noise() {
        var random = SplitMix(seed: 3)
        let types = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV"]
        let others = ["cLLI", "tEXt", "zTXt", "iTXt", "bKGD", "hIST", "pHYs", "sPLT", "eXIf", "tIME", "acTL", "fcTL"]
        let rest = ["fdAT", "oFFs", "pCAL", "sCAL", "sTER", "caBX"]
        for _ in 0..<3000 {
            var image = PNGBuilder.image(color: [0, 2, 3, 4, 6].randomElement(using: &random) ?? 0)
            for _ in 0..<4 {
                let type = (types + others + rest).randomElement(using: &random) ?? "IDAT"
                let count = Int.random(in: 0..<40, using: &random)
                let data = (0..<count).map { _ in UInt8.random(in: 0...3, using: &random) }
                image.insert(type, data, before: ["IDAT", "IEND", "PLTE"].randomElement(using: &random) ?? "IDAT")
            }
            let bytes = image.bytes
            let report = ImageValidator().validate(bytes[...])
            #expect(report.defects.allSatisfy { defect in (0...bytes.count).contains(defect.offset ?? 0) })
        }
    }

    @Test("bytes that look like a chunk everywhere take no more than linear time")
    func lookalikes() {
        let letters = [UInt8](repeating: 0, count: 3) + [0x40, 0x41, 0x41, 0x41, 0x41]
        let bytes = PNGStructureTests.signature + Array(repeatElement(letters, count: 40_000).joined()).dropFirst()
        #expect(ImageValidator().validate(bytes[...]).verdict == .invalid)
    }
}
