import CaptureReading
import Comparison
import Foundation
import Inspection
import Redaction
import Reporting
import TestSupport
import Testing

/// Every capture of the corpora, compared.
@Suite("Comparisons", .enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct ComparisonCorpusTests {
    private static let folders = ["har/files", "captures", "seed", "streams/corpus"]

    private struct Nobody: ComparisonReporter {
        mutating func finish(_ comparison: SessionComparison) {}
    }

    /// A comparison that looks at every pair again, whatever the digests say.
    private func comparison(_ a: [UInt8], _ b: [UInt8]) throws -> SessionComparison {
        func input(_ bytes: [UInt8]) -> CaptureInput {
            CaptureInput(path: "-") { () throws(CaptureError) in MemorySource(bytes) }
        }
        var nobody = Nobody()
        return try SessionComparer(input(a), input(b)).compare(for: &nobody, style: .identifier)
    }

    @Test("a capture is the same as itself", arguments: folders)
    func itself(_ folder: String) throws {
        var count = 0
        for path in try Checkout.files(below: "\(Checkout.corpora)/\(folder)") {
            // A folder has no bytes. Larger files have no more kinds of exchanges, and take minutes in a debug build.
            guard let bytes = try? Checkout.bytes(of: path), bytes.count < 60_000,
                let comparison = try? comparison(bytes, bytes)
            else { continue }
            count += 1
            #expect(comparison.summary.isSame, "\(path)")
            #expect(comparison.pairs.allSatisfy { pair in pair.state == .same }, "\(path)")
        }
        #expect(count > 0)
    }

    @Test("the seed as an HTTP archive is the same session")
    func seed() throws {
        let bytes = try Checkout.seed()
        var reader = try CaptureReader(reading: MemorySource(bytes))
        let exchange = try #require(try reader.next())
        let request = try #require(exchange.request)
        let response = try #require(exchange.response)
        func fields(_ lines: FieldLines) -> [[String: String]] {
            lines.map { line in ["name": line.name, "value": line.value] }
        }
        func text(_ body: Body?) -> String { String(decoding: body?.bytes ?? [], as: UTF8.self) }
        let entry: [String: Any] = [
            "request": [
                "method": "POST", "url": request.target ?? "", "headers": fields(request.fields),
                "postData": ["mimeType": "application/json", "text": text(request.body)],
            ],
            "response": [
                "status": 200, "headers": fields(response.fields),
                "content": ["mimeType": "text/event-stream", "text": text(response.body)],
            ],
        ]
        let archive = try JSONSerialization.data(withJSONObject: ["log": ["entries": [entry]]])
        let comparison = try comparison(bytes, Array(archive))
        #expect(comparison.pairs.flatMap(\.changes).map { change in "\(change.area) \(change.path)" } == [])
        #expect(comparison.summary.isSame)
    }
}
