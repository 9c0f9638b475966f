import CaptureReading
import Comparison
import Inspection
import Redaction
import Reporting
import TestSupport

/// Two captures of a session between which much was changed.
enum DiffFixture {
    private static func capture(_ request: String, _ body: String, _ reply: String, fields: String = "") -> String {
        """
        POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
        Host: relay.example
        Content-Type: application/json
        \(request)

        \(body)
        HTTP/1.1 200 OK
        Content-Type: application/json
        \(fields)
        \(reply)

        """
    }

    static let a = capture(
        "x-goog-api-key: sk-walk-to-perth-1\nUser-Agent: agent/1",
        #"""
        {"contents": [{"role": "user", "parts": [{"text": "his red car"}]}, {"role": "model", "parts": [{"text": "Here."}]},
         {"role": "user", "parts": [{"text": "bluer\u001b[2J"}]}],
         "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}],
         "generationConfig": {"temperature": 1, "password": "abc"}}
        """#,
        #"""
        {"candidates": [{"content": {"role": "model", "parts": [{"text": "It is sk-walk-to-perth-1 now."}]}, "finishReason": "STOP"}],
         "usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 2, "totalTokenCount": 9}}
        """#, fields: "Server: a\n")

    static let b = capture(
        "x-goog-api-key: sk-walk-to-perth-2\nUser-Agent: agent/2\nX-New: 1",
        #"""
        {"contents": [{"role": "user", "parts": [{"text": "his green car"}]}, {"role": "model", "parts": [{"text": "Here."}]},
         {"role": "user", "parts": [{"text": "bluer\u001b[2J"}]}, {"role": "user", "parts": [{"text": "still"}]}],
         "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}],
         "generationConfig": {"temperature": 0.5, "password": "xyz"}}
        """#,
        #"""
        {"candidates": [{"content": {"role": "model", "parts": [{"text": "It is sk-walk-to-perth-2 now."},
         {"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgo"}}]}, "finishReason": "MAX_TOKENS"}],
         "usageMetadata": {"promptTokenCount": 8, "candidatesTokenCount": 2, "totalTokenCount": 10}}
        """#, fields: "Server: b\n")

    /// Compares captures for a reporter and gives what it writes.
    static func report(
        _ a: String, _ b: String, options: ComparisonOptions = ComparisonOptions(), style: Redactor.Style = .identifier,
        _ makeReporter: (@escaping Output) -> some ComparisonReporter
    ) throws -> String {
        let sink = Sink()
        var reporter = makeReporter(sink.write)
        let inputs = [a, b].enumerated().map { index, text in
            CaptureInput(path: index == 0 ? "a.http" : "b.http") { () throws(CaptureError) in
                MemorySource(Array(text.utf8))
            }
        }
        try SessionComparer(inputs[0], inputs[1], options: options).compare(for: &reporter, style: style)
        return sink.text
    }
}
