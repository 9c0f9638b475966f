extension PNGReading {
    /// Checks the keyword of a text, or the name of a profile or a palette.
    ///
    /// PNG, 3rd edition, §11.3.3.1
    mutating func checkKeyword(_ keyword: ArraySlice<UInt8>, of chunk: PNGChunk, prefix: String) {
        if !(1...79).contains(keyword.count) {
            tell(
                .keywordLength(prefix), chunk, at: 0, expected: "1 to 79 bytes before a zero byte",
                found: "\(keyword.count)")
        }
        let bad = keyword.firstIndex { byte in !(0x20...0x7E).contains(byte) && byte < 0xA1 }
        if let bad {
            tell(
                .keywordCharacter(prefix), chunk, at: bad - chunk.data.startIndex,
                expected: "printable characters of Latin-1", found: "the byte \([keyword[bad]][...].hexadecimal())")
        }
        let space = UInt8(ascii: " ")
        let isDoubled = zip(keyword, keyword.dropFirst()).contains { pair in pair.0 == space && pair.1 == space }
        if keyword.first == space || keyword.last == space || isDoubled {
            let place = keyword.first == space ? "at the beginning" : keyword.last == space ? "at the end" : "twice"
            tell(.keywordSpace(prefix), chunk, at: 0, expected: "single spaces between words", found: "one \(place)")
        }
    }
}
