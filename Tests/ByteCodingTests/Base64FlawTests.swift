import ByteCoding
import Testing

@Suite struct Base64FlawTests {
    @Test(
        "each kind of flaw is told with its first offset, and what decodes is kept",
        arguments: [
            ("Zm\n9v\r\n", "foo", [(.whiteSpace, 2)]),
            (" Zm9v", "foo", [(.whiteSpace, 0)]),
            ("Zg= =", "f", [(.whiteSpace, 3)]),
            ("Zg==\n", "f", [(.whiteSpace, 4)]),
            ("Pj4-Pz8_", ">>>???", [(.urlSafeAlphabet, 3)]),
            ("Pj4\n_", ">>?", [(.whiteSpace, 3), (.urlSafeAlphabet, 4)]),
            ("Zg", "f", [(.missingPadding, 2)]),
            ("Zm8", "fo", [(.missingPadding, 3)]),
            ("Zg=", "f", [(.missingPadding, 3)]),
            ("Zh==", "f", [(.nonZeroTailBits, 1)]),
            ("Zm9=", "fo", [(.nonZeroTailBits, 2)]),
            ("Zh", "f", [(.nonZeroTailBits, 1), (.missingPadding, 2)]),
            ("Zm9vY", "foo", [(.truncated, 4)]),
            ("Z", "", [(.truncated, 0)]),
            ("Z\n", "", [(.truncated, 0), (.whiteSpace, 1)]),
            ("Zg==Zm8=Zm9v", "ffofoo", [(.contentAfterPadding, 4)]),
            ("Zg==\nZg==", "ff", [(.whiteSpace, 4), (.contentAfterPadding, 5)]),
            ("Zg=Zg==", "ff", [(.missingPadding, 3), (.contentAfterPadding, 3)]),
            ("Zg===", "f", [(.contentAfterPadding, 4)]),
            ("Zm8==", "fo", [(.contentAfterPadding, 4)]),
        ] as [(String, String, [(Base64Flaw.Kind, Int)])])
    func kinds(_ text: String, _ bytes: String, _ flaws: [(Base64Flaw.Kind, Int)]) {
        let found = decode(text)
        #expect(found.bytes == Array(bytes.utf8))
        #expect(found.flaws.map(\.kind) == flaws.map(\.0))
        #expect(found.flaws.map(\.offset) == flaws.map(\.1))
        #expect(found.isDecoded)
        #expect(!found.isClean)
        #expect(found.charactersRead == text.utf8.count)
    }

    @Test(
        "a stray character stops the decoding, and the whole bytes before it are kept",
        arguments: [
            ("!", "", "!", 0), ("Zm9v!Zm9v", "foo", "!", 4), ("Zm9vZ!", "foo", "!", 5), ("Zm9vZg...", "foof", ".", 6),
            ("Zm9vZm8\u{0}", "foofo", "\u{0}", 7), ("Zg=!", "f", "!", 3), ("Zg==!", "f", "!", 4), ("=", "", "=", 0),
            ("Z===", "", "=", 1), ("Zm9v=", "foo", "=", 4),
        ] as [(String, String, Unicode.Scalar, Int)])
    func strayCharacters(_ text: String, _ bytes: String, _ stray: Unicode.Scalar, _ offset: Int) {
        let found = decode(text)
        #expect(found.bytes == Array(bytes.utf8))
        #expect(found.flaws.map(\.kind) == [.strayCharacter(UInt8(ascii: stray))])
        #expect(found.flaws.map(\.offset) == [offset])
        #expect(found.charactersRead == offset)
        #expect(!found.isDecoded)
        #expect(!found.isClean)
    }

    @Test(
        "a flaw of each kind says what was expected, what was found and where",
        arguments: [
            ("Zm9v\n", "expected no white space in base64, found some at offset 4"),
            ("Zm9v-m9v", "expected the standard base64 alphabet, found the URL-safe one at offset 4"),
            ("Zg", "expected more base64 padding, found none at offset 2"),
            ("Zh==", "expected zero bits after the last base64 byte, found others at offset 1"),
            ("Zm9v!", "expected a base64 character, found \"!\" at offset 4"),
            ("Zm9v\u{1}", "expected a base64 character, found 0x01 at offset 4"),
            ("Z\n", "expected another base64 character, found the end at offset 0"),
            ("Zg==Zg==", "expected the end after base64 padding, found more at offset 4"),
        ])
    func descriptions(_ text: String, _ expected: String) {
        #expect(decode(text).flaws.first?.description == expected)
    }

    private func decode(_ text: String) -> Base64Decoding {
        Base64.decode(Array(text.utf8)[...])
    }
}
