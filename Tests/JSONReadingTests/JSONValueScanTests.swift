import JSONReading
import Testing

@Suite struct JSONValueScanTests {
    /// Values with what stands behind each of them.
    static let values: [(value: String, behind: String)] = [
        ("{}", ""), ("[]", ","), ("{\"a\": [1, {\"b\": \"}]\"}]}", " x"), ("\"a\\\"b\\\\\"", "\"c\""), ("\"\"", ":"),
        ("12.5e-3", ","), ("true", "]"), ("null", "}"), ("-1", " "), ("[\"\\\\\", \"\\u005d\"]", "]"),
        ("{\"你好\": \"🚗 é\u{1}\"}", "\n"), ("[}", "]"), ("[[[[\"[[[\"]]]]", "]]"), ("{x}", "}"),
    ]

    /// The end that a scan finds when a text is handed in as its growing beginnings.
    private static func end(of text: [UInt8], growingBy step: Int) -> Int? {
        var scan = JSONValueScan()
        var scanned = 0
        while scanned < text.count {
            let count = min(scanned + step, text.count)
            let beginning = Array(text[..<count])
            if let end = scan.end(in: beginning.span, from: scanned) { return end }
            scanned = count
        }
        return nil
    }

    @Test("a value ends where its brackets or quotes do, whatever stands behind it", arguments: values)
    func ends(value: String, behind: String) {
        let text = Array((value + behind).utf8)
        let isOpen = behind.isEmpty && !"{[\"".contains(value.prefix(1))
        for step in 1...text.count {
            #expect(JSONValueScanTests.end(of: text, growingBy: step) == (isOpen ? nil : value.utf8.count))
        }
    }

    @Test("the beginning of a value has no end", arguments: values)
    func prefixes(value: String, behind: String) {
        let bytes = Array(value.utf8)
        for count in 0..<bytes.count {
            let isEnded = JSONValueScanTests.end(of: Array(bytes[..<count]), growingBy: 3) != nil
            #expect(!isEnded)
        }
    }

    @Test("a value of a document ends where the document's reader says")
    func agreement() {
        for seed in 0..<300 as Range<UInt64> {
            let text = Array(RandomDocument.make(seed: seed).utf8)
            guard let range = JSONDocument(parsing: text).root?.byteRange else { continue }
            var scan = JSONValueScan()
            #expect(scan.end(in: (text + [0x20]).span, from: range.lowerBound) == range.upperBound)
        }
    }
}
