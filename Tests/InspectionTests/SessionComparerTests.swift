import CaptureReading
import Comparison
import Redaction
import Reporting
import TestSupport
import Testing

@testable import Inspection

/// What a comparison shows of secrets that no message names.
@Suite struct SessionComparerTests {
    private func input(_ path: String, _ text: String) -> CaptureInput {
        CaptureInput(path: path) { () throws(CaptureError) in MemorySource(Array(text.utf8)) }
    }

    private func command(asking text: String) -> String {
        """
        curl https://api.openai.com/v1/chat/completions -H 'content-type: application/json' -d '{"model": "gpt-4o",
        "messages": [{"role": "user", "content": "\(text)"}]}'

        """
    }

    @Test(
        "a secret that stands around the messages of one capture is hidden where a changed text repeats it",
        arguments: ["\n\n", "; "])
    func surroundings(end: String) throws {
        let secret = "perth7to3hobart9"
        let a = input("a.txt", command(asking: "say hello"))
        let variable = "# The relay.\nexport UPSTREAM=\(secret)\(end)"
        let b = input("b.txt", variable + command(asking: "say \(secret) and hello"))
        let sink = Sink()
        var reporter = DiffJSONReporter(version: "0", write: sink.write)
        #expect(try !SessionComparer(a, b).compare(for: &reporter, style: .identifier).summary.isSame)
        #expect(sink.text.contains("REDACTED-key-1"))
        #expect(!sink.text.contains(secret))
    }
}
