import CaptureReading
import Redaction
import Testing

@Suite("Names of places that hold secrets")
struct SecretPlacesTests {
    @Test(
        "headers, by list and by the words in their names",
        arguments: [
            ("Authorization", Secret.Kind.token), ("x-goog-api-key", .key), ("X_API_KEY", .key), ("Cookie", .cookie),
            ("set-cookie", .cookie),
            ("x-relay-secret", .password), ("my-session", .token), ("X-Amz-Signature", .signature),
            ("X-Serverless-Authorization", .token), ("x-goog-iap-jwt-assertion", .token), ("X-CSRF-Token", .csrfToken),
            ("X-CSRFToken", .csrfToken), ("my-xsrf-key", .csrfToken), ("x-api\u{200B}-key", .key),
        ])
    func headers(_ name: String, _ kind: Secret.Kind) {
        #expect(SecretPlaces.kind(ofHeader: name) == kind)
    }

    @Test(
        "every listed header counts with blanks and controls around its name and in it",
        arguments: [
            "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "x-goog-api-key", "api-key",
            "ocp-apim-subscription-key", "x-auth-token", "x-access-token", "x-amz-security-token",
            "x-goog-iam-authorization-token", "x-functions-key", "anthropic-api-key", "openai-api-key",
            "x-portkey-api-key", "helicone-auth", "x-litellm-api-key", "cf-access-client-secret",
            "cf-access-jwt-assertion", "x-firebase-appcheck", "x-csrf-token", "x-xsrf-token",
            "x-vercel-protection-bypass", "x-session-id",
        ])
    func blanks(_ name: String) throws {
        let kind = try #require(SecretPlaces.kind(ofHeader: name))
        let middle = name.index(after: name.startIndex)
        let blanks = [" ", "\t", "  \t ", "\u{1}", "\u{7F}", "\u{0}", "\r", "\u{A0}", "\u{85}", "\u{3000}"]
        for blank in blanks {
            for spelling in [name + blank, blank + name, name[..<middle] + blank + name[middle...]] {
                #expect(SecretPlaces.kind(ofHeader: spelling) == kind)
                #expect(SecretPlaces.kind(ofParameter: spelling) == kind)
                #expect(SecretPlaces.kind(ofMember: spelling) == kind)
            }
        }
    }

    @Test(
        "headers as terminals and other programs dress them up",
        arguments: [
            "\u{1B}[1mSet-Cookie\u{1B}[0m", "\u{1B}[1mX-Api-Key\u{1B}[0m", "\"x-api-key\"", "'Authorization'",
            "Cookie2",
            "X-Otp", "X-Custom-Passwd", "xapikey", "Bearer", "accesstoken", "pwd", "Authentication", "appkey",
        ])
    func dressedHeaders(_ name: String) {
        #expect(SecretPlaces.kind(ofHeader: name) != nil)
    }

    @Test("the key in a list of WebSocket protocols is one, and nothing else there is")
    func protocols() {
        let fields = FieldLines([
            FieldLine(
                name: "Sec-WebSocket-Protocol", value: "realtime, openai-insecure-api-key.sk-walk-to-perth, v1",
                place: Place(byte: 0))
        ])
        let request = Request(fields: fields, place: Place(byte: 0))
        let source = ExchangeSource(bytes: [], start: .start)
        let found = SecretScanner.secrets(in: Exchange(number: 1, source: source, request: request))
        #expect(found.map(\.value) == ["sk-walk-to-perth"])
    }

    @Test(
        "headers that only look like it",
        arguments: [
            "x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-limit", "x-goog-api-client", "idempotency-key",
            "X-Idempotency-Key", "x-cache-key", "content-type",
            "www-authenticate", "authentication-info", "keyboard", "monkey", "sec-websocket-key",
        ])
    func innocentHeaders(_ name: String) {
        #expect(SecretPlaces.kind(ofHeader: name) == nil)
    }

    @Test(
        "parameters of a query, where short words count",
        arguments: ["key", "api_key", "access-token", "X-Amz-Signature", "code", "sig", "x-goog-api-key"])
    func parameters(_ name: String) {
        #expect(SecretPlaces.kind(ofParameter: name) != nil)
    }

    @Test(
        "members of a JSON body",
        arguments: [
            "api_key", "apiKey", "accessToken", "client_secret", "password", "Authorization", "x-goog-api-key",
            "X_API_KEY",
            "Cookie", "api\u{FEFF}_key", "p\u{AD}assword", "openai_api_key", "GITHUB-ACCESS-TOKEN", "dbPassword",
            "aws_secret_access_key", "webhookSecret",
        ])
    func members(_ name: String) {
        #expect(SecretPlaces.kind(ofMember: name) != nil)
        let request = Request(
            body: Body(bytes: Array(#"{"a": {"\#(name)": "sk-walk-to-perth"}}"#.utf8)[...], place: Place(byte: 0)),
            place: Place(byte: 0))
        let source = ExchangeSource(bytes: [], start: .start)
        let found = SecretScanner.secrets(in: Exchange(number: 1, source: source, request: request))
        #expect(found.map(\.value) == ["sk-walk-to-perth"])
    }

    @Test(
        "members that are ordinary words in JSON",
        arguments: [
            "key", "code", "state", "token", "max_tokens", "totalTokenCount", "token_type", "sig", "auth",
            "nextPageToken", "eos_token", "secretary",
        ])
    func innocentMembers(_ name: String) {
        #expect(SecretPlaces.kind(ofMember: name) == nil)
    }

    @Test(
        "keys by what they open",
        arguments: ["AccountKey", "masterKey", "license_key", "deployKey", "ssh_key", "DB_ACCOUNT_KEY"])
    func memberKeys(_ name: String) {
        #expect(SecretPlaces.kind(ofMember: name) == .key)
    }

    @Test("credentials count where they look like a secret, and nothing in them does by their name")
    func credentials() {
        let meaning = MemberMeaning.none.member(named: "credentials")
        #expect(meaning.hides("walk2perth9sail4hobart"))
        #expect(!meaning.hides("same-origin") && !meaning.hides("include"))
        #expect(!meaning.member(named: "region").hides("walk2perth9sail4hobart"))
        #expect(MemberMeaning.none.member(named: "password").hides("open"))
    }
}
