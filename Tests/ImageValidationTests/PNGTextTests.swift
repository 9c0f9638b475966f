import ImageValidation
import Testing

private typealias Build = PNGBuilder

@Suite("PNG: texts")
struct PNGTextTests {
    static let image = PNGBuilder.image()

    static func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { scalar in UInt8(scalar.value) } }

    static func text(_ text: String) -> PNGBuilder { image.with("tEXt", latin(text)) }

    static func international(_ head: String, _ tail: [UInt8]) -> PNGBuilder {
        image.with("iTXt", latin(head) + tail)
    }

    static let cases: [PNGRuleCase] = [
        PNGRuleCase(image: text("Title\0a\nb \u{E9}")),
        PNGRuleCase("TXT-NUL", image: text("Title")),
        PNGRuleCase("TXT-KEYLEN", image: text("\0a")),
        PNGRuleCase("TXT-KEYLEN", image: text(String(repeating: "a", count: 80) + "\0a")),
        PNGRuleCase("TXT-KEYCHAR", image: text("a\u{A0}b\0a")),
        PNGRuleCase("TXT-KEYSPACE", image: text(" a\0a")),
        PNGRuleCase("TXT-KEYSPACE", image: text("a \0a")),
        PNGRuleCase("TXT-KEYSPACE", image: text("a  b\0a")),
        PNGRuleCase("TXT-NULIN", image: text("a\0a\0b")),
        PNGRuleCase("TXT-CTRL", image: text("a\0\u{1B}[2J")),
        PNGRuleCase("TXT-ISUTF8", image: image.with("tEXt", Array("a\0\u{E9}".utf8))),
        PNGRuleCase("TXT-CR", image: text("a\0b\r\nc")),
        PNGRuleCase(image: image.with("zTXt", latin("a\0\0") + Build.zlib([65]))),
        PNGRuleCase("TXT-SHORT", image: image.with("zTXt", latin("a\0"))),
        PNGRuleCase("TXT-CM", image: image.with("zTXt", latin("a\0\u{1}") + Build.zlib([65]))),
        PNGRuleCase("TXTZ-SHORT", image: image.with("zTXt", latin("a\0\0"))),
        PNGRuleCase("TXTZ-CM", "TXTZ-FCHECK", image: image.with("zTXt", latin("a\0\0\u{1}\0"))),
        PNGRuleCase("TXTZ-DATA", image: image.with("zTXt", latin("a\0\0") + [0x78, 1, 7])),
        PNGRuleCase("TXTZ-DATA", image: image.with("zTXt", latin("a\0\0") + Build.zlib([65]).dropLast() + [0])),
        PNGRuleCase("TXTZ-TRUNC", image: image.with("zTXt", latin("a\0\0") + Build.zlib([65]).dropLast())),
        PNGRuleCase("TXTZ-EXTRA", image: image.with("zTXt", latin("a\0\0") + Build.zlib([65]) + [0])),
        PNGRuleCase(image: international("a\0\0\0de-CH\0\0", Array("\u{E9}".utf8))),
        PNGRuleCase(image: international("a\0\u{1}\0\0\0", Build.zlib([65]))),
        PNGRuleCase("TXT-SHORT", image: international("a\0\0\0en\0", [])),
        PNGRuleCase("TXT-FLAG", image: international("a\0\u{2}\0en\0\0", [65])),
        PNGRuleCase("TXT-CM", image: international("a\0\u{1}\u{1}en\0\0", [65])),
        PNGRuleCase("TXT-CM0", image: international("a\0\0\u{1}en\0\0", [65])),
        PNGRuleCase("TXT-LANG", image: international("a\0\0\0e_n\0\0", [65])),
        PNGRuleCase("TXT-UTF8", image: international("a\0\0\0en\0\0", [0xFF])),
        PNGRuleCase("TXT-UTF8", image: international("a\0\0\0en\0\u{FF}\0", [65])),
        PNGRuleCase("TXT-NULIN", image: international("a\0\0\0en\0\0", [65, 0, 66])),
    ]

    @Test("each rule is told of the image that breaks it, and no other", arguments: cases)
    func rules(_ image: PNGRuleCase) {
        #expect(image.found == image.rules)
    }

    @Test("texts are kept, in whichever chunk they stand and however they are written")
    func kept() {
        let image = PNGTextTests.text("parameters\0a cat").with("zTXt", Array("b\0\0".utf8) + Build.zlib([0xE9]))
            .with("iTXt", Array("c\0\0\0\0\0\u{732B}".utf8))
        let texts = ImageValidator().validate(image.bytes[...]).texts
        #expect(texts.map(\.keyword) == ["parameters", "b", "c"])
        #expect(texts.map(\.text) == ["a cat", "\u{E9}", "\u{732B}"])
        #expect(texts.map(\.part) == ["tEXt", "zTXt", "iTXt"])
    }
}
