import CaptureReading
import Redaction
import Testing

/// Secrets that stand in a capture outside of its messages.
@Suite struct SurroundingTextTests {
    private static let key = RedactedCopy.key

    /// What is found around the first exchange of a capture, with what stands there.
    private func found(_ capture: String) throws -> [(secret: Secret, text: String)] {
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        let exchange = try #require(try reader.next())
        let known = SecretScanner.secrets(in: exchange)
        return try SurroundingText.secrets(around: exchange, beside: known).unsaid.map { secret in
            let place = try #require(secret.place)
            let text = capture.utf8.dropFirst(place.byte).prefix(secret.value.utf8.count)
            return (secret, String(decoding: text, as: UTF8.self))
        }
    }

    @Test(
        "options and members that no message has are found in their places",
        arguments: [
            "curl --variable API_KEY=KEY https://relay.example/v1/models",
            "curl --variable UPSTREAM=KEY https://relay.example/v1/models",
            #"{"api_key": "KEY", "request": {"method": "POST", "url": "https://relay.example/v1", "headers": {}, "#
                + #""body": {"model": "m"}}, "response": {"status": 200, "headers": {}, "body": {"id": "x"}}}"#,
        ])
    func around(_ template: String) throws {
        let key = SurroundingTextTests.key
        let found = try found(template.replacing("KEY", with: key))
        #expect(found.map(\.secret.value) == [key])
        #expect(found.map(\.text) == [key])
        #expect(
            found.allSatisfy { found in
                if case .surroundings = found.secret.container { true } else { false }
            })
    }

    @Test(
        "what a message says is not found once more, however the capture spells it",
        arguments: [
            "curl -H 'x-api-key: KEY' https://relay.example/v1/models",
            "curl 'https://relay.example/v1/models?key=KEY'",
            #"curl https://relay.example/v1 -d '{"text": "use KEY"}'"#,
            #"curl https://relay.example/v1 -d '{"text": "x"}' --data-urlencode "api_key=KEY""#,
            "POST /v1 HTTP/1.1\nx-api-key: KEY\n\n{\"password\": \"KEY\"}",
        ])
    func inMessages(_ template: String) throws {
        #expect(try found(template.replacing("KEY", with: SurroundingTextTests.key)).isEmpty)
    }

    @Test("what stands between exchanges has the line and the column of the capture")
    func between() throws {
        let key = SurroundingTextTests.key
        let start = Location(line: 3, column: 5, byte: 40)
        let text = Array("x\nexport UPSTREAM=\(key)\n".utf8)
        let found = SurroundingSecret.all(in: text[...], at: start)
        #expect(found.map(\.secret.value) == [key])
        #expect(found.map(\.location) == [Location(line: 4, column: 17, byte: 58)])
        #expect(SurroundingSecret.all(in: Array("nothing to see here".utf8)[...], at: start).isEmpty)
    }
}
