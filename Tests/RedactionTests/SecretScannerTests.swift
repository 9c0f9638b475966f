import CaptureReading
import Redaction
import Testing

@Suite struct SecretScannerTests {
    private func secrets(_ capture: String) throws -> [Secret] {
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        return try reader.next().map(SecretScanner.secrets) ?? []
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
        ])
    func urls(_ target: String, _ expected: [String]) throws {
        let capture = "GET \(target) HTTP/1.1\nHost: relay.example\n\n"
        let found = try secrets(capture)
        #expect(found.map(\.value) == expected)
        for secret in found {
            let place = try #require(secret.place)
            #expect(capture.utf8.dropFirst(place.byte).starts(with: secret.value.utf8))
        }
    }

    @Test(
        "a header that holds a URL shows the secrets of that URL",
        arguments: ["Referer", "Location", "content-location"])
    func headers(_ name: String) throws {
        let capture = "GET / HTTP/1.1\n\(name): https://relay.example/?key=walk-to-perth\n\n"
        let secret = try #require(try secrets(capture).first)
        #expect(secret.value == "walk-to-perth")
        #expect(secret.container == .url(header: name, isResponse: false))
        let place = try #require(secret.place)
        #expect(capture.utf8.dropFirst(place.byte).starts(with: secret.value.utf8))
    }

    @Test("a redactor takes the secrets of every URL out, however short")
    func redaction() throws {
        let capture = "GET /?key=ab HTTP/1.1\nReferer: https://me:cd@relay.example/?key=ef\n\n"
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        let exchange = try #require(try reader.next())
        var ledger = SecretLedger()
        ledger.learn(from: exchange)
        let redactor = Redactor(ledger, style: .identifier)
        let request = try #require(exchange.request)
        #expect(redactor.redact(targetOf: request) == "/?key=REDACTED-key-1")
        let line = try #require(request.fields.first("referer"))
        #expect(
            redactor.redact(line, isResponse: false)
                == "https://me:REDACTED-password-1@relay.example/?key=REDACTED-key-2")
    }
}
