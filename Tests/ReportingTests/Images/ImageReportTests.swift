import ImageValidation
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("Reports on images")
struct ImageReportTests {
    /// A PNG without pixels, of some chunks whose checksums are all wrong.
    private static func image(_ chunks: (name: String, data: [UInt8])...) -> ValidatedImage {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let bytes = chunks.reduce(signature) { bytes, chunk in
            let size: [UInt8] = [0, 0, UInt8(chunk.data.count >> 8), UInt8(chunk.data.count & 0xFF)]
            return bytes + size + Array(chunk.name.utf8) + chunk.data + [0, 0, 0, 0]
        }
        let report = ImageValidator().validate(bytes[...], declared: .png)
        return ValidatedImage(path: "\u{1B}[2Ja.png", declaredType: "image/png", bytes: bytes[...], report: report)
    }

    private static func text(_ image: ValidatedImage, width: Int = 200) -> String {
        let sink = Sink()
        ImageTextReporter(options: TextOptions(width: width), style: .words, write: sink.write).write(image)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private static func object(_ image: ValidatedImage) throws -> JSONValue {
        let sink = Sink()
        ImageLines(style: .identifier, write: sink.write).write(image)
        #expect(!sink.bytes.dropLast().contains { byte in byte < 0x20 })
        return try whole(sink.bytes)
    }

    @Test("nothing in an image can act on a terminal")
    func hostile() throws {
        let escape = "\u{1B}]0;PWN\u{7}"
        let image = ImageReportTests.image(
            ("tEXt", Array("parameters\0\(escape)\nSteps: \u{202E}1".utf8)),
            ("sPLT", Array("\(escape)\0\u{8}".utf8)), ("sPLT", Array("\(escape)\0\u{8}".utf8)),
            ("iTXt", Array("a\0\0\0\(escape)\0\0".utf8)))
        let text = ImageReportTests.text(image)
        #expect(
            !text.unicodeScalars.contains { scalar in scalar.value < 0x20 && scalar != "\n" || scalar == "\u{202E}" })
        #expect(text.contains(#"\x1b]0;PWN\x07"#))
        #expect(try ImageReportTests.object(image)["path"]?.string == "\u{1B}[2Ja.png")
    }

    @Test("a secret in a text of an image is not shown")
    func secrets() throws {
        let image = ImageReportTests.image(
            ("tEXt", Array(#"workflow\#0{"nodes": [], "api_key": "sk-walk-to-perth-and-back"}"#.utf8)))
        let texts = try ImageReportTests.object(image)["metadata"]?["texts"]
        let text = try #require(texts?[0]?["text"]?.string)
        #expect(text.contains("REDACTED-"))
        #expect(!text.contains("perth"))
    }

    @Test("the signed bytes of an image are compared with what is there", arguments: [true, false])
    func dataHash(isWhole: Bool) throws {
        // The hash of no bytes: the whole image is left out of it, or all but its last byte.
        let digest: [UInt8] = [
            0xE3, 0xB0, 0xC4, 0x42, 0x98, 0xFC, 0x1C, 0x14, 0x9A, 0xFB, 0xF4, 0xC8, 0x99, 0x6F, 0xB9, 0x24, 0x27, 0xAE,
            0x41, 0xE4, 0x64, 0x9B, 0x93, 0x4C, 0xA4, 0x95, 0x99, 0x1B, 0x78, 0x52, 0xB8, 0x55,
        ]
        let size = CredentialsBuilder.store(hash: digest, exclusions: [(0, 999)]).count + 20
        let store = CredentialsBuilder.store(hash: digest, exclusions: [(0, isWhole ? size : size - 1)])
        let image = ImageReportTests.image(("caBX", store))
        let provenance = try ImageReportTests.object(image)["provenance"]
        #expect(provenance?["data_hash"]?.string == (isWhole ? "match" : "mismatch"))
        #expect(ImageReportTests.text(image).contains(isWhole ? "unchanged since" : "changed since"))
    }

    @Test("people read the verdict, what is wrong, and how the image was made")
    func text() {
        let image = ImageReportTests.image(
            ("tEXt", Array("parameters\0a cat\nNegative prompt: dogs\nSteps: 20, Seed: 7".utf8)))
        let text = ImageReportTests.text(image)
        #expect(text.contains("PNG   77 B   invalid, no pixels\n"))
        #expect(text.contains("error  ORD-NOIEND"))
        #expect(text.contains("made with  AUTOMATIC1111, Steps 20, Seed 7\n"))
        #expect(text.contains("prompt     a cat\n"))
        #expect(text.contains("not        dogs\n"))
    }
}
