import CaptureReading
import Testing

/// Commands of curl with other programs before or behind them.
@Suite struct CurlPipelineTests {
    private func exchange(_ command: String) throws -> Exchange {
        var reader = try CaptureReader(reading: MemorySource(Array(command.utf8)))
        #expect(reader.format == .copyAsCurl)
        return try #require(try reader.next())
    }

    private func text(_ body: Body?) -> String? { body.map { body in Reading.text(body.bytes) } }

    @Test(
        "content that stands before a pipe, below the command or on its line is taken",
        arguments: [
            #"echo '{"a": 1}' | curl -d @- https://a/"#, #"$ echo -n '{"a": 1}' | curl --json @- https://a/"#,
            #"printf '%s' '{"a": 1}' | curl --data-binary @- https://a/"#, #"printf '{"a": 1}\n'|curl -d@- https://a/"#,
            "cat <<'E' | curl https://a/ -d @-\n{\"a\": 1}\nE\n", "curl https://a/ -d @- <<E | jq .\n{\"a\": 1}\nE\n",
            "me@host:~$ echo '{\"a\": 1}' | tee b.json | sudo curl -d @- https://a/",
            "cat <<E |\n{\"a\": 1}\nE\ncurl -d @- https://a/\n", #"curl -d @- https://a/ <<< '{"a": 1}'"#,
            #"KEY=1; echo '{"a": 1}' | curl -T - https://a/ -X POST"#,
            "echo '{\"a\":\n 1}' |\n  curl -d @- https://a/",
        ])
    func literal(command: String) throws {
        let found = try exchange(command)
        #expect(found.request?.target == "https://a/")
        #expect(found.request?.method == "POST")
        let body = try #require(found.request?.body)
        #expect(
            Reading.text(body.bytes).filter { character in !character.isNewline } == #"{"a": 1}"#
                || command.contains(":\n"))
        #expect(Array(command.utf8)[body.place(ofByte: 1).byte] == UInt8(ascii: "\""))
        #expect(found.defects.isEmpty)
        #expect(found.response == nil)
        #expect(try Reading.isLossless(Array(command.utf8), as: .copyAsCurl))
    }

    @Test("line ends are sent where curl sends them")
    func lineEnds() throws {
        let document = " <<E\n{\n}\nE\n"
        #expect(text(try exchange("curl https://a/ -d @-" + document).request?.body) == "{}")
        #expect(text(try exchange("curl https://a/ --json @-" + document).request?.body) == "{\n}\n")
        #expect(text(try exchange("echo -e '{\\n}' | curl https://a/ --json @-").request?.body) == "{\n}\n")
        #expect(text(try exchange("echo {} '\\n' | curl https://a/ --json @-").request?.body) == "{} \\n\n")
    }

    @Test(
        "content that comes from elsewhere is told with where from",
        arguments: [
            ("cat body.json | curl -d @- https://a/", "the output of cat"),
            ("echo '{}' | jq -c . | curl -d @- https://a/", "the output of jq"),
            ("./body.sh --all | curl -d @- https://a/", "the output of ./body.sh"),
            ("printf '%d' 1 | curl -d @- https://a/", "the output of printf"),
            ("curl -d @- https://a/ < body.json", "a file"), ("curl -d @- https://a/", "the standard input"),
            ("< body.json curl -d @- https://a/", "a file"),
        ])
    func elsewhere(command: String, origin: String) throws {
        let found = try #require(try Reading.exchanges(command, as: .copyAsCurl).first)
        #expect(found.request?.target == "https://a/")
        #expect(found.request?.method == "POST")
        #expect(found.request?.body?.fault?.kind == .bodyMissing)
        #expect(found.defects.map(\.id) == ["copy-as-curl.input"])
        #expect(found.defects.first?.message.contains("it comes from \(origin), which") == true)
    }

    @Test(
        "content that the shell makes is told to be missing, and what is sent literally is not",
        arguments: [
            #"echo "$(cat b.json)" | curl -d @- https://a/"#, "echo `date` | curl -d @- https://a/",
            "cat f <<A |\n{}\nA\ncurl -d @- https://a/", "echo '{}' > f | curl -d @- https://a/",
            #"curl https://a/ -d "$(cat b.json)""#, "curl https://a/ -d `cat b.json`",
            #"curl https://a/ --json "$BODY""#,
            #"curl https://a/ --data-urlencode "q=$(date)""#, "curl https://a/ -d @- <<< \"$BODY\"",
            "curl https://a/ -d @- <<E\n{\"a\": \"$(date)\"}\nE\n", "curl https://a/ -d ${BODY}",
        ])
    func made(command: String) throws {
        let found = try #require(try Reading.exchanges(command, as: .copyAsCurl).first)
        #expect(found.request?.target == "https://a/")
        #expect(found.request?.body?.fault?.kind == .bodyMissing)
        #expect(found.request?.body?.bytes.isEmpty == true)
        #expect(found.defects.map(\.id) == ["copy-as-curl.input"])
    }

    @Test(
        "signs of the shell that are quoted are content",
        arguments: [
            ("curl https://a/ -d '$(x)'", "$(x)"), ("curl https://a/ -d '$BODY'", "$BODY"),
            ("curl https://a/ -d \"\\$(x) \\`y\\`\"", "$(x) `y`"), ("curl https://a/ -d '`x`'", "`x`"),
            ("curl https://a/ -d @- <<'E'\n$(x) `y`\nE\n", "$(x) `y`"), ("curl https://a/ -d $", "$"),
            ("curl https://a/ -d \"{\\\"m\\\": \\\"$M\\\"}\"", "{\"m\": \"$M\"}"),
        ])
    func quoted(command: String, content: String) throws {
        let found = try #require(try Reading.exchanges(command, as: .copyAsCurl).first)
        #expect(text(found.request?.body) == content)
        #expect(found.defects.isEmpty)
    }

    @Test("what is piped and not read is no content")
    func unread() throws {
        let found = try exchange("yes | curl https://a/ -d x")
        #expect(text(found.request?.body) == "x")
        #expect(found.defects.isEmpty)
    }

    @Test(
        "what stands below a pipeline is what its last program printed",
        arguments: [
            ("| jq .", ["copy-as-curl.changed-output"]), ("| python3 -m json.tool", ["copy-as-curl.changed-output"]),
            ("| tee out.json", []), ("| cat", []), ("| jq '.a\n  | .b'", ["copy-as-curl.changed-output"]),
            ("| head -c 9", ["copy-as-curl.changed-output"]),
            ("> out.json", ["copy-as-curl.output-in-file"]), ("2> err.txt", []),
            ("| tee > o", ["copy-as-curl.output-in-file"]),
            ("2>&1", []),
        ])
    func output(behind: String, defects: [String]) throws {
        let found = try exchange("curl https://a/ \(behind)\n{\"b\": 2}\n")
        #expect(found.request?.target == "https://a/")
        #expect(text(found.response?.body) == "{\"b\": 2}\n")
        #expect(found.defects.map(\.id) == defects)
        #expect(try exchange("curl https://a/ \(behind)\n").defects.isEmpty)
    }

    @Test("commands of curl in one line are each read, and what one reads of another is told")
    func chain() throws {
        let found = try Reading.exchanges(
            "export A=1 && curl https://a/ | jq -c . | curl -d @- https://b/ | jq .; curl https://c/\n")
        #expect(found.map(\.request?.target) == ["https://a/", "https://b/", "https://c/"])
        #expect(found.map { exchange in exchange.defects.map(\.id) } == [[], ["copy-as-curl.input"], []])
    }

    @Test("of several requests the first that reads the document below sends it")
    func next() throws {
        let command =
            "curl https://a/ --next -d @- https://b/ --next -d @- https://c/ <<'E'\n{\"a\": 1}\nE\n{\"r\": 1}\n"
        let found = try Reading.exchanges(command)
        #expect(found.map { exchange in text(exchange.request?.body) } == [nil, "{\"a\": 1}", ""])
        #expect(found.map { exchange in text(exchange.response?.body) } == [nil, nil, "{\"r\": 1}\n"])
        #expect(found.flatMap(\.defects).isEmpty)
        let body = try #require(found[1].request?.body)
        #expect(LineTable(found[1].source).location(of: body.place).line == 2)
    }

    @Test(
        "what only looks like a pipeline is none",
        arguments: [
            "Run apt update && curl -fsSL https://a/\n", "{\"a\": \"x; curl https://a/\"}\n",
            "data: \"a | curl -X b\"\n",
            "echo 'open\n", "cat notes.txt\n", "echo 'a | curl https://a/'\n", "cat <<E\ncurl is a tool\nE\n",
        ])
    func prose(text: String) throws {
        #expect(try Reading.exchanges(text, as: .copyAsCurl).isEmpty)
    }

    @Test("a command that was typed before curl -v sends what is piped into it")
    func verbose() throws {
        let log = "* Connected to a\n> POST / HTTP/1.1\n> Content-Length: 8\n> \n< HTTP/1.1 204 No\n< \n"
        let found = try #require(try Reading.exchanges("$ echo '{\"a\": 1}' | curl -v -d @- https://a/\n" + log).first)
        #expect(text(found.request?.body) == "{\"a\": 1}")
        #expect(found.defects.isEmpty)
        let lost = try #require(try Reading.exchanges("$ cat a | curl -v -d @- https://a/\n" + log).first)
        #expect(lost.request?.body?.fault?.kind == .bodyMissing)
        #expect(lost.defects.map(\.id) == ["copy-as-curl.input"])
    }

    @Test("words that begin any number of pipelines are cut once")
    func hostile() throws {
        let lines = String(repeating: "echo \"$(\ncat <<E\n", count: 20_000)
        #expect(try Reading.exchanges(lines + "curl https://a/\n", as: .copyAsCurl).count == 1)
        let documents = String(repeating: "cat <<E|", count: 20_000)
        #expect(try Reading.exchanges(documents + "\ncurl https://a/ \(documents)\n", as: .copyAsCurl).count == 1)
        let line = String(repeating: "curl a.b/c|", count: 5_000)
        #expect(try Reading.exchanges(line, as: .copyAsCurl).count == 5_000)
    }
}
