import CaptureReading
import Redaction
import TestSupport
import Testing

@Suite struct ExchangeSecretsTests {
    private func exchanges(_ capture: [UInt8]) throws -> [Exchange] {
        var reader = try CaptureReader(reading: MemorySource(capture))
        var exchanges: [Exchange] = []
        while let exchange = try reader.next() { exchanges.append(exchange) }
        return exchanges
    }

    private func exchange(type: String = "application/json", body: String) throws -> Exchange {
        let head = "POST /v1/chat/completions HTTP/1.1\nHost: relay.example\nContent-Type: \(type)\n"
        let capture = head + "Content-Length: \(body.utf8.count)\n\n\(body)"
        return try #require(try exchanges(Array(capture.utf8)).first)
    }

    @Test("a body with nothing but words is clean, whatever its head says")
    func clean() throws {
        let exchange = try exchange(body: #"{"messages":[{"role":"user","content":"my password is in the safe"}]}"#)
        #expect(ExchangeSecrets(of: exchange).bodiesAreClean)
    }

    @Test(
        "a body is not clean where any search finds a secret, or the mark of one",
        arguments: [
            ("application/json", #"{"password":"hunter2perth9"}"#),
            ("application/json", #"{"password":"REDACTED"}"#),
            ("application/json", #"{"headers":[{"name":"a","value":"b","password":"hunter2perth9"}]}"#),
            ("application/grpc", "\0\0\0\0\u{30}{\"api_key\":\"q9Zk3Lm7Tr5Wx2Bn8Vc4\"}"),
            ("application/x-www-form-urlencoded", "note=a b\nc&password=hunterperth"),
            (
                "application/json",
                String(repeating: "[", count: 130) + #"{"password":["hunterperth"]}"#
                    + String(repeating: "]", count: 130)
            ),
        ])
    func notClean(type: String, body: String) throws {
        #expect(try !ExchangeSecrets(of: exchange(type: type, body: body)).bodiesAreClean)
    }

    @Test("no scanner finds a secret in a clean body of a sample")
    func samples() throws {
        var cleanCount = 0
        for path in try Checkout.files(below: Checkout.samples) where path.contains("/capture.") {
            for exchange in (try? exchanges(Checkout.bytes(of: path))) ?? [] {
                guard ExchangeSecrets(of: exchange).bodiesAreClean else { continue }
                cleanCount += 1
                let placed = SecretScanner.secrets(in: exchange)
                let shaped = SecretScanner.shapedSecrets(in: exchange, beside: placed)
                #expect(placed.count == SecretScanner.secrets(in: exchange, withoutBodies: true).count, "\(path)")
                #expect(
                    shaped.count
                        == SecretScanner.shapedSecrets(in: exchange, beside: placed, withoutBodies: true).count,
                    "\(path)")
            }
        }
        #expect(cleanCount > 10)
    }
}
