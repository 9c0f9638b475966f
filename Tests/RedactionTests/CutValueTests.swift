import CaptureReading
import Redaction
import Testing

/// Secrets that the quotes of a command cut.
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
}
