import EventStreaming
import Testing

@Suite struct JSONLinesTests {
    @Test(
        "lines end by LF, blank ones are passed over, and the last one need not end",
        arguments: [
            ("", []), ("\n \r\n", []), ("{}", ["{}"]), ("{}\n", ["{}"]), ("{}\r\n[1]\r\n", ["{}\r", "[1]\r"]),
            ("\n{}\n\n  {}  \n{\"a", ["{}", "  {}  ", "{\"a"]), ("{\r}", ["{\r}"]),
        ] as [(String, [String])])
    func lines(text: String, expected: [String]) {
        let bytes = Array("--\(text)".utf8)
        let lines = JSONLines(bytes.dropFirst(2)).map { line in String(decoding: line, as: UTF8.self) }
        #expect(lines == expected)
    }

    @Test("a line is a slice of the body: its index tells its place")
    func places() {
        #expect(JSONLines(Array("\n{}\n{}".utf8)[...]).map(\.startIndex) == [1, 4])
    }
}
