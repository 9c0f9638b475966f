import ByteCoding
import Foundation
import TestSupport
import Testing

@Suite struct Base64Tests {
    @Test(
        "the standard's test vectors decode without a flaw",
        arguments: [
            ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ])
    func vectors(_ text: String, _ expected: String) {
        let found = decode(text)
        #expect(found.bytes == Array(expected.utf8))
        #expect(found.isClean)
        #expect(found.isDecoded)
        #expect(found.charactersRead == text.utf8.count)
    }

    @Test("both alphabets give the same bytes, every value of six bits among them")
    func alphabets() {
        let standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        let urlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        let found = decode(standard)
        #expect(found.isClean)
        #expect(found.bytes == Data(base64Encoded: standard).map(Array.init))
        #expect(decode(urlSafe).bytes == found.bytes)
        #expect(decode(urlSafe).flaws.map(\.kind) == [.urlSafeAlphabet])
        #expect(decode(urlSafe).flaws.map(\.offset) == [62])
    }

    @Test("every byte outside the alphabets is white space, padding or stray")
    func otherBytes() {
        let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=".utf8)
        let whiteSpace: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
        for byte in UInt8.min...UInt8.max where !alphabet.contains(byte) {
            let text = Array("Zm9v".utf8) + [byte] + Array("YmFy".utf8)
            let found = Base64.decode(text[...])
            if whiteSpace.contains(byte) {
                #expect(found.flaws.map(\.kind) == [.whiteSpace])
                #expect(found.bytes == Array("foobar".utf8))
            } else {
                #expect(found.flaws.map(\.kind) == [.strayCharacter(byte)])
                #expect(found.bytes == Array("foo".utf8))
                #expect(found.charactersRead == 4)
                #expect(!found.isDecoded)
            }
        }
    }

    @Test("offsets count from the start of the slice")
    func sliceOffsets() {
        let text = Array("!!!!Zm9v!YmFy".utf8)
        let found = Base64.decode(text[4..<9])
        #expect(found.bytes == Array("foo".utf8))
        #expect(found.charactersRead == 4)
        #expect(found.flaws.map(\.offset) == [4])
    }

    @Test("every prefix gives the whole bytes of its characters")
    func everyPrefix() {
        let bytes = Array("every prefix of a text decodes".utf8)
        let text = Array(Data(bytes).base64EncodedString().utf8)
        for length in 0...text.count {
            let found = Base64.decode(text[..<length])
            let content = text[..<length].count { $0 != UInt8(ascii: "=") }
            #expect(found.bytes == Array(bytes.prefix(content * 3 / 4)))
            #expect(found.charactersRead == length)
            #expect(found.isDecoded)
            #expect(found.flaws.contains { $0.kind == .truncated } == (length % 4 == 1))
            #expect(found.flaws.contains { $0.kind == .missingPadding } == (length % 4 > 1))
            #expect(Base64.decodedCount(characters: length).contains(found.bytes.count))
        }
    }

    @Test("random bytes survive the way through Foundation's encoder", arguments: 0..<20 as Range<UInt64>)
    func roundTrips(_ seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for _ in 0..<50 {
            let count = Int.random(in: 0...300, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let canonical = Data(bytes).base64EncodedString()
            #expect(decode(canonical).bytes == bytes)
            #expect(decode(canonical).isClean)
            let urlSafe = canonical.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            #expect(decode(urlSafe.replacingOccurrences(of: "=", with: "")).bytes == bytes)
            let wrapped = Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
            #expect(decode(wrapped).bytes == bytes)
        }
    }

    @Test("random characters decode as Foundation decodes those it takes", arguments: 0..<20 as Range<UInt64>)
    func randomTexts(_ seed: UInt64) {
        let characters = Array("AQZaz09+/-_==\n .".utf8)
        var generator = SplitMix(seed: seed)
        var taken = 0
        for _ in 0..<500 {
            let count = Int.random(in: 0...12, using: &generator)
            let text = (0..<count).map { _ in characters.randomElement(using: &generator) ?? 0 }
            let found = Base64.decode(text[...])
            let isWhole = found.charactersRead == text.count
            #expect(isWhole == found.isDecoded)
            #expect(found.flaws.map(\.offset) == found.flaws.map(\.offset).sorted())
            guard found.isClean else { continue }
            taken += 1
            #expect(Data(base64Encoded: Data(text)).map(Array.init) == found.bytes)
        }
        #expect(taken > 0)
    }

    @Test(
        "the count of bytes follows from the count of characters",
        arguments: [
            (-1, 0...0), (0, 0...0), (1, 0...0), (2, 1...1), (3, 2...2), (4, 1...3), (5, 3...3), (6, 4...4), (7, 5...5),
            (8, 4...6), (2_000_000, 1_499_998...1_500_000), (Int.max, (Int.max / 4 * 3 + 2)...(Int.max / 4 * 3 + 2)),
        ])
    func decodedCount(_ characters: Int, _ expected: ClosedRange<Int>) {
        #expect(Base64.decodedCount(characters: characters) == expected)
    }

    private func decode(_ text: String) -> Base64Decoding {
        Base64.decode(Array(text.utf8)[...])
    }

    @Test(
        "the standard's test vectors are encoded",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func encoding(_ text: String, _ expected: String) {
        #expect(Base64.encode(Array(text.utf8)) == expected)
    }

    @Test("every byte is decoded as it was encoded")
    func roundTrip() {
        let bytes = Array(UInt8.min...UInt8.max)
        let found = decode(Base64.encode(bytes))
        #expect(found.bytes == bytes)
        #expect(found.isClean)
    }
}
