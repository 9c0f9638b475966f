import Comparison
import JSONReading
import Reporting
import Testing

@Suite struct DiffSchemaTests {
    @Test("every comparison fits its schema, and every member that is listed is printed")
    func members() throws {
        var reading = try SchemaReading(.named("diff"))
        let extra = DiffFixture.b.replacing("green", with: "blue")
        let bare =
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"a\"}]}}]}\n"
        let history = DiffFixture.a.replacing(
            #"[{"text": "Here."}]},"#,
            with: #"[{"text": "Here."}]}, {"role": "model", "parts": [{"text": "It is sk-walk-to-perth-1 now."}]},"#)
        let timed = ["10", "20"].map { time in
            #"{"log": {"entries": [{"time": \#(time), "request": {"method": "GET", "url": "https://a.example/"}, "response": {"status": \#(time)}}]}}"#
        }
        // More exchanges that differ, in reverse order, than are read again.
        let many = (0..<10).map { index in DiffFixture.a.replacing("his red car", with: "car \(index)") }
        let others = many.map { text in text.replacing("Server: a", with: "Server: c") }
        let sides =
            [
                (DiffFixture.a, DiffFixture.b),
                (DiffFixture.a + DiffFixture.b + extra, DiffFixture.b + extra + DiffFixture.a),
                (DiffFixture.a, DiffFixture.a + extra),
                (DiffFixture.a, bare), (DiffFixture.a, history), (timed[0], timed[1]),
                (many.joined(), others.reversed().joined()),
                (DiffFixture.b, DiffFixture.b.replacing("iVBORw0KGgo", with: "iVBORw0KGgoAAAAN")),
                (DiffFixture.b, DiffFixture.b.replacing("iVBORw0KGgo", with: "<png>")),
            ] + DiffSchemaTests.images + [(DiffFixture.a + DiffFixture.b, DiffFixture.a + DiffFixture.b)]
        for (index, (a, b)) in sides.enumerated() {
            // Of the last one also how it grew.
            let options = ComparisonOptions(
                hosts: HostMap([("a.example", "b.example")]), scope: index == sides.count - 1 ? .growth : .sessions)
            let report = try DiffFixture.report(a, b, options: options) { write in
                DiffJSONReporter(version: "1", write: write)
            }
            let root = try whole(Array(report.utf8))
            #expect(reading.faults(in: root) == [], "\(a)\n\(b)")
        }
        #expect(reading.listed.subtracting(reading.reached).sorted() == [])
    }

    /// Images of one pixel, of which the pixels can be compared.
    private static let images: [(String, String)] = {
        // 1 x 1, gray, 8 bits; the shade is 0 and 255.
        let black = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
        let white = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
        return [
            (DiffFixture.b.replacing("iVBORw0KGgo", with: black), DiffFixture.b.replacing("iVBORw0KGgo", with: white))
        ]
    }()
}
