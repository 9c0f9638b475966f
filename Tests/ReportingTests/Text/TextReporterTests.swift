import CaptureReading
import Findings
import Redaction
import Reporting
import TestSupport
import Testing

@Suite("The text report")
struct TextReporterTests {
    /// The report on a capture.
    private func report(
        _ capture: String, _ options: TextOptions = TextOptions(), path: String = "a.http"
    ) throws -> String {
        let sink = Sink()
        var reporter = TextReporter(options: options, write: sink.write)
        try InspectedCapture(capture, rules: RuleCatalog.all).report(
            to: &reporter, path: path, style: .words)
        reporter.finish()
        return sink.text
    }

    @Test(
        "the commands at the end name the file as a shell takes it",
        arguments: [
            ("a.http", "a.http"), ("dir/a b.http", "'dir/a b.http'"), ("it's.http", "'it'\\''s.http'"),
            ("-x.http", "./-x.http"), ("~a.http", "'~a.http'"), ("$(id).http", "'$(id).http'"), ("-", "FILE"),
            ("a\u{1B}[2J.http", "FILE"), ("caf\u{E9}.http", "'caf\u{E9}.http'"), ("walk-to-perth-2025.http", "FILE"),
        ])
    func commands(path: String, word: String) throws {
        let capture = gemini(
            "{}", #"{"candidates":[{"content":{"parts":[{"text":"hi"}]}}]}"#,
            host: "relay.example\nx-goog-api-key: walk-to-perth-2025")
        let text = try report(capture, TextOptions(width: 40), path: path)
        #expect(text.contains("next: unspool message \(word)\n      unspool inspect \(word) --format json\n"))
    }

    @Test("a host that only looks like another one stands beside its ASCII form")
    func lookAlikes() throws {
        let text = try report(gemini("{}", "{}", host: "api.\u{43E}penai.com"))
        #expect(text.contains("api.\u{43E}penai.com  api.xn--penai-iye.com"))
        #expect(try report(gemini("{}", "{}", host: "B\u{FC}cher.example")).contains("xn--bcher-kva.example"))
        #expect(try report(gemini("{}", "{}", host: "\u{4F8B}\u{3048}.example")).contains("xn--r8jz45g.example"))
        #expect(!(try report(gemini("{}", "{}"))).contains("xn--"))
    }

    @Test("findings in several exchanges are told with the numbers of those")
    func findingPlaces() throws {
        let one = gemini("{}", "{}", host: "relay.example\nx-goog-api-key: walk-to-perth-2025")
        #expect(try report(one).contains("SEC001  :3  "))
        let text = try report(one + one)
        #expect(text.contains("SEC001  #1:3  ") && text.contains("(also #2:"))
    }

    @Test("footnotes of many exchanges are counted behind the first ones")
    func footnotes() throws {
        let messages = (10..<40).map { second in
            "HTTP/1.1 200 OK\nDate: Wed, 01 Jan 2025 00:01:00 GMT\n\n"
                + "{\"candidates\":[],\"modelVersion\":\"m\",\"createTime\":\"2025-01-01T00:00:\(second).5Z\"}\n"
        }
        let text = try report(messages.joined(), TextOptions(isVerbose: true))
        #expect(text.contains("* server clocks: createTime 00:00:10.500 to Date 00:01:00"))
        #expect(text.contains("* and so for 26 further exchanges\n"))
    }

    @Test("an error stands first, with its message line by line and its details")
    func errors() throws {
        let error =
            #"{"error":{"code":429,"message":"Too many.\nWait.","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"7s"}]}}"#
        let text = try report(gemini("{}", error, status: "429 Too Many Requests"))
        #expect(text.contains("ERROR   RESOURCE_EXHAUSTED   429   :"))
        #expect(text.contains("\n        Too many.\n        Wait.\n        details [{\"retryDelay\":\"7s\"}]\n"))
        #expect(text.contains("no answer"))
    }

    @Test("a blocked prompt is said, with the reason and what was said of it")
    func blocked() throws {
        let text = try report(
            gemini("{}", #"{"promptFeedback":{"blockReason":"SAFETY","safetyRatings":[{"probability":"HIGH"}]}}"#))
        #expect(text.contains("BLOCKED  the prompt was blocked: SAFETY   :"))
        #expect(text.contains("HIGH"))
    }

    @Test("tools, calls and their answers are shown in the conversation")
    func tools() throws {
        let request = """
            {"contents":[{"role":"model","parts":[{"functionCall":{"name":"get","args":{"city":"Oslo"}}}]},\
            {"role":"user","parts":[{"functionResponse":{"name":"get","response":{"t":3}}}]}],\
            "tools":[{"functionDeclarations":[{"name":"get"}]}]}
            """
        let text = try report(
            gemini(request, #"{"candidates":[{"content":{"parts":[{"text":"3 degrees"}]},"finishReason":"STOP"}]}"#))
        #expect(text.contains(#"   1 model   [calls get {"city":"Oslo"}]"#))
        #expect(text.contains(#"   2 user    [answer of get {"t":3}]"#))
        #expect(text.contains("CONFIG  tools get · no max tokens"))
    }

    @Test("a long conversation is shown by its beginning and its end, and whole when asked for")
    func longConversations() throws {
        let turns = (1...200).map { number in #"{"role":"user","parts":[{"text":"turn \#(number)"}]}"# }
        let capture = gemini(#"{"contents":[\#(turns.joined(separator: ","))]}"#, "{}")
        let text = try report(capture)
        #expect(
            text.contains("   3 user    turn 3\n     …       [180 turns more, -v for all]\n 184 user    turn 184\n"))
        #expect(text.contains(" 200 user    turn 200\n"))
        #expect(!text.contains("turn 100\n"))
        #expect(try report(capture, TextOptions(isVerbose: true)).contains(" 100 user    turn 100\n"))
    }

    @Test("several exchanges begin with a table, and only the first conversations follow")
    func severalExchanges() throws {
        let one = gemini(
            #"{"contents":[{"parts":[{"text":"hi"}]}]}"#,
            #"{"candidates":[{"finishReason":"STOP","content":{"parts":[{"text":"yes"}]}}]}"#)
        let other = "GET /index.html HTTP/1.1\nHost: a.example\n\nHTTP/1.1 404 Not Found\nContent-Length: 0\n\n"
        let text = try report(String(repeating: one, count: 50) + other)
        #expect(text.contains("51 exchanges\n\n#   METHOD  HOST"))
        #expect(text.contains("\n40  POST"))
        #expect(!text.contains("\n41  POST"))
        #expect(text.contains("[11 exchanges more: --only NUMBERS, or -v for all]"))
        #expect(text.contains("[45 conversations more: --only NUMBERS, or -v for all]"))
        #expect(text.split(separator: "\n").allSatisfy { line in line.count <= 80 })
        let everything = try report(one + other, TextOptions(isVerbose: true))
        #expect(everything.contains("a.example  /index.html"))
    }

    @Test("the table lists calls of models and failures before all else, in the capture's order")
    func wantedRows() throws {
        let one = gemini(#"{"contents":[]}"#, #"{"candidates":[]}"#)
        let fine = "GET /a.css HTTP/1.1\nHost: a.example\n\nHTTP/1.1 200 OK\nContent-Length: 0\n\n"
        let other = "GET /index.html HTTP/1.1\nHost: a.example\n\nHTTP/1.1 404 Not Found\nContent-Length: 0\n\n"
        let text = try report(String(repeating: fine, count: 60) + one + other)
        #expect(text.contains("\n38  GET") && !text.contains("\n39  GET"))
        #expect(text.contains("\n61  POST") && text.contains("\n62  GET"))
        #expect(text.contains("[22 exchanges more: --only NUMBERS, or -v for all]"))
    }

    @Test("what is shown beside the usual is shown for exchanges that are no conversations too")
    func details() throws {
        let capture = "GET /a HTTP/1.1\nHost: a.example\n\nHTTP/1.1 200 OK\nX-B: c\nContent-Length: 2\n\nhi"
        let text = try report(capture, TextOptions(details: [.headers, .raw]))
        #expect(text.contains("REQUEST HEADERS  1 line\n   :2  Host  a.example\n"))
        #expect(text.contains("RESPONSE BODY  2 B\n   hi\n"))
    }

    @Test("a secret is nowhere, wherever the capture repeats it")
    func secrecy() throws {
        let key = "walk-to-perth/99"
        let escaped = #"walk-to-perth\/99"#
        let request = """
            {"contents":[{"role":"\(key)","parts":[{"text":"my \(escaped) key"},{"\(key)":"\(escaped)"},\
            {"functionCall":{"name":"\(key)","args":{"a":"\(escaped)"}}},{"inlineData":{"mimeType":"\(key)","data":"<\(key)>"}}]}],\
            "safetySettings":[{"category":"\(key)","threshold":"\(escaped)"}],"tools":[{"\(key)":{}}],"\(key)":{"b":"\(escaped)"},\
            "generationConfig":{"stopSequences":["\(escaped)"],"seed":"\(escaped)"}}
            """
        let response = """
            {"candidates":[{"finishReason":"\(key)","content":{"role":"\(key)","parts":[{"text":"\(escaped)"}]}}],"modelVersion":"\(key)",\
            "usageMetadata":{"totalTokenCount":1,"candidatesTokenCount":1,"candidatesTokensDetails":[{"modality":"\(key)","tokenCount":1}]},\
            "promptFeedback":{"blockReason":"\(escaped)"}}
            """
        let error = #"{"error":{"message":"bad \#(escaped)","status":"\#(key)","details":["\#(escaped)"]}}"#
        for answer in [response, error] {
            let capture = gemini(request, answer).replacingHost(
                with: "relay.example\nx-goog-api-key: \(key)\nX-Echo: say \(key)")
            let options = TextOptions(width: 200, isVerbose: true, details: Set(Detail.allCases))
            let text = try report(capture, options)
            #expect(text.contains("[key 1, 16 characters]"))
            let characters = Array(key)
            for start in 0...(characters.count - 6) {
                let isShown = text.contains(String(characters[start..<(start + 6)]))
                #expect(!isShown, "\(start)")
            }
            #expect(!text.contains(escaped.dropFirst(8)))
        }
    }
}

extension String {
    /// The capture with another host, and the header lines that follow it.
    fileprivate func replacingHost(with lines: String) -> String {
        split(separator: "relay.example", maxSplits: 1).joined(separator: lines)
    }
}
