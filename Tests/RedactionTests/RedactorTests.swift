import CaptureReading
import Redaction
import Testing

@Suite("Taking secrets out of text")
struct RedactorTests {
    private func redactor(_ values: [(Secret.Kind, String)], _ style: Redactor.Style = .words) -> Redactor {
        var ledger = SecretLedger()
        for (kind, value) in values {
            ledger.learn(Secret(kind: kind, value: value, container: .userInformation, place: nil))
        }
        return Redactor(ledger, style: style)
    }

    @Test("marks number each kind by first appearance and say a length, never a beginning")
    func marks() {
        let secrets: [(Secret.Kind, String)] = [
            (.key, "walk-to-perth"), (.token, "sail-to-hobart"), (.key, "walk-to-perth"), (.key, "run-to-cairns"),
        ]
        let words = redactor(secrets)
        #expect(words.redact("a walk-to-perth b") == "a [key 1, 13 characters] b")
        #expect(words.redact("sail-to-hobart,run-to-cairns") == "[token 1, 14 characters],[key 2, 13 characters]")
        #expect(redactor(secrets, .identifier).redact("run-to-cairns") == "REDACTED-key-2")
        #expect(redactor(secrets, .disclosed).redact("run-to-cairns") == "run-to-cairns")
    }

    @Test("the longest value at a place is replaced, and nothing of it is left")
    func nestedValues() {
        let nested = redactor([(.key, "perth-walk"), (.key, "perth-walk-again")])
        #expect(nested.redact("perth-walk-again perth-walk") == "[key 2, 16 characters] [key 1, 10 characters]")
    }

    @Test("a value is found wherever it begins, and next to itself", arguments: 0..<20)
    func everyOffset(_ offset: Int) {
        let padding = String(repeating: "w", count: offset)
        let text = redactor([(.key, "walk-to-perth")]).redact(padding + "walk-to-perthwalk-to-perth" + padding)
        #expect(text == padding + "[key 1, 13 characters][key 1, 13 characters]" + padding)
    }

    @Test("a value is found percent-encoded too")
    func percentEncoded() {
        #expect(
            redactor([(.token, "walk to+perth/é")]).redact("?t=walk%20to%2Bperth%2F%C3%A9&x")
                == "?t=[token 1, 15 characters]&x")
    }

    @Test("a value of fewer than six bytes is replaced in its place only")
    func shortValues() throws {
        let line = FieldLine(name: "x-api-key", value: "abc", place: Place(byte: 0))
        let short = redactor([(.key, "abc")])
        #expect(short.redact("abc") == "abc")
        #expect(short.redact(line, isResponse: false) == "[key 1, 3 characters]")
    }

    @Test("header lines keep their scheme and the names of cookies")
    func headerLines() {
        let values: [(Secret.Kind, String)] = [(.token, "walk-to-perth"), (.cookie, "one"), (.cookie, "two")]
        let bearer = FieldLine(name: "Authorization", value: "Bearer walk-to-perth", place: Place(byte: 0))
        #expect(redactor(values).redact(bearer, isResponse: false) == "Bearer [token 1, 13 characters]")
        let cookie = FieldLine(name: "Cookie", value: "a=one; b=two", place: Place(byte: 0))
        #expect(
            redactor(values, .identifier).redact(cookie, isResponse: false)
                == "a=REDACTED-cookie-1; b=REDACTED-cookie-2")
    }

    @Test("a target loses its parameters' values, however short")
    func targets() {
        let request = Request(target: "/v1/models?key=abc&alt=sse", place: Place(byte: 0))
        #expect(redactor([(.key, "abc")]).redact(targetOf: request) == "/v1/models?key=[key 1, 3 characters]&alt=sse")
    }

    @Test(
        "text without secrets is left as it is",
        arguments: ["", "w", "walk-", "walk-to-pert", "nothing here", "\u{0}\u{1B}"])
    func innocentText(_ text: String) {
        #expect(redactor([(.key, "walk-to-perth")]).redact(text) == text)
    }

    @Test("ten thousand secrets are looked for at once")
    func manySecrets() {
        let secrets = (0..<10_000).map { number in (Secret.Kind.cookie, "cookie-number-\(number)-of-many") }
        let text = redactor(secrets, .identifier).redact("cookie-number-9999-of-many cookie-number-77-of-many")
        #expect(text == "REDACTED-cookie-10000 REDACTED-cookie-78")
    }

    @Test("a long value is hidden for as far as the text agrees with it")
    func longValues() {
        let long = String(repeating: "a", count: 4000) + "b"
        let redactor = redactor([(.cookie, long)], .identifier)
        #expect(redactor.redact("x\(long)y") == "xREDACTED-cookie-1y")
        #expect(redactor.redact("x\(long.prefix(300))y") == "xREDACTED-cookie-1y")
        #expect(redactor.redact("x\(long.prefix(200))y") == "x\(long.prefix(200))y")
    }

    @Test("a value that was cut to be quoted is hidden too")
    func cutValues() {
        let redactor = redactor([(.key, "walk-to-perth"), (.key, "walk-to-hobart")])
        #expect(redactor.redact("says walk-to-p…") == "says [key 1, 13 characters]…")
        #expect(redactor.redact("says walk-to-ho…") == "says [key 2, 14 characters]…")
        #expect(redactor.redact("says walk-…") == "says walk-…")
        #expect(redactor.redact("says walk-to-") == "says walk-to-")
    }

    @Test("a text that nearly agrees with a long value everywhere takes no longer than its length allows")
    func nearMisses() {
        let long = String(repeating: "a", count: 300) + "b"
        let text = (0..<50).map { _ in String(repeating: "a", count: 255) + "c" }.joined()
        #expect(redactor([(.cookie, long)]).redact(text) == text)
    }
}
