import Foundation
import Testing

@Suite struct RedactCommandTests {
    private static let capture = """
        POST /v1/chat HTTP/1.1
        Host: relay.example
        Authorization: Bearer walk-to-perth-2025
        Content-Type: application/json

        {"messages": [{"content": "my key is walk-to-perth-2025"}]}
        HTTP/1.1 401 Unauthorized
        Content-Type: text/plain

        no walk-to-perth-2025 here
        """

    @Test("the copy has a mark in every place, and the summary says how many")
    func copy() throws {
        let run = try Program.run(["redact", "-", "-o", "-"], input: Array(RedactCommandTests.capture.utf8))
        #expect(run.status == 0)
        #expect(run.errors.contains("redact: 1 value (token 1), 3 places, re-scan clean"))
        let range = try #require(run.output.firstRange(of: #/REDACTED-token-[0-9a-f]{8}/#))
        let mark = String(run.output[range])
        #expect(run.output == RedactCommandTests.capture.replacing("walk-to-perth-2025", with: mark))
    }

    @Test("of several captures it says that each has a copy of its own")
    func several() throws {
        let run = try Program.run(["redact", "a.har", "b.har", "-o", "safe.har"])
        #expect(run.status == 2)
        #expect(run.errors.contains("found 2: redact each by itself"))
    }

    @Test("a file is written with its report, in the same marks for the same salt")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("redact-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = { name in folder.appendingPathComponent(name).path }
        try Data("salt and more salt".utf8).write(to: URL(fileURLWithPath: path("salt")))
        for name in ["a", "b"] {
            let arguments = ["-o", path(name), "--salt-file", path("salt"), "--report", path("\(name).json")]
            let run = try Program.run(["redact", "-"] + arguments, input: Array(RedactCommandTests.capture.utf8))
            #expect(run.status == 0)
        }
        let copies = try ["a", "b"].map { name in try Data(contentsOf: URL(fileURLWithPath: path(name))) }
        #expect(copies[0] == copies[1])
        let report = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path("a.json"))), as: UTF8.self)
        #expect(report.contains(#""schema": "unspool.redact/1""#) && !report.contains("perth"))
    }

    @Test("what cannot be read ends with 2 and leaves no file")
    func unreadable() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("none-" + UUID().uuidString).path
        let run = try Program.run(["redact", "-", "-o", path], input: Array("no capture".utf8))
        #expect(run.status == 2)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try Program.run(["redact", "-"], input: []).status == 2)
    }

    @Test("a declared length follows the body that it frames")
    func framing() throws {
        let body = #"{"api_key": "walk-to-perth-2025"}"#
        let message = "POST /a HTTP/1.1\r\nHost: relay.example\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let run = try Program.run(["redact", "-", "-o", "-"], input: Array((message + message).utf8))
        #expect(run.status == 0)
        #expect(!run.output.contains("Content-Length: \(body.utf8.count)\r"))
        let list = try Program.run(["list", "-", "--format", "tsv"], input: Array(run.output.utf8))
        #expect(list.output.split(separator: "\n").count == 3)
    }

    @Test(
        "the user and the form of a command are redacted, however short the password",
        arguments: [
            ("curl -u joe:pass https://relay.example/v1", "curl -u joe:MARK https://relay.example/v1"),
            ("curl --user 'joe:pass' https://relay.example/v1", "curl --user 'joe:MARK' https://relay.example/v1"),
            (
                "curl https://relay.example/v1 -d \"password=hunt er2\" -d user=joe",
                "curl https://relay.example/v1 -d \"password=MARK\" -d user=joe"
            ),
            (
                "curl https://relay.example/v1 -d password=abc", "curl https://relay.example/v1 -d password=MARK"
            ),
            (
                "curl https://relay.example/v1 --data-urlencode token@tok.txt",
                "curl https://relay.example/v1 --data-urlencode token@tok.txt"
            ),
        ])
    func commands(_ command: String, _ expected: String) throws {
        let run = try Program.run(["redact", "-", "-o", "-"], input: Array(command.utf8))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.replacing(#/REDACTED-password-[0-9a-f]{8}/#, with: "MARK") == expected)
    }
}
