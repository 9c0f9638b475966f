import CaptureReading
import Conversation
import Findings
import ImageValidation
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

@Suite struct OutputSchemaTests {
    private static let names = Checkout.sampleNames

    @Test("the schemas stand in the order of their names, each once, and name their draft and their output")
    func catalogue() throws {
        let names = OutputSchema.all.map(\.name)
        #expect(names == ["check", "diff", "events", "extract", "image", "inspect", "list", "redact", "rules"])
        for schema in OutputSchema.all {
            let root = try whole(Array(schema.text.utf8))
            #expect(root["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
            #expect(root["title"]?.string == "unspool.\(schema.name)/1")
            #expect(schema.text.hasSuffix("}\n") && !schema.text.hasSuffix("\n\n"))
        }
    }

    @Test("there are samples to judge")
    func hasSamples() {
        #expect(!OutputSchemaTests.names.isEmpty)
    }

    @Test("the report on every sample fits", arguments: names)
    func sample(_ name: String) throws {
        var reading = try SchemaReading(.named("inspect"))
        let report = try whole(Checkout.bytes(of: "\(Checkout.samples)/\(name)/report.json"))
        #expect(reading.faults(in: report) == [])
    }

    @Test("the report on every example of every rule fits, and so does each of its lines")
    func examples() throws {
        var reading = try SchemaReading(.named("inspect"))
        let descriptors = RuleCatalog.descriptors
        for example in descriptors.flatMap({ rule in rule.flagged + rule.clean }) {
            let capture = try InspectedCapture(example, rules: RuleCatalog.all)
            let report = try JSONReport(of: capture)
            #expect(reading.faults(in: report.root) == [], "\(example)")
            for line in try lines(of: capture) {
                #expect(reading.faults(in: line, by: "line") == [], "\(example)")
            }
        }
    }

    @Test("every member that the schema of reports lists is printed by some report, and no other is")
    func members() throws {
        var reading = try SchemaReading(.named("inspect"))
        let options = JSONOptions(includesBlobs: true, showsRaw: true)
        for text in SchemaCaptures.all + SchemaMedia.all {
            let capture = try InspectedCapture(text, rules: RuleCatalog.all)
            let report = try JSONReport(of: capture, options: options)
            #expect(reading.faults(in: report.root) == [], "\(text)")
            for line in try lines(of: capture) {
                #expect(reading.faults(in: line, by: "line") == [], "\(text)")
            }
        }
        for answer in SchemaCaptures.answers {
            let object = try whole(MessageJSON(of: answer, redactor: .disclosing).bytes)
            #expect(reading.faults(in: object, by: "answer") == [])
        }
        #expect(reading.listed.subtracting(reading.reached).sorted() == [])
    }

    @Test("the report on a redaction fits, and has every member that its schema lists")
    func redaction() throws {
        var summary = RedactionSummary()
        let secret = TextRedactor.Replaced(
            kind: .csrfToken, mark: "REDACTED-csrf-token-0123abcd", characterCount: 9, offset: 7)
        summary.add([secret], exchange: 1, start: 10)
        var reading = try SchemaReading(.named("redact"))
        #expect(reading.faults(in: try whole(RedactionJSON(of: summary).bytes)) == [])
        #expect(reading.listed.subtracting(reading.reached).sorted() == [])
        #expect(reading.faults(in: try whole(RedactionJSON(of: RedactionSummary()).bytes)) == [])
    }

    @Test("a defect outside every exchange fits")
    func captureDefect() throws {
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .document, version: "1", write: sink.write)
        let format = CaptureFormatID(rawValue: "har")
        reporter.begin(CaptureHeading(path: "-", capture: Capture(format: format)), redactor: .disclosing)
        reporter.end(Capture(format: format, defects: [CaptureDefect(id: "a", message: "b", place: Place(byte: 7))]))
        reporter.finish()
        var reading = try SchemaReading(.named("inspect"))
        let report = try whole(sink.bytes)
        #expect(reading.faults(in: report) == [])
    }

    @Test("every line of events fits, and every member that is listed is printed")
    func events() throws {
        var reading = try SchemaReading(.named("events"))
        let texts = ["", "retry: 10\nid: 1\nevent: a\ndata: b\n\ndata: c", "{}", ": hello\n\n"]
        let messages = AWSFrame.event("a", "{}") + [0] + AWSFrame.event("b", "{}").dropLast()
        for bytes in texts.map({ text in Array(text.utf8) }) + [messages] {
            let sink = Sink()
            let body = Body(bytes: bytes[...], encoded: [1], layers: [.gzip], place: Place(byte: 0))
            let lines = LineTable(ExchangeSource(bytes: [1], start: .start))
            EventLines(redactor: .disclosing, lines: lines, write: sink.write).write(eventsOf: body)
            for line in try sink.pieces.map(whole) {
                #expect(reading.faults(in: line) == [], "\(bytes)")
            }
        }
        #expect(reading.reached == reading.listed)
    }

    @Test("every image fits, and every member that is listed is printed")
    func images() throws {
        var reading = try SchemaReading(.named("image"))
        for bytes in SchemaImages.all {
            let sink = Sink()
            let report = ImageValidator().validate(bytes[...], declared: .png)
            let lines = ImageLines(style: .disclosed, write: sink.write)
            lines.write(ValidatedImage(path: "a.png", declaredType: "image/png", bytes: bytes[...], report: report))
            for line in try sink.pieces.map(whole) {
                #expect(reading.faults(in: line) == [])
            }
        }
        #expect(reading.listed.subtracting(reading.reached).sorted() == [])
    }

    @Test("the rules fit, and every member that is listed is printed")
    func rules() throws {
        var reading = try SchemaReading(.named("rules"))
        let rules = try whole(RulesJSON(of: RuleCatalog.descriptors).bytes)
        #expect(reading.faults(in: rules) == [])
        #expect(reading.reached == reading.listed)
    }

    /// The lines of a report in the layout of lines.
    private func lines(of capture: InspectedCapture) throws -> [JSONValue] {
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .lines, version: "1", write: sink.write)
        capture.report(to: &reporter)
        reporter.finish()
        return try sink.pieces.map(whole)
    }
}
