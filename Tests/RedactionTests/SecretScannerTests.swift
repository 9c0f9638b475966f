import CaptureReading
import Redaction
import Testing

@Suite struct SecretScannerTests {
    private func exchange(_ capture: String) throws -> Exchange? {
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        return try reader.next()
    }

    private func secrets(_ capture: String) throws -> [Secret] {
        try exchange(capture).map(SecretScanner.secrets) ?? []
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
                ["walk", "1", "to", "perth"]
            ),
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
            for secret in found { #expect(try text(capture, at: secret) == secret.value) }
        }
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

            data: {"secret": "again
            """
        for type in ["Content-Type: text/event-stream\n", ""] {
            let capture = "HTTP/1.1 200 OK\n\(type)\n\(stream)"
            let found = try secrets(capture)
            #expect(found.map(\.value) == ["walk", "to", "perth", "again"])
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
        #expect(try secrets("POST /token HTTP/1.1\nContent-Type: text/plain\n\n\(body)") == [])
    }

    @Test("every prefix of a capture is scanned, and what is found stands in it")
    func prefixes() throws {
        let capture = Array(
            """
            POST https://me:perth@relay.example/?key=walk%2Fto HTTP/1.1
            Cookie: a=b; c
            Authorization: Bearer walk

            {"secret": ["walk\\u002d", 12], "Authorization": "Basic perth"}
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
        #expect(counts.last == 9)
    }
}
