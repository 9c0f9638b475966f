import CaptureReading
import Redaction
import Testing

@Suite struct SecretScannerTests {
    private func exchange(_ capture: String) throws -> Exchange? {
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        return try reader.next()
    }

    private func secrets(_ capture: String) throws -> [Secret] {
        try exchange(capture).map { exchange in SecretScanner.secrets(in: exchange) } ?? []
    }

    /// What stands in a capture where a secret has its place, as long as its value.
    private func text(_ capture: String, at secret: Secret) throws -> String {
        let place = try #require(secret.place)
        return String(decoding: capture.utf8.dropFirst(place.byte).prefix(secret.value.utf8.count), as: UTF8.self)
    }

    @Test(
        "a URL's secrets are found with their places",
        arguments: [
            ("/v1/models?key=walk-to-perth", ["walk-to-perth"]),
            ("/v1/models?alt=sse&key=walk&token=to#access_token=perth", ["walk", "to", "perth"]),
            ("https://user:walk@relay.example/?page=1", ["walk"]),
            ("https://walk@to@relay.example/a@b?key=perth", ["walk@to", "perth"]),
            ("/v1//models@home?key=", []),
            ("/v1/models?next=https://relay.example/?key=perth", ["perth"]),
            ("/v1/models?KEY=perth&key\u{301}=walk", ["perth"]),
            ("/v1/models?api%5Fkey=perth&%6Bey=walk", ["perth", "walk"]),
            ("/v1/models?alt=sse;key=perth;page=1", ["perth"]),
            (
                "/v1/models?next=https%3A%2F%2Frelay.example%2F%3fpage%3D1%26key%3Dperth%23key%3dwalk",
                ["perth", "walk"]
            ),
            ("/v1/models?x-api-key=perth", ["perth"]),
            ("https://sk-live-walk2perth:@relay.example/", ["sk-live-walk2perth"]),
            ("https://walk:@relay.example/", ["walk"]), ("https://:@relay.example/", []),
            ("https://walk:x-oauth-basic@relay.example/", ["walk"]),
            ("https://x-access-token:walk@relay.example/", ["walk"]), ("https://git@relay.example/", []),
            ("https://walk2perth:to@relay.example/", ["walk2perth", "to"]),
            ("https://walk2perth@relay.example/", ["walk2perth"]),
        ])
    func urls(_ target: String, _ expected: [String]) throws {
        let capture = "GET \(target) HTTP/1.1\nHost: relay.example\n\n"
        let found = try secrets(capture)
        #expect(found.map(\.value) == expected)
        for secret in found { #expect(try text(capture, at: secret) == secret.value) }
    }

    @Test("the value of a parameter and a password are learned decoded")
    func decoded() throws {
        let found = try secrets("GET https://me:a%2Fb@relay.example/?key=walk%2Fto%2fperth+%zz HTTP/1.1\n\n")
        #expect(found.map(\.value) == ["a/b", "walk/to/perth+%zz"])
    }

    @Test(
        "a header that holds a URL shows the secrets of that URL",
        arguments: ["Referer", "Location", "content-location", ":path", "X-Upload-URL"])
    func urlHeaders(_ name: String) throws {
        let capture = "GET / HTTP/1.1\n\(name): https://relay.example/?key=walk-to-perth\n\n"
        let secret = try #require(try secrets(capture).first)
        #expect(secret.value == "walk-to-perth")
        #expect(secret.container == .url(header: name, isResponse: false))
        #expect(try text(capture, at: secret) == secret.value)
    }

    @Test(
        "a header's secrets are its credentials, its cookies, or all of it",
        arguments: [
            ("Authorization: Bearer walk-to-perth", ["walk-to-perth"]),
            ("Authorization: walk-to-perth", ["walk-to-perth"]),
            ("AUTHORIZATION:bearer   walk", ["walk"]),
            ("Proxy-Authorization: Hawk\tid=\"walk\", mac=\"perth\"", ["id=\"walk\", mac=\"perth\""]),
            (
                "Authorization: a-word-that-is-too-long-for-a-scheme perth",
                ["a-word-that-is-too-long-for-a-scheme perth"]
            ),
            ("Authorization: sk-walk-to-perth2 (work)", ["sk-walk-to-perth2 (work)"]),
            ("Authorization: walk2perth again", ["walk2perth again"]), ("Authorization: sk_walk a", ["sk_walk a"]),
            ("Authorization: Walk-Perth to", ["to"]), ("Authorization: walk-to-perth to", ["walk-to-perth to"]),
            ("Authorization: AWS4-HMAC-SHA256 Credential=walk", ["Credential=walk"]),
            ("Authorization: SCRAM-SHA-256 walk", ["walk"]), ("Authorization: dpop walk", ["walk"]),
            ("x-goog-api-key : walk", ["walk"]), ("x-api-key\t: walk", ["walk"]), ("Authorization\t : Bearer a", ["a"]),
            ("X-Serverless-Authorization: Walk perth", ["perth"]), ("x-goog-iap-jwt-assertion: perth", ["perth"]),
            ("x-api-key: walk perth", ["walk perth"]), ("x-api-key: Bearer perth", ["perth"]),
            ("x-api-key: \"perth\"", ["perth"]), ("x-api-key: \"\"", ["\"\""]),
            ("Cookie: a=walk; b=\"to\";c= perth ;d=;e", ["walk", "to", "perth", "e"]),
            ("Cookie: walk-to-perth", ["walk-to-perth"]), ("Cookie: a=\u{301}walk", ["\u{301}walk"]),
            ("Cookie: a=b=c", ["b=c"]), ("X-CSRF-Token: walk", ["walk"]),
            ("Idempotency-Key: walk", []), ("X-Idempotency-Key: walk", []),
        ])
    func headers(_ line: String, _ expected: [String]) throws {
        let capture = "GET / HTTP/1.1\n\(line)\n\n"
        let found = try secrets(capture)
        #expect(found.map(\.value) == expected)
        for secret in found { #expect(try text(capture, at: secret) == secret.value) }
    }

    @Test("only the first pair of Set-Cookie is a cookie")
    func setCookie() throws {
        let found = try secrets("HTTP/1.1 200 OK\nSet-Cookie: a=walk; Path=/perth\n\n")
        #expect(found.map(\.value) == ["walk"])
        #expect(found.map(\.container) == [.responseHeader(name: "Set-Cookie")])
    }

    @Test(
        "of cookies that were joined each is found, and its attributes are none",
        arguments: [
            ("a=walk; Path=/, b=perth; HttpOnly", ["walk", "perth"]), ("a=walk, b=perth", ["walk", "perth"]),
            ("a=walk; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, b=perth", ["walk", "perth"]),
            ("a=walk; Path=/,b=perth", ["walk", "perth"]), ("a=walk,b=perth; Path=/", ["walk,b=perth"]),
            ("a=walk; Path=/, b=\"to, perth\"", ["walk", "to, perth"]), ("a=walk, to; Path=/", ["walk, to"]),
            ("walk; Secure, b=perth", ["walk", "perth"]),
        ])
    func joinedCookies(_ value: String, _ expected: [String]) throws {
        let capture = "HTTP/1.1 200 OK\nSet-Cookie: \(value)\n\n"
        let found = try secrets(capture)
        #expect(found.map(\.value) == expected)
        for secret in found { #expect(try text(capture, at: secret) == secret.value) }
    }

    @Test(
        "a URL shows its secrets wherever it stands in the value of a header",
        arguments: [
            ("Link: <https://relay.example/x?api_key=perth&page=2>; rel=\"next\"", ["perth"]),
            ("Link: </x?key=walk>; rel=a, </y?key=perth>; rel=b", ["walk", "perth"]),
            ("X-Original-Uri: /x?key=perth", ["perth"]), ("Refresh: 0; url=/x?key=perth", ["perth"]),
            ("Referer: /x?key=perth", ["perth"]), ("Location: ?key=perth", ["perth"]),
            ("Location: /x#access_token=perth", ["perth"]), ("X-Hook: POST https://me:perth@relay.example/", ["perth"]),
            ("Content-Security-Policy: report-uri https://relay.example/?key=perth; img-src *", ["perth"]),
            ("X-Hops: https://a.example/?key=walk, https://b.example/?key=perth", ["walk", "perth"]),
            ("server-timing: cfL4;desc=\"?proto=TCP&cid=0000\"", []), ("X-Note: is this a key = perth?", []),
            ("User-Agent: walk/1.0 (+https://relay.example/?page=1)", []),
        ])
    func embeddedURLs(_ line: String, _ expected: [String]) throws {
        let capture = "GET / HTTP/1.1\n\(line)\n\n"
        let found = try secrets(capture)
        #expect(found.map(\.value) == expected)
        for secret in found { #expect(try text(capture, at: secret) == secret.value) }
    }

    @Test("the path of a pane without a URL is one place, not two")
    func panePath() throws {
        let found = try secrets("Request Headers\n:authority: relay.example\n:method: GET\n:path: /?key=perth\n")
        #expect(found.map(\.value) == ["perth"])
        #expect(found.map(\.container) == [.query(name: "key")])
    }

    @Test(
        "a JSON body's secrets are found by the names of members, at any depth",
        arguments: [
            (#"{"password": "walk", "a": [{"apiKey": "to"}], "b": {"secret": "perth"}}"#, ["walk", "to", "perth"]),
            (#"[{"api_key": "walk"}, {"access-token": "perth"}]"#, ["walk", "perth"]),
            (
                #"{"headers": {"Authorization": "Bearer walk", "x-goog-api-key": "to", "Cookie": "a=perth"}}"#,
                ["walk", "to", "perth"]
            ),
            (#"{"secret": 123456789, "password": -1.50, "apiKey": true, "api_key": null}"#, ["123456789", "-1.50"]),
            (
                #"{"secret": ["walk", [1, "to"], {"a": "b", "password": "perth"}], "c": "d"}"#,
                ["walk", "1", "to", "b", "perth"]
            ),
            (#"{"api_key": {"value": "walk", "old": ["to", {"n": 12}], "on": true}, "a": "b"}"#, ["walk", "to", "12"]),
            (#"{"password": {"type": "string", "description": "walk", "default": "perth"}}"#, ["perth"]),
            (
                #"{"secret": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}, "b": "c"}"#,
                []
            ),
            (#"{"image": <png-base64>, "api_key": "perth"}"#, ["perth"]),
            (#"{"image": <png-base64>, "Authorization": "Bearer walk", "secret": ["to", 7]}"#, ["walk", "to", "7"]),
            (#"{"a": "b\q", "password": "walk"}"#, ["walk"]), (#"{"a": "said "b" c", "password" : "walk"}"#, ["walk"]),
            (
                #"{"max_tokens": <x>, "max_tokens": 5, "token_type": "walk", "code": "a", "key": "b", "api_key": null}"#,
                []
            ),
            (#"{"arguments": "{\"api_key\":\"walk\", \"a\": {\"secret\": [\"to\", 5]}}"}"#, ["walk", "to", "5"]),
            (#"{"a": "{\"b\":\"{\\\"password\\\": \\\"walk\\\"}\",\"secret\":\"perth"}"#, ["walk", "perth"]),
            (
                #"{"a": "{\n  \"password\": {\n \"value\": \"walk\"\n}, \"b\": \"c\"}", "secret": "perth"}"#,
                ["walk", "perth"]
            ),
            (#"{"secret": "{\"password\":1}"}"#, [#"{"password":1}"#]),
            (#"["api_key: walk", "password", {"a\"password": "b"}, ": c"]"#, []),
            ("{\"api\u{FEFF}_key\": \"walk\", \"pass\u{200B}word\": \"perth\"}", ["walk", "perth"]),
            (#"{"api\u005fkey": "walk", "key": "a", "password": ""}"#, ["walk"]),
            (#"{"password": "walk-to-pe"#, ["walk-to-pe"]),
            (#"{"password": "walk"} {"password": "perth"}"#, ["walk", "perth"]),
            ("{\"password\": \"walk\"}\n{\"password\": \"perth\"}\n{\"password\": ", ["walk", "perth"]),
            ("\u{FEFF}{\"password\": \"perth\"}", ["perth"]),
        ])
    func json(_ body: String, _ expected: [String]) throws {
        for capture in ["POST / HTTP/1.1\n\n\(body)", "HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\n\(body)"] {
            let found = try secrets(capture)
            #expect(found.map(\.value) == expected)
            for secret in found where !secret.value.contains("\"") {
                #expect(try text(capture, at: secret) == secret.value)
            }
        }
    }

    @Test("a name behind more brackets than documents are read into is found")
    func deepJSON() throws {
        for count in [1_025, 5_000] {
            let body = String(repeating: "[", count: count) + #"{"api_key": "walk", "secret": ["to"]}"#
            #expect(try secrets("POST / HTTP/1.1\n\n\(body)").map(\.value) == ["walk", "to"])
        }
    }

    @Test(
        "a body that is neither JSON nor a stream is scanned for names in quotes",
        arguments: [
            ("27\n{\"access_token\":\"walk\",\"a\":{\"b\":1}}\n0\n\n", ["walk"]),
            (")]}'\n{\"password\": \"walk\"}", ["walk"]), ("<p>{\"secret\": \"walk", ["walk"]),
            ("a: {\\\"api_key\\\": \\\"walk\\\"}", ["walk"]), ("the \"password\" is \"walk\"", []),
            ("{a: walk} \"max_tokens\": 5, \"code\": \"to\"", []),
        ])
    func otherBodies(_ body: String, _ expected: [String]) throws {
        let capture = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Type: text/plain\n\n\(body)"
        let found = try secrets(capture)
        #expect(found.map(\.value) == expected)
        for secret in found { #expect(try text(capture, at: secret) == secret.value) }
    }

    @Test("an ordinary word under a secret's name counts as one in JSON, not in prose or in a string of JSON")
    func prose() throws {
        let json = try secrets("POST / HTTP/1.1\n\n{\"password\": \"closed\", \"a\": <b>, \"secret\": \"words\"}")
        #expect(json.map(\.isDistinctive) == [true, true])
        let quoted = try secrets(#"POST / HTTP/1.1"# + "\n\n" + #"{"a": "{\"password\": \"closed\"}"}"#)
        #expect(quoted.map(\.isDistinctive) == [false])
        let other = try secrets("POST / HTTP/1.1\n\nsee \"password\": \"closed\", \"secret\": \"walk2perth\"")
        #expect(other.map(\.isDistinctive) == [false, true])
    }

    @Test("an escaped value is learned as what it says, and stands where its string begins")
    func escapedJSON() throws {
        let capture = #"POST / HTTP/1.1"# + "\n\n" + #"{"Authorization": "Bearer walk\/to\u002dperth"}"#
        let secret = try #require(try secrets(capture).first)
        #expect(secret.value == "walk/to-perth")
        #expect(try text(capture, at: secret) == "Bearer walk\\/")
    }

    @Test("secrets in the events of a stream are found, in the cut one and between them too")
    func events() throws {
        let stream = """
            : hello
            data: {"args": {"password": "walk"}}

            data: {"args":
            data:  {"password": "to"}}

            {"error": {"apiKey": "perth"}}

            data: [DONE]

            : {"password": "comment"}

            data: {"password": "line

            data: {"secret": "again
            """
        for type in ["Content-Type: text/event-stream\n", ""] {
            let capture = "HTTP/1.1 200 OK\n\(type)\n\(stream)"
            let found = try secrets(capture)
            #expect(found.map(\.value) == ["walk", "to", "perth", "comment", "line", "again"])
            #expect(found.first?.container == .json(name: "password", isResponse: true))
            for secret in found { #expect(try text(capture, at: secret) == secret.value) }
        }
    }

    @Test("the fields of a form are found, decoded")
    func form() throws {
        let body = "grant_type=password&pass%77ord=walk+to%2Fperth%2B1&client_secret=perth&state&code="
        let type = "Content-Type: application/x-www-form-urlencoded; charset=utf-8\n"
        let found = try secrets("POST /token HTTP/1.1\n\(type)\n\(body)")
        #expect(found.map(\.value) == ["walk to/perth+1", "perth"])
        #expect(found.first?.container == .json(name: "password", isResponse: false))
        let capture = "POST /token HTTP/1.1\n\(type)\n\(body)"
        #expect(try text(capture, at: try #require(found.last)) == "perth")
        #expect(try text(capture, at: try #require(found.first)) == "walk+to%2Fperth")
    }

    @Test(
        "what looks like a form is one, whatever its type",
        arguments: [
            ("api_key=walk&a=b", ["walk"]), ("a=b&client_secret=walk%2Dto\n", ["walk-to"]), ("password=walk", ["walk"]),
            ("the password=walk & more", []), ("aGVsbG8=", []), ("password", []), ("<password=walk>", []),
        ],
        ["", "Content-Type: text/plain\n"])
    func undeclaredForm(_ form: (String, [String]), _ type: String) throws {
        #expect(try secrets("POST /token HTTP/1.1\n\(type)\n\(form.0)").map(\.value) == form.1)
    }

    @Test(
        "the time that a text takes grows with its length, not with the square of it",
        arguments: [
            "\":", "\"secret\":[", "\\\"secret\\\":{", "\"secret\":{\"a\":", "\"secret\":\"", "\\\\\\\\\\\\\\\\\":",
            "  \t :",
            "\"secret\":\\", "\"password\" : ", "{\"secret\":\"\\u0061\"},", "data: {\"secret\":\"a\"}\n\n",
            "api_key=a&",
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":",
        ])
    func linear(_ unit: String) throws {
        func time(of length: Int) throws -> Duration {
            let text = String(repeating: unit, count: length / unit.utf8.count)
            let exchange = try #require(try exchange("POST / HTTP/1.1\n\n\(text)"))
            let times = (0..<3).map { _ in ContinuousClock().measure { _ = SecretScanner.secrets(in: exchange) } }
            return times.min() ?? .zero
        }
        // Whatever else the machine does disturbs some of the attempts, and the square of the length all of them.
        let isLinear = try (0..<8).contains { _ in
            try time(of: 40_000) < time(of: 10_000) * 10 + .milliseconds(20)
        }
        #expect(isLinear)
    }

    @Test("every prefix of a capture is scanned, and what is found stands in it")
    func prefixes() throws {
        let capture = Array(
            """
            POST https://me:perth@relay.example/?key=walk%2Fto HTTP/1.1
            Cookie: a=b; c
            Authorization: Bearer walk

            {"secret": ["walk\\u002d", 12], "Authorization": "Basic perth", "a": "{\\"password\\": {\\"b\\":\\"walk\\"}}"}
            HTTP/1.1 200 OK
            Content-Type: text/event-stream

            data: {"password": "walk"}

            """.utf8)
        var counts: [Int] = []
        for count in 0...capture.count {
            guard var reader = try? CaptureReader(reading: MemorySource(Array(capture.prefix(count)))) else { continue }
            var found: [Secret] = []
            while let exchange = try? reader.next() { found += SecretScanner.secrets(in: exchange) }
            #expect(found.allSatisfy { secret in (0..<count).contains(secret.place?.byte ?? -1) })
            counts.append(found.count)
        }
        #expect(counts.last == 10)
    }
}
