import ContentDecoding
import Testing

@Suite struct DecodedTextTests {
    @Test(
        "the character set is told by mark, content and label",
        arguments: [
            (Array("é".utf8), "utf-8", "é", CharacterSet.utf8, true),
            (Array("é".utf8), nil, "é", .utf8, true),
            (Array("é".utf8), "iso-8859-1", "é", .utf8, false),
            (Array("e".utf8), "ISO-8859-1", "e", .utf8, true),
            ([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "iso-8859-1", "é", .utf8, true),
            ([0xE9, 0x80], "iso-8859-1", "é€", .windows1252, true),
            ([0xE9, 0x81], nil, "é\u{81}", .windows1252, false),
            ([0xFF, 0xFE, 0xE9, 0x00], nil, "é", .utf16LittleEndian, true),
            ([0xFE, 0xFF, 0x00, 0xE9], "utf-8", "é", .utf16BigEndian, true),
            ([0xE9, 0x00], "utf-16le", "é", .utf16LittleEndian, true),
            ([0x7B, 0x00, 0x7D, 0x00], nil, "{}", .utf16LittleEndian, true),
            ([0x00, 0x7B, 0x00, 0x7D], nil, "{}", .utf16BigEndian, true),
            ([0xE9], "utf-8", "\u{FFFD}", nil, false),
            ([0xC3, 0xA9, 0xFF], nil, "é\u{FFFD}", nil, false),
            ([0xC3, 0xA9, 0xC3], nil, "é\u{FFFD}", .utf8, true),
            (Array("+ADw-".utf8), "utf-7", "+ADw-", .utf8, false),
            ([], "x", "", .utf8, false),
        ] as [([UInt8], String?, String, CharacterSet?, Bool)])
    func text(bytes: [UInt8], label: String?, text: String, set: CharacterSet?, isLabelTrue: Bool) {
        let decoded = DecodedText(bytes[...], label: label)
        #expect(decoded.text == text)
        #expect(decoded.characterSet == set)
        #expect(decoded.isLabelTrue == isLabelTrue)
    }

    #if canImport(Glibc)
        @Test(
            "East Asian sets are the system's",
            arguments: [
                ([0x93, 0xFA, 0x96, 0x7B], "Shift_JIS", "日本"), ([0xC6, 0xFC, 0xCB, 0xDC], "euc-jp", "日本"),
                ([0xD6, 0xD0, 0xCE, 0xC4], "GBK", "中文"), ([0xA4, 0xA4, 0xA4, 0xE5], "big5", "中文"),
                ([0xC7, 0xD1, 0xB1, 0xDB], "euc-kr", "한글"),
            ] as [([UInt8], String, String)])
        func eastAsian(bytes: [UInt8], label: String, text: String) {
            let decoded = DecodedText(bytes[...], label: label)
            #expect(decoded.text == text)
            #expect(decoded.isLabelTrue)
        }
    #endif
}
