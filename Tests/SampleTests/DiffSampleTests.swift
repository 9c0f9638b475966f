import CaptureReading
import Comparison
import Foundation
import Inspection
import Redaction
import Reporting
import TestSupport
import Testing

/// `samples/diff/` holds two sessions and the reports of their comparison; `UPDATE_SAMPLES=1` writes them anew.
@Suite("The sample of a comparison")
struct DiffSampleTests {
    private static let folder = "\(Checkout.samples)/diff"

    private func report(
        _ style: Redactor.Style, _ makeReporter: (@escaping Output) -> some ComparisonReporter
    ) throws -> String {
        let sink = Sink()
        var reporter = makeReporter(sink.write)
        let inputs = try ["morning.har", "evening.har"].map { name in
            let bytes = try Checkout.bytes(of: "\(DiffSampleTests.folder)/\(name)")
            return CaptureInput(path: "samples/diff/\(name)") { () throws(CaptureError) in MemorySource(bytes) }
        }
        try SessionComparer(inputs[0], inputs[1]).compare(for: &reporter, style: style)
        return sink.text
    }

    private func expect(_ report: String, _ file: String) throws {
        try SampleFile(name: "diff/\(file)").expect(report)
    }

    @Test("the text report is as expected")
    func text() throws {
        try expect(
            report(.words) { write in DiffTextReporter(options: TextOptions(), write: write) }, "report.txt")
    }

    @Test("the JSON report is as expected")
    func json() throws {
        try expect(report(.identifier) { write in DiffJSONReporter(version: "0.1.0", write: write) }, "report.json")
    }

    @Test("the patches are as expected")
    func patch() throws {
        try expect(report(.identifier) { write in PatchReporter(write: write) }, "patch.jsonl")
    }
}
