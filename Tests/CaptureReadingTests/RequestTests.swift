import CaptureReading
import Testing

@Suite struct RequestTests {
    private static let place = Place(byte: 0)

    @Test("content without a method lets POST be inferred")
    func inferredMethod() {
        let content = Body(bytes: [1], place: RequestTests.place)
        let empty = Body(bytes: [], place: RequestTests.place)
        #expect(Request(body: content, place: RequestTests.place).inferredMethod == "POST")
        #expect(Request(method: "PUT", body: content, place: RequestTests.place).inferredMethod == nil)
        #expect(Request(body: empty, place: RequestTests.place).inferredMethod == nil)
        #expect(Request(place: RequestTests.place).inferredMethod == nil)
    }

    @Test(
        "the host is that of the target, else of the header",
        arguments: [
            ("https://A.example:1/x", [("Host", "b")], "a.example"), ("/x", [("HOST", "B.example:8080")], "b.example"),
            ("/x", [("host", "b"), (":authority", "c")], "c"), ("/x", [], nil), (nil, [("host", "b")], "b"),
        ] as [(String?, [(String, String)], String?)])
    func host(target: String?, fields: [(String, String)], expected: String?) {
        let lines = fields.map { field in FieldLine(name: field.0, value: field.1, place: RequestTests.place) }
        let request = Request(target: target, fields: FieldLines(lines), place: RequestTests.place)
        #expect(request.host == expected)
    }
}
