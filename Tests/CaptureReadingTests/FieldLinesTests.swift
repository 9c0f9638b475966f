import CaptureReading
import Testing

@Suite struct FieldLinesTests {
    private static func lines(_ pairs: (String, String)...) -> FieldLines {
        FieldLines(pairs.map { pair in FieldLine(name: pair.0, value: pair.1, place: Place(byte: 0)) })
    }

    @Test("names are compared without case, values and order are kept")
    func lookup() {
        let fields = FieldLinesTests.lines(("Set-Cookie", "a"), ("X", "b"), ("set-COOKIE", "c"))
        #expect(fields.all("SET-cookie").map(\.value) == ["a", "c"])
        #expect(fields.value("set-cookie") == "a")
        #expect(fields.first("y") == nil)
        #expect(fields.map(\.name) == ["Set-Cookie", "X", "set-COOKIE"])
        #expect(fields.count == 3)
    }

    @Test("only ASCII letters have a case")
    func asciiCase() {
        #expect(FieldLinesTests.lines(("É", "a")).value("é") == nil)
        #expect(FieldLinesTests.lines(("a[", "a")).value("a{") == nil)
    }

    @Test(
        "a length is one number, however often it is declared",
        arguments: [
            (["12"], 12), ([" 12\t"], 12), (["5, 5", "5"], 5), (["5", "6"], nil), (["5, x"], nil), (["-1"], nil),
            (["+1"], nil),
            ([""], nil), (["1 2"], nil), (["5,\u{301}5"], nil), (["5,5"], 5), (["x", "y"], nil),
            (["99999999999999999999"], nil), ([], nil),
        ] as [([String], Int?)])
    func contentLength(values: [String], expected: Int?) {
        let place = Place(byte: 0)
        let fields = FieldLines(values.map { value in FieldLine(name: "content-length", value: value, place: place) })
        #expect(fields.contentLength == expected)
    }

    @Test(
        "a name counts with blanks and controls in it, as readers that are lenient take it",
        arguments: [
            "Content-Length ", " content-length", "content-length\t", "content\u{0}-length\r", "content-length\u{7F}",
        ])
    func blankNames(_ name: String) {
        let line = FieldLine(name: name, value: "5", place: Place(byte: 0))
        #expect(line.isNamed("content-length"))
        #expect(!line.isNamed("content-lengths"))
        #expect(!line.isNamed("content-lengt"))
        #expect(FieldLines([line]).contentLength == 5)
    }
}
