import CaptureReading
import Findings
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

@Suite struct InspectJSONReporterTests {
    private let two = """
        POST /a HTTP/1.1
        Host: example.com

        {"a": 1}
        HTTP/1.1 200 OK

        {}
        GET /b HTTP/1.1
        Host: example.com

        """

    @Test("a document holds its captures and their exchanges, and ends with the figures")
    func document() throws {
        let report = try JSONReport(of: two)
        #expect(report.root["schema"]?.string == "unspool.inspect/1")
        #expect(report.root["tool"].map(spelled) == #"{"name":"unspool","version":"1.2.3"}"#)
        let capture = try #require(report.root["captures"]?[0])
        #expect(
            capture.members.map(\.name) == ["path", "format", "container", "sha256", "exchanges", "bytes", "defects"])
        #expect(capture["path"]?.string == "a.http")
        #expect(capture["format"]?.string == "http-message")
        #expect(capture["container"]?.isNull == true)
        #expect(capture["bytes"]?.int == two.utf8.count)
        #expect(capture["exchanges"]?.elements.compactMap { exchange in exchange["number"]?.int } == [1, 2])
        #expect(report.root["summary"]?["exchanges"]?.int == 2)
        #expect(report.text.hasPrefix("{\n  \"schema\": \"unspool.inspect/1\",\n  \"tool\": {\n    \"name\""))
    }

    @Test("a container is named with the member that the capture is in it, and a defect of it says where it ends")
    func container() throws {
        let zip =
            "PK\u{3}\u{4}\u{14}" + String(repeating: "\0", count: 13) + "\u{1A}\0\0\0\u{1A}\0\0\0\u{5}\0\0\0a.har"
            + #"{"log": {"entries": [{}]}}"#
        let capture = try #require(try JSONReport(of: zip).root["captures"]?[0])
        #expect(capture["container"]?.string == "zip")
        #expect(capture["member"]?.string == "a.har")
        #expect(capture["bytes"]?.int == 26)
        #expect(
            capture["defects"]?.elements.compactMap { defect in defect["id"]?.string } == [
                "zip.no-directory", "zip.checksum",
            ])
        #expect(
            capture["defects"]?[1].map(spelled)?.contains(
                #""error":{"class":"checksum","message":"expected the checksum of the member's content in the zip, "#
                    + #"found another one; the content is damaged","offset":61,"layer":"zip"}"#) == true)
        let wide = two.map { character in "\(character)\0" }.joined()
        #expect(try JSONReport(of: wide).root["captures"]?[0]?["container"]?.string == "utf-16le")
    }

    @Test("lines begin with the capture and end with the figures; what is known late stands behind the exchanges")
    func lines() throws {
        let capture = try InspectedCapture(two)
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .lines, version: "1", write: sink.write)
        capture.report(to: &reporter)
        capture.report(to: &reporter, path: "b.http")
        reporter.finish()
        #expect(sink.bytes.last == UInt8(ascii: "\n"))
        let values = try sink.bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { line in try whole(Array(line)) }
        #expect(
            values.map { value in value.members.map(\.name)[0] } == [
                "capture", "number", "number", "capture", "capture", "number", "number", "capture", "summary",
            ])
        let digest = String(repeating: "0", count: 64)
        #expect(
            spelled(values[0])
                == #"{"capture":{"path":"a.http","format":"http-message","container":null,"sha256":"\#(digest)"}}"#)
        #expect(
            spelled(values[3]) == #"{"capture":{"path":"a.http","bytes":\#(two.utf8.count),"defects":[]}}"#)
        #expect(values[8]["summary"]?["exchanges"]?.int == 4)
        let document = try JSONReport(of: capture)
        #expect(try spelled(values[1]) == spelled(document.exchange))
    }

    @Test("an exchange is written when it arrives")
    func streaming() throws {
        let capture = try InspectedCapture(two)
        for layout in [InspectJSONReporter.Layout.document, .lines] {
            let sink = Sink()
            var reporter = InspectJSONReporter(layout: layout, version: "1", write: sink.write)
            capture.report(to: &reporter)
            reporter.finish()
            #expect(sink.pieces.count == 5)
            #expect(sink.pieces.allSatisfy { piece in !piece.isEmpty })
            let second = String(decoding: sink.pieces[2], as: UTF8.self)
            #expect(second.contains("example.com/b"))
            #expect(!second.contains("example.com/a"))
        }
    }

    @Test("a run without captures is still a document")
    func nothing() throws {
        for layout in [InspectJSONReporter.Layout.document, .lines] {
            let sink = Sink()
            var reporter = InspectJSONReporter(layout: layout, version: "1", write: sink.write)
            reporter.finish()
            #expect(try whole(sink.bytes)["summary"]?["answers"]?.int == 0)
        }
    }

    @Test("a rule counts once in each capture, by the highest severity that it fired with")
    func severities() throws {
        let capture = try InspectedCapture(two, rules: [MissingType.self, PlainHost.self])
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .document, version: "1", write: sink.write)
        capture.report(to: &reporter)
        capture.report(to: &reporter, path: "b.http")
        reporter.finish()
        let summary = try #require(try whole(sink.bytes)["summary"])
        #expect(
            summary["findings"].map(spelled) == #"{"critical":0,"high":2,"medium":0,"low":0,"info":2}"#)
    }

    @Test("a finding has its place, its exchange and a fingerprint that no line moves")
    func findings() throws {
        let capture = try InspectedCapture(two, rules: [PlainHost.self])
        let moved = try InspectedCapture("\n\n" + two, rules: [PlainHost.self])
        let report = try JSONReport(of: capture)
        #expect(
            try report.compact("findings")
                == #"""
                [{"rule":"TST001","name":"plain-host","severity":"info","message":"a host in the clear",\#
                "at":{"line":2,"column":7,"byte":23},"exchange":1,"where":"request.headers[\"host\"]",\#
                "fingerprint":"d27aa532cc33cc9c"}]
                """#)
        let fingerprint = try JSONReport(of: moved).compact("findings", "0", "fingerprint")
        #expect(fingerprint == #""d27aa532cc33cc9c""#)
    }

    @Test("defects of an exchange have line and column")
    func defects() throws {
        let report = try JSONReport(of: "HTTP/1.1 200 OK\nContent-Length: 9\n\n{}")
        let defects = try #require(try report.exchange["defects"])
        #expect(defects.count == 1)
        #expect(defects[0]?["id"]?.string == "http-message.truncated-body")
        #expect(defects[0]?["message"]?.string?.isEmpty == false)
        #expect((defects[0]?["at"]?["line"]?.int ?? 0) >= 1)
        #expect(try report.compact("response", "body", "truncated") == "true")
    }

    @Test("defects of a capture have their byte, the lines being gone")
    func captureDefects() throws {
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .document, version: "1", write: sink.write)
        let format = CaptureFormatID(rawValue: "har")
        reporter.begin(CaptureHeading(path: "-", capture: Capture(format: format)), redactor: .disclosing)
        let defect = CaptureDefect(id: "har.odd", message: "expected an object, found a number", place: Place(byte: 7))
        reporter.end(Capture(format: format, byteCount: 9, defects: [defect]))
        reporter.finish()
        let capture = try #require(try whole(sink.bytes)["captures"]?[0])
        #expect(
            capture["defects"].map(spelled)
                == #"[{"id":"har.odd","message":"expected an object, found a number","at":{"byte":7}}]"#)
        #expect(capture["exchanges"].map(spelled) == "[]")
    }
}

/// Fires at every host.
private enum PlainHost: Rule {
    static let descriptor = RuleDescriptor(
        id: "TST001", name: "plain-host", severity: .info, summary: "", why: "", flagged: [], clean: [])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.requestFields.all("host").map { line in
            Finding(
                rule: descriptor.id, name: descriptor.name, severity: .info, message: "a host in the clear",
                logicalPlace: "request.headers[\"host\"]", place: line.place)
        }
    }
}

/// Fires at every request: with a low severity without a body, with a high one with a body.
private enum MissingType: Rule {
    static let descriptor = RuleDescriptor(
        id: "TST002", name: "missing-type", severity: .low, summary: "", why: "", flagged: [], clean: [])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        [
            Finding(
                rule: descriptor.id, name: descriptor.name, severity: exchange.request?.body == nil ? .low : .high,
                message: "no type", logicalPlace: "request", place: nil)
        ]
    }
}
