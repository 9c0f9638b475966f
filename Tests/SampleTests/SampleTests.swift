import CaptureReading
import Foundation
import Inspection
import Redaction
import Reporting
import TestSupport
import Testing

/// Every folder of `samples/` holds a capture and the reports it gives; `UPDATE_SAMPLES=1` writes the reports anew.
@Suite("Samples")
struct SampleTests {
    /// The folders' names.
    static let names = Checkout.sampleNames

    @Test("there are samples, each with a capture, its reports and a note")
    func folders() throws {
        #expect(SampleTests.names.count >= 3)
        for name in SampleTests.names {
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(Checkout.samples)/\(name)").sorted()
            #expect(files.count == 4 && files.first?.hasPrefix("capture.") == true, "\(name): \(files)")
            #expect(files.dropFirst() == ["note.md", "report.json", "report.txt"], "\(name): \(files)")
        }
    }

    @Test("the README shows a sample's report as it is")
    func readme() throws {
        let readme = String(decoding: try Checkout.bytes(of: "\(Checkout.folder)/README.md"), as: UTF8.self)
        let report = String(
            decoding: try Checkout.bytes(of: "\(Checkout.samples)/gemini-image-edit/report.txt"), as: UTF8.self)
        let isShown = readme.contains("$ unspool samples/gemini-image-edit/capture.txt\n\(report)```")
        #expect(isShown)
    }

    @Test("the text report is as expected", arguments: names)
    func text(_ name: String) throws {
        try expect(
            report(on: name, .words) { write in TextReporter(options: TextOptions(), write: write) }, name, "report.txt"
        )
    }

    @Test("the JSON report is as expected", arguments: names)
    func json(_ name: String) throws {
        let report = try report(on: name, .identifier) { write in
            InspectJSONReporter(layout: .document, version: "0.1.0", write: write)
        }
        try expect(report, name, "report.json")
    }

    @Test("a safe copy of a sample is clean, is final, and is a capture of the same format", arguments: names)
    func safeCopy(_ name: String) throws {
        let folder = "\(Checkout.samples)/\(name)"
        let file = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { file in file.hasPrefix("capture.") })
        guard file != "capture.zip" else { return }
        var capture = try Checkout.bytes(of: "\(folder)/\(file)")
        var copies: [[UInt8]] = []
        let format = try CaptureReader(reading: MemorySource(capture)).format
        for salt in ["one", "two"] {
            let input = CaptureInput(path: "-") { [capture] () throws(CaptureError) in MemorySource(capture) }
            var copy = try SafeCopy(of: input, marks: PlaceholderMaker(salt: Array(salt.utf8)))
            var output: [UInt8] = []
            try copy.write { bytes in output += bytes }
            let written = CaptureInput(path: "-") { [output] () throws(CaptureError) in MemorySource(output) }
            #expect(try copy.fault(of: written) == nil)
            #expect(try CaptureReader(reading: MemorySource(output)).format == format)
            copies.append(output)
            capture = output
        }
        #expect(copies[0] == copies[1])
    }

    @Test("the SARIF log beside the workflow is what a check of a sample gives, and holds no secret")
    func sarif() throws {
        let path = try path(of: "gemini-image-edit")
        let bytes = try Checkout.bytes(of: "\(Checkout.folder)/\(path)")
        var collector = FindingCollector()
        let input = CaptureInput(path: path) { () throws(CaptureError) in MemorySource(bytes) }
        try Inspector(of: [input], style: .identifier).inspect(input, for: &collector)
        let log = String(decoding: SARIFLog(of: collector.result, version: "0.1.0").bytes, as: UTF8.self)
        try expect(log, "check", "unspool.sarif")
        for secret in try secrets(of: "gemini-image-edit") where secret.utf8.count >= 6 {
            #expect(!log.contains(secret.prefix(6)))
        }
    }

    @Test("no report shows six characters of a secret in a row, however it is asked for", arguments: names)
    func secrecy(_ name: String) throws {
        let everything = TextOptions(width: 400, isVerbose: true, details: Set(Detail.allCases))
        let options = JSONOptions(includesBlobs: true, showsRaw: true)
        let reports = [
            try report(on: name, .words) { write in TextReporter(options: everything, write: write) },
            try report(on: name, .identifier) { write in
                InspectJSONReporter(layout: .document, options: options, version: "0", write: write)
            },
            try report(on: name, .identifier) { write in
                InspectJSONReporter(layout: .lines, options: options, version: "0", write: write)
            },
        ]
        let secrets = try secrets(of: name)
        #expect(!secrets.isEmpty)
        for secret in secrets {
            let characters = Array(secret)
            for start in 0...max(0, characters.count - 6) {
                let piece = String(characters[start..<min(start + 6, characters.count)])
                for report in reports {
                    let isShown = report.contains(piece)
                    #expect(!isShown, "\(name) shows a piece of a secret that begins at character \(start)")
                }
            }
        }
    }

    private func path(of name: String) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(Checkout.samples)/\(name)")
        return "samples/\(name)/" + (try #require(files.first { file in file.hasPrefix("capture.") }))
    }

    private func report(
        on name: String, _ style: Redactor.Style, _ makeReporter: (@escaping Output) -> some Reporter
    ) throws -> String {
        let path = try path(of: name)
        let bytes = try Checkout.bytes(of: "\(Checkout.folder)/\(path)")
        let sink = Sink()
        var reporter = makeReporter(sink.write)
        let input = CaptureInput(path: path) { () throws(CaptureError) in MemorySource(bytes) }
        try Inspector(of: [input], style: style).inspect(input, for: &reporter)
        reporter.finish()
        return sink.text
    }

    private func secrets(of name: String) throws -> [String] {
        var reader = try CaptureReader(
            reading: MemorySource(try Checkout.bytes(of: "\(Checkout.folder)/\(path(of: name))")))
        var values: [String] = []
        while let exchange = try reader.next() { values += SecretScanner.secrets(in: exchange).map(\.value) }
        return values
    }

    private func expect(_ report: String, _ name: String, _ file: String) throws {
        try SampleFile(name: "\(name)/\(file)").expect(report)
    }
}
