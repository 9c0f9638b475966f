import Foundation
import TestSupport
import Testing

/// A report that a sample has beside its capture; `UPDATE_SAMPLES=1` writes it anew.
struct SampleFile {
    /// The name: `diff/report.txt`.
    let name: String

    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1"

    /// Expects a report to be what the file holds.
    func expect(_ report: String) throws {
        let path = "\(Checkout.samples)/\(name)"
        if SampleFile.isUpdating { try report.write(toFile: path, atomically: true, encoding: .utf8) }
        let isExpected = String(decoding: try Checkout.bytes(of: path), as: UTF8.self) == report
        #expect(isExpected, "\(name) differs; UPDATE_SAMPLES=1 swift test --filter SampleTests writes it anew")
    }
}
