import ByteCoding
import Foundation
import TestSupport
import Testing

@Suite struct Base64DecoderTests {
    private static let texts = [
        "", "Zg==", "Zm9vYmFy", "Zm9vYg==Zm9v", "Zm9v\r\nYmFy\r\n", "Z m\n9v", "Pj4-Pz8_", "Zh", "Z", "Zg=Zg==",
        "Zg===", "Zm9v!YmFy",
        "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9v\nYmFyZm9vYmFyZm9v-mFyZm9vYmFyZm9vYmFyZm9vYmFyZm9v_mFy",
    ]

    @Test("a text that is cut anywhere decodes as the whole does", arguments: texts)
    func everySplit(text: String) {
        let bytes = Array(text.utf8)
        let whole = Base64.decode(bytes[...])
        for cut in 0...bytes.count {
            var decoder = Base64Decoder()
            decoder.append(bytes[..<cut])
            decoder.append(bytes[cut...])
            let pieces = decoder.finish()
            #expect(pieces == whole, "cut at \(cut)")
        }
        var decoder = Base64Decoder()
        for byte in bytes { decoder.append([byte].span) }
        let pieces = decoder.finish()
        #expect(pieces == whole)
    }

    @Test("long texts decode alike at once and in pieces, in lines and without", arguments: 0..<20 as Range<UInt64>)
    func longTexts(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let bytes = (0..<Int.random(in: 20_000...60_000, using: &random)).map { _ in
            UInt8.random(in: .min ... .max, using: &random)
        }
        let isWrapped = seed % 2 == 1
        let options: Data.Base64EncodingOptions =
            isWrapped ? [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed] : []
        let text = Array(Data(bytes).base64EncodedData(options: options))
        let whole = Base64.decode(text[...])
        #expect(whole.bytes == bytes)
        #expect(whole.flaws.map(\.kind) == (isWrapped ? [.whiteSpace] : []))
        #expect(whole.flaws.map(\.offset) == (isWrapped ? [76] : []))
        var decoder = Base64Decoder()
        var start = 0
        while start < text.count {
            let end = min(text.count, start + Int.random(in: 1...5_000, using: &random))
            decoder.append(text[start..<end])
            start = end
        }
        let pieces = decoder.finish()
        #expect(pieces == whole)
    }

    @Test("the first character of the URL-safe alphabet is told wherever it stands", arguments: 0..<100)
    func urlSafe(position: Int) {
        var text = [UInt8](repeating: UInt8(ascii: "A"), count: 100)
        text[99] = UInt8(ascii: "-")
        text[position] = UInt8(ascii: "_")
        let found = Base64.decode(text[...])
        #expect(found.flaws.map(\.kind) == [.urlSafeAlphabet])
        #expect(found.flaws.map(\.offset) == [position])
    }
}
