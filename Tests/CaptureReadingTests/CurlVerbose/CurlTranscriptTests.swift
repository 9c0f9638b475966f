import CaptureReading
import Testing

/// What a terminal showed: commands of curl with what they printed, and other commands.
@Suite struct CurlTranscriptTests {
    private static let log = """
        * Connected to a
        > POST /a HTTP/1.1
        > Content-Length: 8
        >\u{20}
        < HTTP/1.1 200 OK
        < Content-Type: application/json
        <\u{20}
        {"to": "a"}
        * Connection #0 to host a left intact

        """

    private func text(_ body: Body?) -> String? { body.map { body in Reading.text(body.bytes) } }

    @Test(
        "lines of other commands before the first one of curl do not hide what curl wrote",
        arguments: [
            "cd /tmp\n", "export KEY=x\nsource .env\n", "$ set -x\n", "# why\n\n", "$ ls\na b\n", "curl --version\n",
        ])
    func foreignLines(before: String) throws {
        let command = "$ curl -v https://a/a \\\n  -d '{\"a\": 1}'\n"
        let (found, facts) = try Reading.capture(Array((before + command + CurlTranscriptTests.log).utf8))
        #expect(facts.format == .curlVerbose)
        #expect(found.last?.request?.target == "/a")
        #expect(text(found.last?.request?.body) == "{\"a\": 1}")
        #expect(text(found.last?.response?.body) == "{\"to\": \"a\"}\n")
        #expect(found.last?.defects.isEmpty == true)
    }

    @Test("a trace behind the command that wrote it is read")
    func trace() throws {
        let trace = "$ curl --trace-ascii - https://a/\n" + Samples.trace
        let (found, facts) = try Reading.capture(Array(trace.utf8))
        #expect(facts.format == .curlTrace)
        #expect(found.first?.response?.status == 200)
    }

    @Test("commands with and without curl's own lines each have what they printed")
    func several() throws {
        let transcript =
            "$ curl -v https://a/a -d '{\"a\": 1}'\n\(CurlTranscriptTests.log)$ ls\nfile\n"
            + "$ curl https://b/b -d x\n{\"to\": \"b\"}\n$ curl -i https://c/c\nHTTP/1.1 201 Created\nA: b\n\n[]\n"
            + "$ echo '{\"d\": 1}' | curl -v -d @- https://a/a\n\(CurlTranscriptTests.log)$ \n"
        let (found, facts) = try Reading.capture(Array(transcript.utf8))
        #expect(facts.defects.isEmpty)
        #expect(found.map(\.request?.target) == ["/a", "https://b/b", "https://c/c", "/a"])
        #expect(found.map(\.response?.status) == [200, nil, 201, 200])
        #expect(
            found.map { exchange in text(exchange.request?.body) } == ["{\"a\": 1}", "x", nil, "{\"d\": 1}"])
        #expect(
            found.map { exchange in text(exchange.response?.body) } == [
                "{\"to\": \"a\"}\n", "{\"to\": \"b\"}\n", "[]\n", "{\"to\": \"a\"}\n",
            ])
        #expect(found.flatMap(\.defects).isEmpty)
        #expect(found.map(\.number) == [1, 2, 3, 4])
        #expect(try Reading.isLossless(Array(transcript.utf8), as: .curlVerbose))
        let whole = found.map(Reading.description)
        #expect(
            try Reading.exchanges(Array(transcript.utf8), as: .curlVerbose, step: 3).map(Reading.description) == whole)
    }

    @Test("what a command printed ends at the next prompt", arguments: ["$ ", "me@host:~/a$ ", "PS C:\\> "])
    func prompts(prompt: String) throws {
        let transcript =
            "\(prompt)curl https://a/\n{\"a\": 1}\n\(prompt)ls\nb c\n\(prompt)curl https://b/\n[]\n\(prompt)\n"
        let found = try Reading.exchanges(transcript)
        #expect(found.map { exchange in text(exchange.response?.body) } == ["{\"a\": 1}\n", "[]\n"])
        #expect(found.map { exchange in exchange.defects.map(\.id) } == [["copy-as-curl.text-behind"], []])
    }

    @Test("the fence of Markdown behind JSON and events is none of their lines")
    func fences() throws {
        let events = "data: {\"a\": 1}\n\n"
        for command in [
            "curl https://a/\n", "curl -i https://a/\nHTTP/1.1 200 OK\ncontent-type: text/event-stream\n\n",
        ] {
            let found = try #require(try Reading.exchanges("```\n$ \(command)\(events)```\n").first)
            #expect(text(found.response?.body) == events)
            #expect(found.defects.isEmpty)
        }
        let verbose =
            "```\n$ curl -v https://a/a -d x\n\(CurlTranscriptTests.log.replacing("* Connection #0 to host a left intact\n", with: ""))```\n"
        #expect(text(try Reading.exchanges(verbose).first?.response?.body) == "{\"to\": \"a\"}\n")
    }

    @Test("text behind a prompt or a fence is left out of the content, and told")
    func textBehind() throws {
        let log = CurlTranscriptTests.log.replacing("* Connection #0 to host a left intact\n", with: "")
        for behind in ["$ 5 for a\n", "```\nmore\n", "$ \n```\n\nmore\n"] {
            let found = try #require(try Reading.exchanges("$ curl -v https://a/a -d x\n\(log)\(behind)").first)
            #expect(text(found.response?.body) == "{\"to\": \"a\"}\n")
            #expect(found.defects.map(\.id) == ["curl-verbose.text-behind"])
        }
        let closed = try #require(try Reading.exchanges("$ curl -v https://a/a -d x\n\(log)$ \n```\n").first)
        #expect(closed.defects.isEmpty)
    }

    @Test(
        "prompts that have their sign first are prompts too",
        arguments: ["➜  ~ ", "➜  app git:(main) ✗ ", "(base) ➜  app ", "λ "])
    func arrows(prompt: String) throws {
        let found = try #require(try Reading.exchanges("\(prompt)curl -s https://a/ -d x\n{\"a\": 1}\n").first)
        #expect(found.request?.target == "https://a/")
        #expect(text(found.response?.body) == "{\"a\": 1}\n")
        #expect(found.defects.isEmpty)
    }

    @Test("behind the command prompt of Windows, its quotes hold and its shell puts nothing in")
    func windows() throws {
        let command = #"curl.exe https://a/a -d "{\"a\": \"use `x`, $(y)\"}""#
        for prompt in ["C:\\Users\\me>", "C:\\>"] {
            let found = try #require(try Reading.exchanges("\(prompt)\(command)\n{\"b\": 1}\n\(prompt)\n").first)
            #expect(text(found.request?.body) == #"{"a": "use `x`, $(y)"}"#)
            #expect(text(found.response?.body) == "{\"b\": 1}\n")
            #expect(found.defects.isEmpty)
        }
        let verbose = "C:\\a>\(command.replacing("-d", with: "-v -d"))\n\(CurlTranscriptTests.log)C:\\a>\n"
        #expect(text(try Reading.exchanges(verbose).first?.request?.body) == #"{"a": "use `x`, $(y)"}"#)
    }

    @Test("a command that failed is told with why, and what set -x prints of it is no second one")
    func failures() throws {
        let transcript =
            "$ curl -v https://a/ -d x\n+ curl -v https://a/ -d x\n* connect to 192.0.2.1 failed\n"
            + "curl: (7) Failed to connect\n$ curl -v https://a/a -d y\n\(CurlTranscriptTests.log)"
        let found = try Reading.exchanges(transcript)
        #expect(found.map(\.request?.target) == ["https://a/", "/a"])
        #expect(found.map { exchange in text(exchange.request?.body) } == ["x", "y"])
        #expect(found.first?.failure == "curl: (7) Failed to connect")
        #expect(found.flatMap(\.defects).isEmpty)
    }

    @Test("commands that are not closed are cut into words once")
    func hostile() throws {
        let lines = String(repeating: "$ curl -v 'https://a/\n> GET / HTTP/1.1\n", count: 5_000)
        #expect(try !Reading.exchanges(lines, as: .curlVerbose).isEmpty)
    }
}
