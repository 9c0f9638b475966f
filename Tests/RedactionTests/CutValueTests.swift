import CaptureReading
import Redaction
import Testing

/// Secrets that the quotes of a command or the end of a capture cut.
@Suite struct CutValueTests {
    private func mark(_ value: String, _ kind: Secret.Kind) -> String {
        RedactedCopy.marks.placeholder(of: value, kind: kind)
    }

    /// The copy of a capture that was read, in which no secret is left.
    private func copy(_ capture: String) throws -> String {
        let text = Array(capture.utf8)
        let exchanges = try exchanges(of: text)
        var ledger = SecretLedger()
        for exchange in exchanges { ledger.learnAll(from: exchange) }
        ledger.learn(from: text[...])
        let redactor = TextRedactor(ledger, marks: RedactedCopy.marks)
        let copy = redactor.copy(of: text[...], at: 0, exchanges: exchanges).bytes
        let readAgain = try self.exchanges(of: copy)
        #expect(!redactor.holdsSecret(copy[...], exchanges: readAgain))
        return String(decoding: copy, as: UTF8.self)
    }

    private func exchanges(of text: [UInt8]) throws -> [Exchange] {
        var reader = try CaptureReader(reading: MemorySource(text))
        var exchanges: [Exchange] = []
        while let exchange = try reader.next() { exchanges.append(exchange) }
        return exchanges
    }

    @Test(
        "a field of a form that quotes cut is gone with its rest, and the quotes still close",
        arguments: [
            (#"'user=joe&password=Perth9'\''Hobart&page=1'"#, "Perth9'Hobart", "'user=joe&password=MARK''&page=1'"),
            (#"'password=a'\''b'"#, "a'b", "'password=MARK'''"),
            (#"'password=a'"'"'b'"#, "a'b", #"'password=MARK'""''"#),
            (#"password=sail\'to"#, "sail'to", "password=MARK"),
        ])
    func forms(_ body: String, _ value: String, _ wanted: String) throws {
        let command = "curl https://relay.example/v1/login -d "
        let mark = mark(value, .password)
        #expect(try copy(command + body) == command + wanted.replacing("MARK", with: mark))
    }

    @Test("the beginning of a known secret goes from the end of a capture, be a line end behind it")
    func ends() throws {
        // Without the shape of a key, which would tell of the beginning too.
        let key = String(RedactedCopy.key.dropFirst(3))
        let head = "GET / HTTP/1.1\r\nx-api-key: \(key)\r\nhost: relay.example\r\n\r\nHTTP/1.1 401 No\r\n\r\nnot "
        let mark = mark(key, .key)
        let wanted = head.replacing(key, with: mark)
        for count in [12, 20, key.utf8.count - 1] {
            #expect(try copy(head + key.prefix(count)) == wanted + mark)
            #expect(try copy(head + key.prefix(count) + "\n") == wanted + mark + "\n")
        }
        #expect(try copy(head + key.prefix(11)) == wanted + key.prefix(11))
    }

    @Test("what all keys of a service begin with stays at the end of a capture")
    func beginnings() throws {
        let key = "sk-ant-api03-" + "Walk7to3Perth9and2Sail4to1Hobart"
        let text = "x-api-key: \(key)\nThey begin with sk-ant-api03-"
        let mark = mark(key, .key)
        #expect(String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) == text.replacing(key, with: mark))
    }
}
