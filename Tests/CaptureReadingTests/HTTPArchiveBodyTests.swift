import CaptureReading
import Testing

/// The bodies of archives in the ways in which recorders keep, mangle and lose them.
@Suite struct HTTPArchiveBodyTests {
    private static func exchange(_ entry: String) throws -> Exchange {
        let exchanges = try Reading.exchanges("{\"log\": {\"entries\": [\(entry)]}}", as: .httpArchive)
        return try #require(exchanges.first)
    }

    private static func response(content: String, beside: String = "", status: Int = 200) throws -> Exchange {
        try exchange(
            "{\"request\": {\"url\": \"/\"}, \"response\": {\"status\": \(status), \"content\": \(content)}\(beside)}")
    }

    private static func request(_ members: String) throws -> Exchange {
        try exchange("{\"request\": {\"url\": \"/\", \(members)}}")
    }

    private static func names(_ body: Body?) -> String {
        "\(body?.layers ?? []) \(body?.warnings ?? []) \(body?.fault?.kind.rawValue ?? "")"
    }

    // MARK: WebSockets

    @Test("the messages of a WebSocket are the content, in the order of both sides")
    func messages() throws {
        let messages = """
            [{"type": "send", "time": 1795334254.5, "opcode": 1, "data": "{\\"type\\": \\"a\\",\\n \\"n\\": 1.0}"},
             {"type": "receive", "time": 1795334254304.25, "opcode": 1, "data": "hi \\n"},
             {"type": "receive", "time": 7, "opcode": 2, "data": "aGVsbG8="},
             {"type": "send", "opcode": 2, "data": "AAEC"}]
            """
        let content = "{\"size\": -1, \"mimeType\": \"x-unknown\"}"
        let exchange = try HTTPArchiveBodyTests.response(
            content: content, beside: ", \"_webSocketMessages\": \(messages), \"_webSocketClose\": {\"code\": 1000}",
            status: 101)
        let body = try #require(exchange.response?.body)
        #expect(
            Reading.text(body.bytes) == """
                {"type":"send","time":"2026-11-22T07:57:34.500000Z","opcode":1,"data":{"type":"a","n":1.0}}
                {"type":"receive","time":"2026-11-22T07:57:34.304250Z","opcode":1,"data":"hi \\n"}
                {"type":"receive","time":7,"opcode":2,"data":"hello"}
                {"type":"send","opcode":2,"data":"AAEC","encoding":"base64","bytes":3}

                """)
        #expect(body.place(ofByte: 3).within?.layers.map(\.rawValue) == ["web_socket_messages"])
        #expect(body.declaredType == "x-unknown")
        #expect(exchange.defects.isEmpty)
    }

    @Test("messages with damage are kept, counted, and told")
    func damagedMessages() throws {
        let list =
            "[{\"type\": \"up\", \"data\": \"a\"}, 5, {\"type\": \"send\"}, {\"type\": \"send\", \"data\": \"b\"}, "
        let exchange = try HTTPArchiveBodyTests.response(
            content: "{\"text\": \"\"}",
            beside: ", \"_webSocketMessages\": \(list){\"type\": \"send\", \"opcode\": 2, \"data\": \"?\"}]")
        #expect(
            Reading.text(exchange.response?.body?.bytes ?? []) == """
                {"type":"up","data":"a"}
                5
                {"type":"send"}
                {"type":"send","data":"b"}
                {"type":"send","opcode":2,"data":"?","damage":"no base64","bytes":0}

                """)
        #expect(exchange.defects.map(\.id) == ["har.messages"])
        let message = exchange.defects.first?.message
        #expect(message?.contains("each of the 5 messages of a WebSocket, found 4 without") == true)
    }

    @Test("messages are content without a response, and beside other content they are told")
    func messagesElsewhere() throws {
        let beside = ", \"_webSocketMessages\": [{\"type\": \"send\", \"data\": \"a\"}]"
        let alone = try HTTPArchiveBodyTests.exchange("{\"request\": {}\(beside)}")
        #expect(Reading.text(alone.response?.body?.bytes ?? []) == "{\"type\":\"send\",\"data\":\"a\"}\n")
        let both = try HTTPArchiveBodyTests.response(content: "{\"text\": \"b\"}", beside: beside)
        #expect(Reading.text(both.response?.body?.bytes ?? []) == "b")
        #expect(both.defects.map(\.id) == ["har.messages"])
        for nothing in ["null", "[]", "{}", "1"] {
            let exchange = try HTTPArchiveBodyTests.response(
                content: "{\"text\": \"b\"}", beside: ", \"_webSocketMessages\": \(nothing)")
            #expect(exchange.defects.isEmpty)
        }
    }

    // MARK: HTTP Toolkit

    @Test("HTTP Toolkit keeps a request body that is no text beside postData, and says what it discarded")
    func toolkit() throws {
        let kept = try HTTPArchiveBodyTests.request(
            "\"_content\": {\"text\": \"iVBO\", \"size\": 3, \"encoding\": \"base64\"}, "
                + "\"_requestBodyStatus\": \"discarded:not-representable\"")
        #expect(kept.request?.body?.bytes == [0x89, 0x50, 0x4E])
        #expect(kept.request?.body?.fault == nil)
        for (status, words) in [
            ("discarded:too-large", "more than 500 KB"), ("discarded:not-representable", "is no text"),
            ("discarded:not-decodable", "could not decode"), ("gone", "left it out"),
        ] {
            let sent = try HTTPArchiveBodyTests.request("\"_requestBodyStatus\": \"\(status)\"").request?.body
            #expect(sent?.fault?.kind == .bodyMissing)
            #expect(sent?.fault?.message.contains("found \"\(status)\"; ") == true)
            #expect(sent?.fault?.message.contains(words) == true)
            let received = try HTTPArchiveBodyTests.response(
                content: "{\"mimeType\": \"a/b\", \"size\": 0, \"text\": \"\"}",
                beside: ", \"_responseBodyStatus\": \"\(status)\"")
            #expect(received.response?.body?.fault?.message.contains(words) == true)
            #expect(received.response?.body?.declaredType == "a/b")
        }
    }

    // MARK: Forms

    @Test("a form without its text is written anew, and said to be")
    func form() throws {
        let body = try HTTPArchiveBodyTests.request(
            """
            "postData": {"mimeType": "application/x-www-form-urlencoded; charset=utf-8", "params": [
              {"name": "a b", "value": "1&2=é+%"}, {"name": "c*-._", "value": 3}, {"name": "", "value": ""}]}
            """
        ).request?.body
        #expect(Reading.text(body?.bytes ?? []) == "a+b=1%262%3D%C3%A9%2B%25&c*-._=3&=")
        #expect(body?.isInferred == true)
        #expect(body?.warnings == [])
        #expect(body?.place(ofByte: 0).within?.layers.map(\.rawValue) == ["post_data_params"])
        let lost = try HTTPArchiveBodyTests.request(
            "\"headers\": {\"Content-Type\": \"application/x-www-form-urlencoded\"}, "
                + "\"postData\": {\"text\": \"\", \"params\": [{\"name\": \"a\"}, {\"name\": \"b\", \"value\": null}, 1]}"
        ).request?.body
        #expect(Reading.text(lost?.bytes ?? []) == "a=&b=")
        #expect(lost?.warnings == [.lostValues])
    }

    @Test("of a multipart form without its text the fields are named")
    func multipart() throws {
        let body = try HTTPArchiveBodyTests.request(
            """
            "postData": {"mimeType": "multipart/form-data; boundary=x", "params": [{"name": "a", "value": "1"},
              {"name": "b", "fileName": "c.png", "contentType": "image/png"}, {}]}
            """
        ).request?.body
        #expect(body?.fault?.kind == .bodyMissing)
        #expect(
            body?.fault?.message == "expected the form as it was sent, found its 3 fields alone: a, b (file c.png), "
                + "one without a name")
        let many = Array(repeating: "{\"name\": \"n\"}", count: 30).joined(separator: ",")
        let long = try HTTPArchiveBodyTests.request("\"postData\": {\"params\": [\(many)]}").request?.body
        #expect(long?.fault?.message.hasSuffix("n, n and 10 more") == true)
        let text = try HTTPArchiveBodyTests.request("\"postData\": {\"text\": \"a=1\", \"params\": [\(many)]}")
        #expect(Reading.text(text.request?.body?.bytes ?? []) == "a=1")
    }

    // MARK: Bytes read as text

    @Test("U+FFFD in what was sent stands for lost bytes, in what was received only among controls")
    func lossy() throws {
        let sent = try HTTPArchiveBodyTests.request("\"postData\": {\"text\": \"a \u{FFFD} b\"}")
        #expect(sent.request?.body?.warnings == [.mangledText])
        let escaped = try HTTPArchiveBodyTests.request("\"postData\": {\"text\": \"\\uFFFDPNG\"}")
        #expect(escaped.request?.body?.warnings == [.mangledText])
        let received = try HTTPArchiveBodyTests.response(content: "{\"text\": \"a \u{FFFD} b\"}")
        #expect(received.response?.body?.warnings == [])
        let image = try HTTPArchiveBodyTests.response(content: "{\"text\": \"\u{FFFD}PNG\\r\\n\\u001a\\n\"}")
        #expect(image.response?.body?.warnings == [.mangledText])
    }

    @Test("bytes that became characters up to U+00FF are bytes again where they begin as a file does")
    func latin1() throws {
        let png = "\u{89}PNG\\r\\n\\u001a\\nÿ"
        let image = try HTTPArchiveBodyTests.request("\"postData\": {\"text\": \"\(png)\"}").request?.body
        #expect(image?.bytes == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF])
        #expect(HTTPArchiveBodyTests.names(image) == "[latin-1] [mangled_text] ")
        // "hello" under gzip, without its checksum.
        let gzip =
            "\\u001f\\u008b\\b\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u00ff"
            + "\\u00cbH\\u00cd\\u00c9\\u00c9\\u0007\\u0000"
        let headers = "\"headers\": {\"Content-Encoding\": \"gzip\", \"Content-Type\": \"text/plain\"}, "
        let coded = try HTTPArchiveBodyTests.request("\(headers)\"postData\": {\"text\": \"\(gzip)\"}").request?.body
        #expect(Reading.text(coded?.bytes ?? []) == "hello")
        #expect(coded?.layers.map(\.rawValue) == ["latin-1", "gzip"])
        for text in ["(µ", "ÿ", "GIF89a is é", "RIFF é", "\u{89}PNG \u{100}", "PK\\u0003é"] {
            let body = try HTTPArchiveBodyTests.request("\"postData\": {\"text\": \"\(text)\"}").request?.body
            #expect(body?.layers.isEmpty == true, "\(text)")
        }
    }

    @Test("bytes that Python wrote as lone surrogates are those bytes, and others stay text")
    func surrogates() throws {
        let body = try HTTPArchiveBodyTests.response(
            content: "{\"text\": \"a\\udc80\\udcFF \\u00e9\\ud83d\\ude00\\n\\\\\\\"\\ud800é\"}"
        ).response?.body
        let expected = [0x61, 0x80, 0xFF, 0x20] + Array("é😀\n\\\"\u{FFFD}é".utf8)
        #expect(body.map { body in Array(body.bytes) } == expected)
        #expect(body?.warnings == [.mangledText])
        #expect(body?.place(ofByte: 1).within?.layers.map(\.rawValue) == ["surrogateescape"])
        for text in ["\\ud83d\\udc80", "\\\\udc80", "\\udc7f", "\\udd00"] {
            let body = try HTTPArchiveBodyTests.response(content: "{\"text\": \"\(text)\"}").response?.body
            #expect(body?.warnings == [], "\(text)")
        }
    }

    // MARK: Base64

    @Test(
        "base64 and its flaws are told apart",
        arguments: [
            ("aGVsbG8=", "base64", "hello", "[] [] ", nil),
            ("aGVsbG8=", " BASE64 ", "hello", "[] [] ", nil),
            ("aGVs\\nbG8=", "base64", "hello", "[] [bad_base64] ", "white space"),
            ("Pz8_", "base64", "???", "[] [bad_base64] ", "the URL-safe one"),
            ("aGVsbG8", "base64", "hello", "[] [bad_base64] ", "more base64 padding"),
            ("aGVsbG8=a", "base64", "hello", "[] [bad_base64] truncated", "another base64 character"),
            ("aGVsb", "base64", "hel", "[] [bad_base64] truncated", "another base64 character"),
            ("a plain text?", "base64", "a plain text?", "[] [bad_base64] ", "taken for text"),
            ("aGVsbG8=", "gzip", "aGVsbG8=", "[] [] ", nil),
        ] as [(String, String, String, String, String?)])
    func base64(text: String, encoding: String, content: String, names: String, words: String?) throws {
        let exchange = try HTTPArchiveBodyTests.response(
            content: "{\"text\": \"\(text)\", \"encoding\": \"\(encoding)\"}")
        #expect(Reading.text(exchange.response?.body?.bytes ?? []) == content)
        #expect(HTTPArchiveBodyTests.names(exchange.response?.body) == names)
        #expect(exchange.defects.map(\.id) == (words == nil ? [] : ["har.base64"]))
        if let words { #expect(exchange.defects.first?.message.contains(words) == true) }
    }

    // MARK: Bodies that are not there

    @Test(
        "absent, empty, discarded and evicted content are told apart",
        arguments: [
            ("{}", nil, ""), ("{\"size\": 0, \"text\": \"\"}", "[] [] ", ""), ("{\"size\": 0}", "[] [] ", ""),
            ("{\"size\": 0, \"encoding\": \"base64\"}", "[] [bad_base64] ", ""),
            ("{\"size\": \"0\", \"encoding\": \"base64\", \"text\": \"\"}", "[] [] ", ""),
            ("{\"size\": 7}", "[] [] body_missing", "expected 7 bytes of content in the archive, found none; browsers"),
            ("{\"size\": 7, \"text\": \"\", \"encoding\": \"base64\"}", "[] [] body_missing", "expected 7 bytes"),
            ("{\"size\": 7, \"comment\": \"Response body too large\"}", "[] [] body_missing", "says: Response body"),
            ("{\"size\": -1, \"mimeType\": \"a/b\"}", "[] [] body_missing", "or its size, found neither"),
            ("{\"size\": -1, \"mimeType\": \"a/b\", \"text\": \"\"}", "[] [] ", ""),
        ] as [(String, String?, String)])
    func missing(content: String, names: String?, words: String) throws {
        let body = try HTTPArchiveBodyTests.response(content: content).response?.body
        #expect(body.map(HTTPArchiveBodyTests.names) == names)
        let message = body?.fault?.message ?? ""
        #expect(words.isEmpty ? message.isEmpty : message.contains(words))
    }

    @Test("a response that has no content by its status or method misses none")
    func noContent() throws {
        let content = "{\"size\": -1, \"mimeType\": \"x-unknown\"}"
        for status in [0, -1, 101, 204, 302, 304, 404] {
            #expect(try HTTPArchiveBodyTests.response(content: content, status: status).response?.body?.fault == nil)
        }
        let head = try HTTPArchiveBodyTests.exchange(
            "{\"request\": {\"method\": \"HEAD\"}, \"response\": {\"status\": 200, \"content\": \(content)}}")
        #expect(head.response?.body?.fault == nil)
    }
}
