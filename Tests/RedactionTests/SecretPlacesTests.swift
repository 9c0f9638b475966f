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
        "headers that only look like it",
        arguments: [
            "x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-limit", "x-goog-api-client", "idempotency-key",
            "X-Idempotency-Key", "x-cache-key", "content-type",
            "www-authenticate", "keyboard", "monkey", "sec-websocket-key",
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
}
