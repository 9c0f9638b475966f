import Testing

@Suite struct BodyCommandTests {
    /// A capture of a response whose body is under gzip: `{"access_token": "walk-to-perth-2025"}`.
    private static let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xAB, 0x56, 0x4A, 0x4C, 0x4E, 0x4E,
        0x2D, 0x2E, 0x8E, 0x2F, 0xC9, 0xCF, 0x4E, 0xCD, 0x53, 0xB2, 0x52, 0x50, 0x2A, 0x4F, 0xCC, 0xC9,
        0xD6, 0x2D, 0xC9, 0xD7, 0x2D, 0x48, 0x2D, 0x2A, 0xC9, 0xD0, 0x35, 0x32, 0x30, 0x32, 0x55, 0xAA,
        0x05, 0x00, 0xA4, 0xB4, 0x59, 0xAB, 0x26, 0x00, 0x00, 0x00,
    ]

    private static func capture(_ body: [UInt8], coding: String = "gzip") -> [UInt8] {
        let head = "GET / HTTP/1.1\nHost: relay.example\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n"
        return Array("\(head)Content-Encoding: \(coding)\nContent-Length: \(body.count)\n\n".utf8) + body
    }

    private static let text = #"{"access_token": "walk-to-perth-2025"}"#

    @Test("a body is printed decoded, byte for byte, or described")
    func body() throws {
        let input = BodyCommandTests.capture(BodyCommandTests.gzip)
        let raw = try Program.run(["body", "-"], input: input)
        #expect(raw.output == BodyCommandTests.text)
        #expect(raw.status == 0)
        let json = try Program.run(["body", "-", "--format", "json"], input: input)
        #expect(json.output.contains(#""layers": ["#))
        #expect(json.output.contains(#""encoded_bytes": \#(BodyCommandTests.gzip.count)"#))
        #expect(json.status == 0)
    }

    @Test("a secret in a coded body is hidden in every report")
    func secrets() throws {
        let input = BodyCommandTests.capture(BodyCommandTests.gzip)
        let shown = ["headers,stream,raw"]
        for options in [
            ["inspect", "-", "-v", "--show"] + shown, ["inspect", "-", "--format", "json", "--show"] + shown,
            ["inspect", "-", "--format", "jsonl", "--show", "raw"], ["events", "-"], ["body", "-", "--format", "json"],
        ] {
            let run = try Program.run(options, input: input)
            #expect(!run.output.contains("walk-to-perth"), "\(options)")
            #expect(!run.errors.contains("walk-to-perth"), "\(options)")
        }
        #expect(try Program.run(["inspect", "-", "--show", "raw"], input: input).output.contains("[token 1"))
    }

    @Test("of a body that is cut the beginning is printed, and the exit code is 2")
    func cut() throws {
        let input = BodyCommandTests.capture(BodyCommandTests.gzip.dropLast(8))
        let raw = try Program.run(["body", "-"], input: input)
        #expect(raw.output == BodyCommandTests.text)
        #expect(raw.status == 2)
        #expect(raw.errors.contains("expected the end of the gzip data"))
        let json = try Program.run(["body", "-", "--format", "json"], input: input)
        #expect(json.output.contains(#""class": "truncated""#))
        #expect(json.status == 2)
        #expect(try Program.run(["body", "-", "--encoded"], input: input).status == 0)
    }

    @Test("a limit cuts what is printed")
    func limit() throws {
        let input = BodyCommandTests.capture(BodyCommandTests.gzip)
        let run = try Program.run(["body", "-", "--max-body", "5"], input: input)
        #expect(run.output == String(BodyCommandTests.text.prefix(5)))
        #expect(run.status == 2)
        #expect(run.errors.contains("stopped at 5 bytes"))
        for size in ["0", "1K", "1m", "1G"] {
            #expect(try Program.run(["body", "-", "--max-body", size], input: input).status == 0)
        }
        for size in ["", "K", "-1", "1T", "1.5M"] {
            #expect(try Program.run(["body", "-", "--max-body=\(size)"], input: input).status == 2)
        }
    }

    @Test("a body that is not there ends with 2")
    func missing() throws {
        let input = BodyCommandTests.capture(BodyCommandTests.gzip)
        let run = try Program.run(["body", "-", "--part", "request", "--exchange", "1"], input: input)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("expected a request body in exchange 1, found none"))
        #expect(try Program.run(["body", "-", "--exchange", "2"], input: input).status == 2)
    }

    @Test("the body is that of the first LLM traffic, else the first there is; both forms choose the same")
    func choice() throws {
        func exchange(_ path: String, _ answer: String) -> String {
            "GET \(path) HTTP/1.1\nHost: relay.example\n\nHTTP/1.1 200 OK\nContent-Length: \(answer.utf8.count)\n\n\(answer)\n"
        }
        let page = exchange("/", "page")
        let other = exchange("/other", "other")
        let answer = #"{"candidates": []}"#
        let model = exchange("/v1beta/models/gemini-pro:generateContent", answer)
        for (capture, expected) in [
            (page, "page"), (page + other, "page"), (model + page, answer), (page + model, answer),
            (page + other + model + other, answer),
        ] {
            let input = Array(capture.utf8)
            #expect(try Program.run(["body", "-"], input: input).output == expected)
            let json = try Program.run(["body", "-", "--format", "json"], input: input)
            #expect(json.output.contains(#""bytes": \#(expected.utf8.count),"#))
        }
        #expect(try Program.run(["body", "-", "--exchange", "2"], input: Array((page + other).utf8)).output == "other")
    }
}
