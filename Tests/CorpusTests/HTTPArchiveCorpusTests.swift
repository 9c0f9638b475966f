import CaptureReading
import TestSupport
import Testing

/// Archives that tools wrote, cut where they were not.
@Suite("Recorded archives", .enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct HTTPArchiveCorpusTests {
    /// Ten archives of some size, each by another tool.
    private static let names = [
        "GENERATED__mitmproxy-llm.har", "GENERATED__firefox-netmonitor.har", "GENERATED__playwright-full-embed.har",
        "mitmproxy_mitmproxy__flows-websocket.har", "gatling_gatling__charles42-get.har",
        "gatling_gatling__chrome61-multipart.har", "SvenskaSpel_har2locust__inputs-url-encoded-body-no-text-field.har",
        "mandrean_har-rs__fixtures-someapi13.har", "grafana_har-to-k6__example-params.har",
        "janodvarko_harviewer__hars-testLoad1.harp",
    ]

    @Test("every 997th prefix gives a beginning of the entries, and no more defects than entries", arguments: names)
    func prefixes(name: String) throws {
        let file = try Checkout.bytes(of: "\(Checkout.corpora)/har/files/\(name)")
        let whole = try targets(in: file[...])
        // Large files are cut as often as small ones, at bytes as odd.
        let step = 997 * max(1, file.count / 40_000)
        for count in stride(from: 997, to: file.count, by: step) {
            let found: (targets: [String?], defectCount: Int)
            do throws(CaptureError) {
                found = try targets(in: file[..<count])
            } catch {
                // Nothing is left of a file that is cut before its entries.
                continue
            }
            #expect(found.targets.count <= whole.targets.count, "\(count) bytes")
            #expect(found.targets.dropLast() == whole.targets.prefix(max(0, found.targets.count - 1)), "\(count) bytes")
            #expect(found.defectCount <= found.targets.count + whole.defectCount + 2, "\(count) bytes")
        }
    }

    /// The targets of the entries of a capture, and how many defects it has.
    private func targets(in bytes: ArraySlice<UInt8>) throws(CaptureError) -> (targets: [String?], defectCount: Int) {
        var reader = try CaptureReader(reading: MemorySource(Array(bytes)), as: .httpArchive)
        var targets: [String?] = []
        var defectCount = 0
        while let exchange = try reader.next() {
            targets.append(exchange.request?.target)
            defectCount += exchange.defects.count
        }
        return (targets, defectCount + reader.capture.defects.count)
    }
}
