import CaptureReading
import Testing

@Suite struct CopyAsCurlTests {
    private func exchange(_ command: String) throws -> Exchange {
        try #require(try Reading.exchanges(command, as: .copyAsCurl).first)
    }

    private func text(_ body: Body?) -> String? { body.map { body in Reading.text(body.bytes) } }

    @Test("commands for a shell and for Windows are read, and what one printed")
    func commands() throws {
        let exchanges = try Reading.exchanges(Samples.commands)
        #expect(exchanges.count == 3)
        let request = try #require(exchanges.first?.request)
        #expect(request.method == "POST")
        #expect(request.target == "https://llm.example/v1/messages?key=sk-walk-to-perth")
        #expect(request.fields.map(\.name) == ["content-type", "Cookie", "Authorization"])
        #expect(request.fields.value("authorization") == "Basic bWU6d2Fsay10by1wZXJ0aA==")
        #expect(text(request.body) == #"{"a": "it's é 🚀"}"#)
        #expect(exchanges.first?.defects.isEmpty == true)
        #expect(exchanges.first?.response == nil)
        #expect(exchanges[1].request?.method == "GET")
        #expect(exchanges[1].response?.status == 200)
        #expect(text(exchanges[1].response?.body) == "{\"data\": []}\n")
        #expect(exchanges[2].request?.fields.value("a") == #""b""#)
        #expect(text(exchanges[2].request?.body) == "{\"c\":1}\nd")
    }

    @Test("a byte behind an escape has its own place")
    func places() throws {
        let command = #"curl 'https://a/' -d $'x\u00e9\ny' --data-raw "q\"z""#
        let body = try #require(try exchange(command).request?.body)
        #expect(Reading.text(body.bytes) == "xé\ny&q\"z")
        let bytes = Array(command.utf8)
        let found = body.bytes.indices.map { index in bytes[body.place(ofByte: index - body.bytes.startIndex).byte] }
        #expect(Reading.text(found) == #"x\\\yqq"z"#)
    }

    @Test(
        "methods follow the rules of curl",
        arguments: [
            ("curl https://a/", "GET"), ("curl https://a/ -d x", "POST"), ("curl -I https://a/", "HEAD"),
            ("curl https://a/ -X PATCH -d x", "PATCH"), ("curl -XPUT https://a/", "PUT"),
            ("curl -G https://a/ -d x=1", "GET"), ("curl https://a/ -F a=b", "POST"), ("curl -T f https://a/", "PUT"),
            ("curl --json '{}' https://a/", "POST"), ("curl -sSL https://a/", "GET"),
        ])
    func methods(command: String, method: String) throws {
        #expect(try exchange(command).request?.method == method)
    }

    @Test("data is joined, encoded, or put into the URL as curl does")
    func data() throws {
        #expect(text(try exchange("curl a.b/c -d x=1 -d y").request?.body) == "x=1&y")
        #expect(try exchange("curl a.b/c -d x=1").request?.target == "http://a.b/c")
        #expect(try exchange("curl -G 'https://a/?q=1' -d x -d y").request?.target == "https://a/?q=1&x&y")
        #expect(
            text(try exchange("curl https://a/ --data-urlencode 'n=a b&é' --data-urlencode '=x y'").request?.body)
                == "n=a%20b%26%C3%A9&x%20y")
        let json = try exchange(#"curl https://a/ --json '{"a":' --json '1}' -H 'accept: */*'"#).request
        #expect(text(json?.body) == #"{"a":1}"#)
        #expect(
            json?.fields.map { line in "\(line.name)=\(line.value)" } == [
                "accept=*/*", "Content-Type=application/json",
            ])
        #expect(text(try exchange("curl https://a/ -d @- <<'E'\n{\"a\": 1}\nE\n").request?.body) == "{\"a\": 1}")
    }

    @Test("files are named and not read")
    func files() throws {
        for command in ["curl https://a/ -d @secret.json", "curl https://a/ -T secret.json"] {
            let found = try exchange(command)
            #expect(found.request?.body?.fault?.kind == .bodyMissing)
            #expect(found.defects.map(\.id) == ["copy-as-curl.file"])
        }
        let form = try exchange("curl https://a/ -F 'model=m' -F 'image=@a.png;type=image/png' --form-string 'p=@x'")
        #expect(
            form.request?.body?.fault?.message
                == "expected the form as it was sent, found its 3 fields alone: model, image (file a.png), p")
        #expect(text(try exchange("curl https://a/ --data-raw @x").request?.body) == "@x")
    }

    @Test("options that nobody knows are told, and those that are known take their values")
    func options() throws {
        let found = try exchange(
            "curl --frobnicate 7 -o out.json --max-time 30 -kx proxy:1 https://a/ -H 'a;' -H 'b:' -H c")
        #expect(found.request?.target == "https://a/")
        #expect(found.request?.fields.map(\.name) == ["a"])
        #expect(found.defects.map(\.id) == ["copy-as-curl.unknown-option", "copy-as-curl.header"])
        #expect(try exchange("curl -u a:b --digest https://a/").request?.fields.isEmpty == true)
        #expect(try exchange("curl -sS -v").defects.map(\.id) == ["copy-as-curl.no-url"])
    }

    @Test(
        "what is no part of the request is passed over",
        arguments: [
            "curl https://a/ | jq .", "curl https://a/ > out 2>&1", "curl https://a/ # why", "curl \\\n  https://a/\n",
            "curl https://a/ && echo done", "user@host:~$ curl https://a/", "PS C:\\> curl.exe https://a/",
        ])
    func shell(command: String) throws {
        let found = try exchange(command)
        #expect(found.request?.target == "https://a/")
        #expect(found.request?.fields.isEmpty == true)
        #expect(found.defects.isEmpty)
    }

    @Test("a quote that is not closed is told, and a sentence is no command")
    func edges() throws {
        let open = try exchange("curl https://a/ -d '{\"a\": 1}")
        #expect(open.defects.map(\.id) == ["copy-as-curl.open-quote"])
        #expect(text(open.request?.body) == "{\"a\": 1}")
        #expect(try Reading.exchanges("curl is a tool\n", as: .copyAsCurl).isEmpty)
        #expect(try exchange("curl https://a/\nSee above.\n").defects.map(\.id) == ["copy-as-curl.text-behind"])
    }

    @Test("each request of a command is one, and lends nothing to the others", arguments: ["--next", "-:"])
    func next(option: String) throws {
        let command =
            "curl https://a/ -d x \(option) -u me:walk -d y https://b/ \(option)\n{\"c\": 1}\ncurl https://d/\n"
        let found = try Reading.exchanges(command)
        #expect(found.map(\.request?.target) == ["https://a/", "https://b/", "https://d/"])
        #expect(found.map { exchange in text(exchange.request?.body) } == ["x", "y", nil])
        #expect(found.map { exchange in exchange.request?.fields.map(\.name) } == [[], ["Authorization"], []])
        #expect(found.map { exchange in text(exchange.response?.body) } == [nil, "{\"c\": 1}\n", nil])
        #expect(found.flatMap(\.defects).isEmpty)
        #expect(Reading.text(found[1].source.bytes).hasPrefix("\(option) -u me:walk"))
        #expect(try Reading.isLossless(Array(command.utf8), as: .copyAsCurl))
    }

    @Test("a prompt may have the name of the program in it")
    func prompts() throws {
        #expect(try exchange("me@curlbox:~/curl$ curl -v https://x.test").request?.target == "https://x.test")
    }

    @Test(
        "what is opened and not closed is told",
        arguments: [
            ("curl https://a/ -d $(date\ncurl https://b/\n", "copy-as-curl.open-substitution"),
            ("curl https://a/ -d @- <<E\nx\ncurl https://b/\n", "copy-as-curl.open-document"),
            ("curl https://a/ -d \"$(date\ncurl https://b/\n", "copy-as-curl.open-quote"),
        ])
    func opened(command: String, id: String) throws {
        #expect(try exchange(command).defects.map(\.id).last == id)
    }

    @Test(
        "values stand behind their options or against them",
        arguments: [
            "curl -uadmin:pw -XPOST -HAccept:x -d'{\"a\": 1}' https://a/",
            "curl --user=admin:pw --request=POST --header=Accept:x --data='{\"a\": 1}' --pass=\"x y\" --url=https://a/",
            "curl -sSuadmin:pw -X'POST' -H'Accept: x' -d\"{\\\"a\\\": 1}\" -- https://a/",
            "curl.exe -u admin:pw -X POST -H \"Accept: x\" -d '{\"a\": 1}' https://a/",
            "/usr/bin/curl \\\r\n  -u admin:pw \\\r\n  -H Accept:x -d '{\"a\": 1}' https://a/\r\n",
            "$ time ./bin/curl -u admin:pw -H Accept:x --data '{\"a\": 1}' https://a/",
            "$ KEY=x sudo curl -u admin:pw -H Accept:x --data '{\"a\": 1}' https://a/",
            "PS C:\\> curl.exe https://a/ `\r\n  -u admin:pw `\r\n  -H Accept:x -d '{\"a\": 1}'\r\n",
            "+ curl -u admin:pw -H 'Accept: x' -d '{\"a\": 1}' https://a/",
        ])
    func spellings(command: String) throws {
        var reader = try CaptureReader(reading: MemorySource(Array(command.utf8)))
        #expect(reader.format == .copyAsCurl)
        let found = try #require(try reader.next())
        #expect(found.request?.target == "https://a/")
        #expect(found.request?.method == "POST")
        #expect(
            found.request?.fields.map { line in "\(line.name): \(line.value)" }.sorted() == [
                "Accept: x", "Authorization: Basic YWRtaW46cHc=",
            ])
        #expect(text(found.request?.body) == "{\"a\": 1}")
        #expect(found.defects.isEmpty)
    }

    @Test("commands on one line have the escapes of that line")
    func escapes() throws {
        let found = try Reading.exchanges(
            #"curl ^"https://a/^" & curl ^"https://b/^""# + "\ncurl 'https://c/'", as: .copyAsCurl)
        #expect(found.map(\.request?.target) == ["https://a/", "https://b/", "https://c/"])
    }

    @Test("content that begins as a head does is content, and heads that others follow are passed")
    func heads() throws {
        let tunnel = "HTTP/1.1 200 Connection established\n\n"
        for before in ["", "HTTP/1.1 100 Continue\n\n", "HTTP/1.1 302 Found\nLocation: /\n\n", tunnel] {
            let found = try exchange(
                "curl -i https://a/\n\(before)HTTP/1.1 201 Created\nA: b\n\nHTTP/1.1 200 OK\nC: d\n\nx")
            #expect(found.response?.status == 201)
            #expect(text(found.response?.body) == "HTTP/1.1 200 OK\nC: d\n\nx")
        }
    }

    @Test("encoded bytes in a row have the place of the first")
    func encodedRuns() throws {
        let body = try #require(try exchange("curl https://a/ --data-urlencode 'a%%b\u{1}'").request?.body)
        #expect(Reading.text(body.bytes) == "a%25%25b%01")
        #expect(
            (0..<11).map { index in body.place(ofByte: index).byte } == [34, 35, 35, 35, 35, 35, 35, 37, 38, 38, 38])
    }
}
