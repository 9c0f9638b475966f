import CaptureReading
import Redaction
import Testing

/// What is learned from captures, and what redactors hide because of it.
@Suite struct SecretLedgerTests {
    /// The first exchange of a capture, and a redactor that has learned its secrets.
    private func learned(_ capture: String) throws -> (exchange: Exchange, redactor: Redactor) {
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        let exchange = try #require(try reader.next())
        var ledger = SecretLedger()
        ledger.learn(from: exchange)
        return (exchange, Redactor(ledger, style: .identifier))
    }

    private func redacted(_ text: String, after capture: String) throws -> String {
        try learned(capture).redactor.redact(text)
    }

    @Test(
        "a target's secrets are hidden in their places, however short",
        arguments: [
            ("/v1/models?key=m", "/v1/models?key=REDACTED-key-1"),
            ("/?key=ab&alt=ab&token=b", "/?key=REDACTED-key-1&alt=ab&token=REDACTED-token-1"),
            ("/a?key=a#code=a", "/a?key=REDACTED-key-1#code=REDACTED-key-1"),
            ("//me:e@relay.example/e?state=e", "//me:REDACTED-password-1@relay.example/e?state=REDACTED-password-1"),
            ("/?key=%41%2F", "/?key=REDACTED-key-1"), ("/?alt=sse;key=m;m", "/?alt=sse;key=REDACTED-key-1;m"),
            ("/?key=REDACTED", "/?key=[redacted]"),
            ("/?next=%2F%3Fkey%3Dm%26m", "/?next=%2F%3Fkey%3DREDACTED-key-1%26m"),
        ])
    func targets(_ target: String, _ expected: String) throws {
        let (exchange, redactor) = try learned("GET \(target) HTTP/1.1\n\n")
        let request = try #require(exchange.request)
        #expect(redactor.redact(targetOf: request) == expected)
    }

    @Test(
        "a header line's secrets are hidden in their places, however short",
        arguments: [
            ("Cookie: a=a", "a=REDACTED-cookie-1"),
            ("Cookie: a=b; b=a; a", "a=REDACTED-cookie-1; b=REDACTED-cookie-2; REDACTED-cookie-2"),
            ("Cookie: a=\u{301}walk", "a=REDACTED-cookie-1"), ("Authorization: B B", "B REDACTED-token-1"),
            (
                "Referer: https://me:cd@relay.example/?key=ef",
                "https://me:REDACTED-password-1@relay.example/?key=REDACTED-key-1"
            ),
            (":path: /path?key=h", "/path?key=REDACTED-key-1"), ("x-api-key: <none>", "[redacted]"),
        ])
    func lines(_ line: String, _ expected: String) throws {
        let (exchange, redactor) = try learned("GET / HTTP/1.1\n\(line)\n\n")
        let field = try #require(exchange.request?.fields.first)
        #expect(redactor.redact(field) == expected)
    }

    @Test(
        "what stands in structured credentials is hidden where it stands alone",
        arguments: [
            "Authorization: Token token=\"walk2perth9\"", "Authorization: Key relay:walk2perth9",
            "x-api-key: [walk2perth9]", "x-api-key: sail4hobart3, walk2perth9",
            "Authorization: Digest username=\"me\", response=\"x\", secret=walk2perth9",
            "Authorization: Bearer $(printf %s 'walk2perth9')", "x-api-key: $(printf \"walk2perth9\"",
        ])
    func structuredCredentials(_ line: String) throws {
        let text = try redacted("refused: walk2perth9", after: "GET / HTTP/1.1\n\(line)\n\n")
        #expect(text.hasPrefix("refused: REDACTED-"), "\(text)")
    }

    @Test("of structured credentials what names nothing secret is not hidden elsewhere")
    func plainParameters() throws {
        let line =
            "Authorization: AWS4-HMAC-SHA256 Credential=AKIA/20250101/us-east-1/s3/aws4_request, "
            + "SignedHeaders=host;x-amz-content-sha256, Signature=0a1b2c3d4e5f60718293"
        let text = "x-amz-content-sha256: 1, 0a1b2c3d4e5f60718293"
        #expect(
            try redacted(text, after: "GET / HTTP/1.1\n\(line)\n\n").hasPrefix("x-amz-content-sha256: 1, REDACTED-"))
    }

    @Test("a known secret that reaches beyond a place is hidden with it")
    func overlappingPlaces() {
        var ledger = SecretLedger()
        for value in ["theme=walk-to-perth", "perth-again"] {
            ledger.learn(Secret(kind: .key, value: value, container: .userInformation, place: nil))
        }
        let line = FieldLine(name: "Cookie", value: "theme=walk-to-perth-again; b=c", place: Place(byte: 9))
        let redactor = Redactor(ledger, style: .identifier)
        #expect(redactor.redact(line) == "[redacted]; b=[redacted]")
    }

    @Test(
        "what only looks like a secret is not hidden elsewhere",
        arguments: [
            ("GET /issues?state=closed&code=1&key=created_at HTTP/1.1\n\n", "closed, created_at, 1"),
            ("GET / HTTP/1.1\nCookie: theme=default; lang=en-US\n\n", "the default is en-US"),
            ("GET / HTTP/1.1\nx-auth-mode: required\n\n", "required"),
            ("GET / HTTP/1.1\nx-api-key: redacted\n\n", "It was redacted."),
            ("POST / HTTP/1.1\n\n{\"password\": \"***\", \"secret\": 123456}", "*** 123456"),
            ("GET / HTTP/1.1\nx-api-key: walk\n\n", "walk"),
        ])
    func ordinaryWords(_ capture: String, _ text: String) throws {
        #expect(try redacted(text, after: capture) == text)
    }

    @Test(
        "what looks issued is hidden everywhere, and so is what only secrets are called",
        arguments: [
            ("GET /?key=walk%2Fto%2Fperth HTTP/1.1\n\n", "walk/to/perth", "key"),
            ("GET /?state=walk-to-perth HTTP/1.1\n\n", "walk-to-perth", "token"),
            ("GET / HTTP/1.1\nCookie: a=walk2perth\n\n", "walk2perth", "cookie"),
            ("GET / HTTP/1.1\nx-api-key: closed\n\n", "closed", "key"),
            ("GET / HTTP/1.1\nX-CSRF-Token: closed\n\n", "closed", "csrf-token"),
            ("GET / HTTP/1.1\nAuthorization: Bearer closed\n\n", "closed", "token"),
            ("POST / HTTP/1.1\n\n{\"password\": \"closed\"}", "closed", "password"),
            ("POST / HTTP/1.1\n\n{\"password\": 1234567890}", "1234567890", "password"),
            ("HTTP/1.1 200 OK\n\ndata: {\"args\": {\"password\": \"closed\"}}\n\n", "closed", "password"),
            (
                "POST / HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\nclient_secret=walk+to%2Fx",
                "walk to/x", "password"
            ),
        ])
    func distinctive(_ capture: String, _ value: String, _ kind: String) throws {
        #expect(try redacted("<\(value)>", after: capture) == "<REDACTED-\(kind)-1>")
    }

    @Test("an ordinary word is hidden everywhere once a place for secrets alone has it too, under its first mark")
    func promoted() throws {
        let capture = "GET /?state=closed HTTP/1.1\nx-api-key: closed\n\n"
        #expect(try redacted("closed", after: capture) == "REDACTED-token-1")
    }

    @Test("two bearer tokens of one issuer vanish, wherever the second is quoted")
    func tokensOfOneIssuer() throws {
        let beginning = String(repeating: "walk-to-perth-and-sail-to-hobart", count: 10)
        var ledger = SecretLedger()
        for (number, end) in ["first-payload", "second-payload-that-is-longer"].enumerated() {
            var reader = try CaptureReader(
                reading: MemorySource(
                    Array("GET /\(number) HTTP/1.1\nAuthorization: Bearer \(beginning)\(end)\n\n".utf8)))
            ledger.learn(from: try #require(try reader.next()))
        }
        let text = Redactor(ledger, style: .words).redact("invalid: \(beginning)second-payload-that-is-longer.")
        #expect(text == "invalid: [token 2, 349 characters].")
    }

    @Test("a value that was taken out has no mark")
    func blanked() {
        var ledger = SecretLedger()
        let secret = Secret(kind: .key, value: "[redacted]", container: .requestHeader(name: "x-api-key"), place: nil)
        ledger.learn(secret)
        #expect(ledger.mark(of: "[redacted]") == nil)
        #expect(Redactor(ledger, style: .words).mark(of: secret.value) == nil)
    }

    @Test("equivalent spellings of one character have marks of their own")
    func equivalence() {
        var ledger = SecretLedger()
        for value in ["caf\u{E9}", "cafe\u{301}"] {
            ledger.learn(Secret(kind: .key, value: value, container: .userInformation, place: nil))
        }
        #expect(ledger.mark(of: "caf\u{E9}")?.number == 1)
        #expect(ledger.mark(of: "cafe\u{301}")?.number == 2)
    }

    @Test("a redactor keeps what the ledger held when it was made")
    func snapshots() {
        var ledger = SecretLedger()
        let redactors = ["walk-to-perth", "sail-to-hobart"].map { value in
            ledger.learn(Secret(kind: .key, value: value, container: .userInformation, place: nil))
            return Redactor(ledger, style: .identifier)
        }
        #expect(redactors[0].redact("sail-to-hobart") == "sail-to-hobart")
        #expect(redactors[1].redact("walk-to-perth, sail-to-hobart") == "REDACTED-key-1, REDACTED-key-2")
    }

    @Test(
        "what basic credentials say is hidden wherever it stands",
        arguments: [
            "curl -u me:correct-horse-9 https://relay.example/",
            "GET / HTTP/1.1\nAuthorization: basic  bWU6Y29ycmVjdC1ob3JzZS05\n\n",
            "GET / HTTP/1.1\nProxy-Authorization: Basic Y29ycmVjdC1ob3JzZS05Og==\n\n",
        ])
    func basicCredentials(capture: String) throws {
        let shown = try redacted(#"{"error":"bad password correct-horse-9"}"#, after: capture)
        #expect(shown == #"{"error":"bad password REDACTED-password-1"}"#)
    }
}
