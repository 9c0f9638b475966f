import CaptureReading
import Comparison
import ContentDecoding
import Redaction
import Reporting
import TestSupport
import Testing

@testable import Inspection

/// On how many cores exchanges are worked on must not be seen in what comes of it.
@Suite struct CoreCountTests {
    /// Conversations of many lengths, each with a key of its own that the next one quotes.
    private static let capture: [UInt8] = {
        let entries = (1...24).map { number in
            let words = String(repeating: "word ", count: number % 7 * 60)
            let key = "sk-proj-" + String(repeating: "Ab\(number)Cd9", count: 8)
            let last = "sk-proj-" + String(repeating: "Ab\(number - 1)Cd9", count: 8)
            return """
                {"request": {"method": "POST", "url": "https://api.openai.com/v1/chat/completions", "headers": [
                {"name": "Authorization", "value": "Bearer \(key)"}], "postData": {"mimeType": "application/json",
                "text": "{\\"model\\":\\"gpt-4o\\",\\"messages\\":[{\\"role\\":\\"user\\",\\"content\\":\\"\(words)\(last)\\"}]}"}},
                "response": {"status": 200, "headers": [], "content": {"mimeType": "application/json",
                "text": "{\\"object\\":\\"chat.completion\\",\\"choices\\":[{\\"index\\":0,\\"message\\":{\\"role\\":\\"assistant\\",\\"content\\":\\"\(number)\\"},\\"finish_reason\\":\\"stop\\"}]}"}}}
                """
        }
        return Array(#"{"log": {"version": "1.2", "entries": [\#(entries.joined(separator: ","))]}}"#.utf8)
    }()

    private static var input: CaptureInput {
        CaptureInput(path: "capture.har") { () throws(CaptureError) in MemorySource(capture) }
    }

    private func report(onCores coreCount: Int) throws -> String {
        let sink = Sink()
        var reporter = InspectJSONReporter(layout: .document, options: JSONOptions(), version: "0", write: sink.write)
        let inspector = Inspector(of: [Self.input], style: .identifier, onCores: coreCount)
        #expect(try inspector.inspect(Self.input, for: &reporter) == 24)
        reporter.finish()
        return sink.text
    }

    @Test(arguments: [2, 8])
    func reportsAreTheSame(coreCount: Int) throws {
        let report = try report(onCores: coreCount)
        #expect(report == (try self.report(onCores: 1)))
        #expect(report.contains("REDACTED-token-24"))
        #expect(!report.contains("Ab23Cd9"))
    }

    private func copy(onCores coreCount: Int) throws -> [UInt8] {
        var copy = try SafeCopy(of: Self.input, marks: PlaceholderMaker(salt: [1]), onCores: coreCount)
        var bytes: [UInt8] = []
        try copy.write { piece in bytes += piece }
        let written = bytes
        let output = CaptureInput(path: "safe.har") { () throws(CaptureError) in MemorySource(written) }
        #expect(try copy.fault(of: output) == nil)
        #expect(try copy.fault(of: Self.input) == .secret(exchange: 1))
        return bytes
    }

    @Test(arguments: [3])
    func copiesAreTheSame(coreCount: Int) throws {
        #expect(try copy(onCores: coreCount) == copy(onCores: 1))
    }

    /// The comparison with a capture in which the words of every third exchange are others.
    private func comparison(onCores coreCount: Int) throws -> String {
        let text = String(decoding: Self.capture, as: UTF8.self).replacing("word word", with: "word other")
        let other = CaptureInput(path: "other.har") { () throws(CaptureError) in MemorySource(Array(text.utf8)) }
        let sink = Sink()
        var reporter = DiffJSONReporter(version: "0", write: sink.write)
        let comparer = SessionComparer(Self.input, other, onCores: coreCount)
        #expect(try !comparer.compare(for: &reporter, style: .identifier).summary.isSame)
        return sink.text
    }

    @Test(arguments: [3])
    func comparisonsAreTheSame(coreCount: Int) throws {
        #expect(try comparison(onCores: coreCount) == comparison(onCores: 1))
    }

    @Test("bodies that are larger than what they are captured as are not read ahead")
    func decodedBodies() throws {
        // Each opens to two megabytes: what waits is counted as it is held.
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 2 << 20)
        let coded = ContentEncoder.gzip.encode(letters[...])
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(coded.count)\r\n\r\n"
        let capture = (0..<6).flatMap { _ in Array(head.utf8) + coded }
        var reader = try CaptureReader(reading: MemorySource(capture))
        var readCount = 0
        var work = OrderedWork<Exchange, Int>(onCores: 2) { exchange in exchange.number }
        var done = 0
        while let number = try work.next(reading: { () throws(CaptureError) in
            let exchange = try reader.next()
            readCount += exchange == nil ? 0 : 1
            return exchange
        }) {
            done += 1
            #expect(number == done)
            #expect(readCount == done)
        }
        #expect(done == 6)
    }
}
