import CaptureReading
import Findings
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

@Suite struct ListReporterTests {
    private static let capture = """
        POST /v1beta/models/gemini-x:generateContent?key=sk-walk-to-perth HTTP/1.1
        Host: generativelanguage.googleapis.com

        {"contents":[{"role":"user","parts":[{"text":"a"}]}]}
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"candidates":[],"usageMetadata":{"totalTokenCount":7}}
        GET /=sum(a1) HTTP/1.1
        Host: www.example

        HTTP/1.1 404 Not Found
        Content-Type: text/plain

        no
        GET /sk-walk-to-perth HTTP/1.1
        Host: =cmd|calc

        """

    private func list(_ layout: ListReporter.Layout, by order: ListOrder) throws -> String {
        let sink = Sink()
        var reporter = ListReporter(layout: layout, order: order, write: sink.write)
        try InspectedCapture(Self.capture, rules: RuleCatalog.all).report(
            to: &reporter, path: "a/b.http", style: .words)
        reporter.finish()
        return sink.text
    }

    @Test("the table has the columns in which something is known, in the capture's order")
    func table() throws {
        let text = try list(.table(TextOptions(width: 120)), by: ListOrder(by: .number))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("b.http   "))
        #expect(lines[0].hasSuffix("http-message   3 exchanges"))
        #expect(
            lines[2].split(separator: " ") == [
                "#", "METHOD", "HOST", "PATH", "MODEL", "STATUS", "TURNS", "TOKENS", "FINDINGS",
            ])
        #expect(lines[3].hasPrefix("1  POST    generativelanguage.googleapis"))
        #expect(!text.contains("walk"))
        #expect(lines[5].contains("[key 1, 16 characters]"))
    }

    @Test("an empty capture says so")
    func empty() throws {
        var text = ""
        var reporter = ListReporter(layout: .table(TextOptions())) { bytes in
            text += String(decoding: bytes, as: UTF8.self)
        }
        let capture = Capture(format: CaptureFormatID(rawValue: "har"))
        reporter.begin(CaptureHeading(path: "-", capture: capture), redactor: .disclosing)
        reporter.end(capture)
        #expect(text == "-   0 B   har   0 exchanges\n\n   no exchange\n")
    }

    @Test("values stand between tabs, and none of them can run in a spreadsheet")
    func values() throws {
        let text = try list(.tabs, by: ListOrder(by: .number))
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines.count == 4)
        #expect(
            lines[0].prefix(9) == [
                "number", "method", "host", "model", "status", "turns", "tokens", "time", "findings",
            ])
        #expect(lines.allSatisfy { line in line.count == lines[0].count })
        #expect(
            lines[1].prefix(8) == ["1", "POST", "generativelanguage.googleapis.com", "gemini-x", "200", "1", "7", ""])
        #expect(lines[2][10] == "/=sum(a1)")
        #expect(lines[3][2] == "'=cmd|calc")
        #expect(lines[3].last == "a/b.http")
        #expect(!text.contains("walk"))
    }

    @Test(
        "exchanges are sorted by every column, what is not known last",
        arguments: [
            ("number", false, [1, 2, 3]), ("number", true, [3, 2, 1]), ("method", false, [2, 3, 1]),
            ("method", true, [1, 2, 3]), ("host", false, [3, 1, 2]), ("path", false, [2, 3, 1]),
            ("model", false, [1, 2, 3]), ("status", true, [2, 1, 3]), ("status", false, [1, 2, 3]),
            ("turns", true, [1, 2, 3]), ("tokens", false, [1, 2, 3]), ("time", false, [1, 2, 3]),
            ("findings", true, [1, 2, 3]), ("size", false, [2, 1, 3]), ("start", false, [1, 2, 3]),
        ] as [(String, Bool, [Int])])
    func order(key: String, isDescending: Bool, expected: [Int]) throws {
        let key = try #require(ListOrder.Key(rawValue: key))
        let text = try list(.tabs, by: ListOrder(by: key, isDescending: isDescending))
        let numbers = text.split(separator: "\n").dropFirst().map { line in Int(line.prefix { $0 != "\t" }) }
        #expect(numbers == expected)
    }

    @Test("a time that was worked out is marked, and is none in values")
    func clocks() throws {
        let capture = try InspectedCapture(
            """
            HTTP/1.1 200 OK
            Date: Wed, 01 Jan 2025 00:01:00 GMT

            {"candidates":[],"modelVersion":"m","createTime":"2025-01-01T00:00:50.5Z"}
            """)
        for (layout, shown) in [(ListReporter.Layout.table(TextOptions()), true), (.tabs, false)] {
            let sink = Sink()
            var reporter = ListReporter(layout: layout, write: sink.write)
            capture.report(to: &reporter)
            #expect(sink.text.contains("9.5 s*") == shown)
        }
    }

    @Test("a defect of a capture is told where lines have no place for it")
    func defects() throws {
        let capture = try InspectedCapture(
            #"{"log": {"entries": [{"request": {"method": "GET", "url": "https://a/"}}, {"#)
        for isJSON in [true, false] {
            var told: [String] = []
            let sink = Sink()
            if isJSON {
                var reporter = ListJSONReporter(warn: { words in told.append(words) }, write: sink.write)
                capture.report(to: &reporter)
            } else {
                var reporter = ListReporter(layout: .tabs, warn: { words in told.append(words) }, write: sink.write)
                capture.report(to: &reporter)
            }
            #expect(told.count == 1)
            #expect(told.first?.hasPrefix("a.http: ") == true)
            #expect(told.first?.contains("expected the end of entry 2") == true)
        }
    }

    @Test("lines of JSON have what the schema lists, and no secret")
    func lines() throws {
        let archive = """
            {"log": {"entries": [{"startedDateTime": "2026-01-01T00:00:00Z", "time": 7, "request": {"method": "GET",
            "url": "https://a.example/b?key=sk-walk-to-perth"}, "response": {"status": 200, "headers": [],
            "content": {"mimeType": "text/plain", "text": "sk-walk-to-perth"}}}]}}
            """
        let pane = "Request URL\nhttps://a.example/v1/models/x:generateContent\n\n{\"contents\":[]}"
        let clocks = """
            HTTP/1.1 200 OK
            Date: Wed, 01 Jan 2025 00:01:00 GMT

            {"candidates":[],"modelVersion":"m","createTime":"2025-01-01T00:00:50.5Z"}
            """
        var reading = try SchemaReading(.named("list"))
        for capture in [Self.capture, archive, pane, clocks] {
            let sink = Sink()
            var reporter = ListJSONReporter(write: sink.write)
            try InspectedCapture(capture, rules: RuleCatalog.all).report(to: &reporter)
            reporter.finish()
            for piece in sink.pieces {
                let line = try whole(piece)
                #expect(reading.faults(in: line) == [])
                #expect(piece.last == UInt8(ascii: "\n"))
            }
            #expect(!sink.text.contains("walk"))
        }
        // No rule is that severe.
        #expect(reading.listed.subtracting(reading.reached) == ["/properties/findings/properties/critical"])
    }
}
