import CaptureReading
import Findings
import JSONReading
import Redaction
import Reporting
import TestSupport
import Testing

/// What no JSON output may hold, whatever was captured.
@Suite struct JSONSafetyTests {
    private static let key = "sk-walk-to-perth"

    /// A capture that repeats its key wherever there is room for text.
    private static let repeating = """
        POST /v1beta/models/\(key):generateContent?key=\(key) HTTP/1.1
        Host: \(key).example
        x-goog-api-key: \(key)
        x-\(key): \(key)
        User-Agent: \(key)

        {"contents": [{"role": "\(key)", "parts": [{"text": "\(key)"},
          {"inlineData": {"mimeType": "image/\(key)", "data": "<\(key)>"}},
          {"fileData": {"mimeType": "\(key)", "fileUri": "gs://\(key)"}},
          {"functionResponse": {"id": "\(key)", "name": "\(key)", "response": {"\(key)": ["sk-walk\\u002dto-perth"]}}},
          {"\(key)": "\(key)"}]}],
         "tools": [{"functionDeclarations": [{"name": "\(key)"}]}, {"\(key)": {}}],
         "safetySettings": [{"category": "\(key)", "threshold": "\(key)"}],
         "generationConfig": {"\(key)": "\(key)", "apiKey": "\(key)"}}
        HTTP/1.1 200 \(key)
        Content-Type: text/\(key)
        Content-Encoding: \(key)
        Set-Cookie: session=\(key); Path=/
        Location: https://a.example/?key=\(key)

        {"responseId": "\(key)", "modelVersion": "\(key)", "\(key)": "\(key)", "usageMetadata": {"\(key)": "\(key)"},
         "promptFeedback": {"blockReason": "\(key)"},
         "candidates": [{"\(key)": ["\(key)"], "finishReason": "\(key)", "content": {"role": "\(key)", "parts": [
          {"text": "\(key)", "thoughtSignature": "\(key)"}, {"text": "\(key)", "thought": true},
          {"functionCall": {"id": "\(key)", "name": "\(key)", "args": {"\(key)": "sk-walk-to\\u002dperth"}}},
          {"toolCall": {"id": "\(key)", "toolType": "\(key)"}}, {"toolResponse": {"toolType": "\(key)"}},
          {"inlineData": {"mimeType": "\(key)", "data": "AA==\(key)"}}, {"\(key)": "\(key)"}]}}]}
        GET https://user:\(key)@a.example/ HTTP/1.1
        \(key)

        HTTP/1.1 400 Bad Request

        {"error": {"message": "API key \(key) is not valid", "\(key)": 1}}
        """

    /// Whether a text holds six characters in a row of the key.
    private func leaks(_ text: String, key: String = key) -> Bool {
        let bytes = Array(text.utf8)
        let letters = Array(key.utf8)
        let pieces = Set((0...letters.count - 6).map { start in Array(letters[start..<start + 6]) })
        return bytes.count >= 6
            && (0...bytes.count - 6).contains { start in pieces.contains(Array(bytes[start..<start + 6])) }
    }

    @Test(
        "what stands under the name of a secret is hidden, be it a number, an element, a member, or short",
        arguments: [
            #"{"password": [12345678, "qx1", {"a": 7766}], "secret": 98765432, "max_tokens": 5}"#,
            #"{"api_key": {"value": "qx1", "more": [{"a": 98765432}]}, "b": {"secret": 12345678}}"#,
            #"{"message": "bad", "password": 12345678, "secret": "qx1", "details": [{"apiKey": ["7766"]}]}"#,
            #"{"apiKey": ["qx1"], "password": 7766, "stop": ["a", "b"]}"#,
            #"{"apiKey": ["qx1", "7766"], "secret": "qx1"}"#,
        ])
    func namedSecrets(_ object: String) throws {
        let call = #"{"functionCall": {"name": "f", "args": \#(object)}}"#
        let answer = #"{"candidates": [{"content": {"parts": [\#(call), {"odd": \#(object)}]}}]}"#
        let request = #"{"contents": [], "generationConfig": \#(object)}"#
        let path = "/v1beta/models/gemini-pro:generateContent"
        for response in [answer, #"{"error": \#(object)}"#, #"{"promptFeedback": \#(object)}"#] {
            let capture = try InspectedCapture(
                "POST \(path) HTTP/1.1\n\n\(request)\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n\(response)")
            let (json, text) = (Sink(), Sink())
            var reporter = InspectJSONReporter(layout: .lines, version: "1", write: json.write)
            capture.report(to: &reporter)
            let options = TextOptions(width: 400, isVerbose: true)
            var textReporter = TextReporter(options: options, write: text.write)
            capture.report(to: &textReporter, style: .words)
            let exchange = try #require(capture.exchanges.first)
            let message = MessageText(of: try #require(exchange.answer), redactor: capture.redactor(.words)).text
            for secret in ["12345678", "98765432", "qx1", "7766"] {
                let isShown = [json.text, text.text, message].map { output in output.contains(secret) }
                #expect(isShown == [false, false, false])
            }
            #expect(json.text.contains(#""max_tokens":5"#) == object.contains("max_tokens"))
        }
    }

    @Test("no output of any mode holds six characters of a key", arguments: [false, true], [false, true])
    func secrecy(includesBlobs: Bool, showsRaw: Bool) throws {
        let options = JSONOptions(includesBlobs: includesBlobs, showsRaw: showsRaw)
        let text = JSONSafetyTests.repeating
        let capture = try InspectedCapture(text, rules: [Quoting.self])
        #expect(leaks(text))
        for layout in [InspectJSONReporter.Layout.document, .lines] {
            let sink = Sink()
            var reporter = InspectJSONReporter(layout: layout, options: options, version: "1", write: sink.write)
            capture.report(to: &reporter, path: "captures/\(JSONSafetyTests.key).http")
            reporter.finish()
            #expect(!leaks(sink.text))
            #expect(sink.text.contains("REDACTED-key-1"))
        }
        for exchange in capture.exchanges where exchange.answer != nil {
            let answer = try #require(exchange.answer)
            let message = MessageJSON(
                of: answer, images: exchange.images, redactor: capture.redactor(), options: options)
            #expect(!leaks(String(decoding: message.bytes, as: UTF8.self)))
            #expect(!leaks(MessageText(of: answer, redactor: capture.redactor(.words)).text))
        }
    }

    @Test("a reader who asks for secrets sees everything as it is")
    func disclosed() throws {
        let capture = try InspectedCapture(JSONSafetyTests.repeating)
        let report = try JSONReport(of: capture, path: "\(JSONSafetyTests.key).http", style: .disclosed)
        #expect(report.text.contains("\"\(JSONSafetyTests.key).http\""))
        #expect(!report.text.contains("REDACTED"))
    }

    @Test("a secret that is too short to be looked for is hidden in its place")
    func short() throws {
        let report = try JSONReport(of: "GET /?key=abc HTTP/1.1\nHost: a.example\nx-api-key: xyz\n\n")
        #expect(try report.compact("request", "url") == #""https://a.example/?key=REDACTED-key-1""#)
        #expect(try report.compact("request", "headers", "1", "value") == #""REDACTED-key-2""#)
    }

    @Test("a member that is a secret by its name is hidden however short, in verbatim values and in arguments")
    func shortMembers() throws {
        let report = try JSONReport(
            of: """
                POST /v1beta/models/gemini-pro:generateContent HTTP/1.1

                {"generationConfig": {"password": "abc", "a": [{"apiKey": "xyz", "b": "abc", "secret": ""}]}}
                HTTP/1.1 200 OK
                Content-Type: text/event-stream

                data: {"candidates": [{"content": {"parts": [{"functionCall": {"name": "f", "args": {"password": "uvw"}}}]}}]}


                """)
        #expect(
            try report.compact("prompt", "config")
                == #"{"password":"REDACTED-password-1","a":[{"apiKey":"REDACTED-key-1","b":"abc","secret":""}]}"#)
        #expect(!report.text.contains("uvw"))
        let text = try report.compact("answer", "messages", "0", "parts", "0", "arguments_text")
        #expect(text.contains("password"))
    }

    @Test("every character that could act or hide is escaped")
    func escapes() throws {
        let hidden = (UInt32(0x7F)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        #expect(hidden.count > 200)
        let text = String(String.UnicodeScalarView(hidden))
        let name = text.filter { character in character != "\u{85}" }
        let response = #"{"candidates": [{"\#(text)": 1, "content": {"parts": [{"text": "\#(text)"}]}}]}"#
        let capture = try InspectedCapture("HTTP/1.1 200 OK\nx-odd: \(name)\n\n\(response)")
        let report = try JSONReport(of: capture, options: JSONOptions(showsRaw: true), path: text)
        #expect(!report.text.unicodeScalars.contains { scalar in scalar != "\n" && !SafeText.isSafe(scalar) })
        #expect(report.root["captures"]?[0]?["path"]?.string == text)
        let shown = try report.exchange["answer"]?["messages"]?[0]?["parts"]?[0]?["content"]?.string
        #expect(shown == text)
    }
}

/// Quotes the key, as no rule may: the report has to hide it all the same.
private enum Quoting: Rule {
    static let descriptor = RuleDescriptor(
        id: "TST003", name: "quoting", severity: .low, summary: "", why: "", flagged: [], clean: [])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.secrets.map { secret in
            Finding(
                rule: descriptor.id, name: descriptor.name, severity: .low, message: "found \(secret.value)",
                logicalPlace: "request.headers[\"x-\(secret.value)\"]", place: secret.place)
        }
    }
}
