import Foundation
import TestSupport
import Testing

@Suite("The program")
struct ProgramTests {
    private static let sample = "samples/gemini-image-edit/capture.txt"

    private static let secret = "sk-walk-to-perth"

    @Test("a file alone is inspected: the default verb gives the same as its name, and standard input as a file")
    func defaultVerb() throws {
        let bare = try Program.run([ProgramTests.sample])
        let named = try Program.run(["inspect", ProgramTests.sample])
        let piped = try Program.run(["-"], input: Checkout.bytes(of: "\(Checkout.folder)/\(ProgramTests.sample)"))
        #expect(bare.status == 0)
        #expect(bare.errors.isEmpty)
        #expect(bare.output == named.output)
        // What is read from standard input cannot be named again.
        let unnamed = bare.output.replacing(ProgramTests.sample, with: "FILE")
        #expect(piped.output == unnamed.replacingFirst("capture.txt", with: "-"))
        let expected = String(
            decoding: try Checkout.bytes(of: "\(Checkout.samples)/gemini-image-edit/report.txt"), as: UTF8.self)
        #expect(bare.output == expected)
    }

    @Test(
        "what cannot be read ends with 2 and one sentence that says why",
        arguments: [
            (["no-such-file"], "no such file or directory\n"),
            (
                ["inpsect"],
                "inpsect: expected a readable input, found: no such file or directory; is 'unspool inspect' meant?"
            ),
            (["--input-format", "nonsense", sample], "--input-format"),
            (["--no-such-option", sample], "--no-such-option"), ([], "expected"),
            (["image.png"], "no such file or directory\n"),
            (["README.md"], "expected a capture in a known format"),
            (["message", "--exchange", "7", sample], "expected exchange 7"),
            (["events", "--part", "nonsense", sample], "nonsense"),
            (["--jobs", "0", sample], "1 to 256"), (["--jobs", "257", sample], "1 to 256"),
            (["--width", "12", sample], "40 columns"), (["--width", "2000000000", sample], "at most 10000"),
            (["--only", "0", sample], "only"),
            (["--show", "nonsense", sample], "show"), (["rules", "credential-in-heder"], "the closest are SEC001"),
            (["rules", "cap\u{1B}[2J"], "cap\\x1b[2J"),
            (["schema"], "one of check, diff, events, extract, image, inspect, list, redact, rules, found none"),
            (["schema", "nonsense"], "found 'nonsense'"),
        ])
    func failures(_ arguments: [String], _ words: String) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.lowercased().contains(words.lowercased()))
    }

    @Test("a body that is a stream of another kind has no events, and it is said what prints it")
    func otherStreams() throws {
        let run = try Program.run(["events", "-"], input: Array("{\"a\":1}\n{\"b\":2}\n".utf8))
        #expect(run.status == 0)
        #expect(run.output.contains(#""events":0"#) || run.output.contains(#""events": 0"#))
        #expect(
            run.errors == "unspool: -: expected an event stream in exchange 1, found JSON Lines, "
                + "which has no events; 'unspool body' prints it\n")
    }

    @Test("an empty input is no capture, but an empty event stream is a stream without events")
    func emptyInput() throws {
        let capture = try Program.run(["-"])
        #expect(capture.status == 2)
        #expect(capture.errors.hasPrefix("unspool: -: expected a capture, found an empty input"))
        let stream = try Program.run(["events", "--input-format", "event-stream", "-"])
        #expect(stream.status == 0)
        #expect(stream.output.hasPrefix(#"{"end":{"events":0"#) || stream.output.hasPrefix(#"{"end": {"events": 0"#))
    }

    @Test("one bad input among good ones ends with 2, and the good ones are reported")
    func severalInputs() throws {
        let run = try Program.run([ProgramTests.sample, "no-such-file", "samples/gemini-cut-stream/capture.http"])
        #expect(run.status == 2)
        #expect(run.output.contains("headers-pane"))
        #expect(run.output.contains("http-message"))
        #expect(run.errors.hasPrefix("unspool: no-such-file: "))
    }

    @Test("a key that only the last input gives away is hidden in the report on the first, read from a pipe too")
    func secretOfAnotherInput() throws {
        let echo = "GET /v1/models HTTP/1.1\nHost: relay.example\nx-note: \(ProgramTests.secret)\n\n"
        let inputs = ["-", "no-such-file", ProgramTests.sample]
        let run = try Program.run(["inspect"] + inputs + ["--show", "headers"], input: Array(echo.utf8))
        #expect(run.status == 2)
        let isShown = run.output.contains(ProgramTests.secret)
        #expect(!isShown)
        #expect(run.output.contains("x-note  [key 1, 16 characters]"))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.errors.hasPrefix("unspool: no-such-file: "))
    }

    @Test(
        "no six characters of a key are in anything that is printed",
        arguments: [
            ["inspect", sample, "-v", "--show", "headers,stream,raw"],
            ["inspect", sample, "--format", "json", "--show", "raw"],
            ["inspect", sample, "--format", "jsonl", "--include-blobs"], ["message", sample],
            ["message", sample, "--format", "json"],
            ["events", sample], ["events", sample, "--part", "request"], ["message", sample, "--exchange", "9"],
        ])
    func secrecy(_ arguments: [String]) throws {
        let run = try Program.run(arguments)
        let key = Array(ProgramTests.secret)
        for start in 0...(key.count - 6) {
            let piece = String(key[start..<(start + 6)])
            let isShown = run.output.contains(piece) || run.errors.contains(piece)
            #expect(!isShown)
        }
        #expect(!run.output.isEmpty || !run.errors.isEmpty)
    }

    @Test("a key is shown to those who ask for it")
    func disclosure() throws {
        let run = try Program.run(["inspect", ProgramTests.sample, "--show", "headers", "--include-secrets"])
        #expect(run.output.contains(ProgramTests.secret))
    }

    @Test("every rule is explained by its id and its name, in any case")
    func rules() throws {
        let list = try Program.run(["rules"])
        #expect(list.status == 0)
        #expect(list.output.contains("SEC001"))
        let manual = try Program.run(["rules", "sec001"])
        #expect(manual.status == 0)
        #expect(manual.output.hasPrefix("SEC001   credential-in-header   high\n"))
        #expect(try Program.run(["rules", "Credential-In-Header"]).output == manual.output)
        let json = try Program.run(["rules", "SEC001", "--format", "json"])
        #expect(json.output.contains(#""schema": "unspool.rules/1""#))
    }

    @Test("every schema is printed as JSON", arguments: ["events", "inspect", "rules"])
    func schemas(_ name: String) throws {
        let run = try Program.run(["schema", name])
        #expect(run.status == 0)
        let schema = try JSONSerialization.jsonObject(with: Foundation.Data(run.output.utf8)) as? [String: Any]
        #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("colour is used when it is asked for, and never by itself in a pipe")
    func color() throws {
        let escape = "\u{1B}["
        #expect(try Program.run([ProgramTests.sample, "--color", "always"]).output.contains(escape))
        #expect(try !Program.run([ProgramTests.sample]).output.contains(escape))
        #expect(try !Program.run([ProgramTests.sample, "--color", "never"]).output.contains(escape))
    }

    @Test(
        "a terminal has colour, unless NO_COLOR is set, TERM is dumb, or it is asked not to",
        .enabled(if: Program.hasTerminals, "no script(1) to make a terminal"),
        arguments: [
            ([:], [], true), (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true),
            (["TERM": "dumb"], [], false),
            ([:], ["--color", "never"], false), (["NO_COLOR": "1"], ["--color", "always"], true),
        ] as [([String: String], [String], Bool)])
    func terminalColor(_ environment: [String: String], _ options: [String], _ hasColor: Bool) throws {
        let output = try Program.runOnTerminal([ProgramTests.sample] + options, environment: environment)
        #expect(output.contains("CONVERSATION"))
        #expect(output.contains("\u{1B}[") == hasColor)
    }

    @Test("lines fit the width that was asked for", arguments: [60, 80, 120])
    func width(_ columns: Int) throws {
        let run = try Program.run([ProgramTests.sample, "-v", "--width", "\(columns)"])
        // Commands are there to be copied: nothing breaks them.
        let lines = run.output.split(separator: "\n").filter { line in !line.contains("unspool ") }
        let widest = lines.map(\.count).max() ?? 0
        #expect(widest <= columns)
        #expect(widest > columns - 20)
    }

    @Test("nothing captured reaches the terminal as it is, a file's name included")
    func hostileText() throws {
        let capture =
            "GET /\u{1B}[2J HTTP/1.1\nHost: x.example\u{9B}31m\nx\u{202E}y: z\u{7}\n\nHTTP/1.1 200 \u{1B}]0;PWN\u{7}\n\n"
        let run = try Program.run(["-", "-v", "--show", "headers,raw"], input: Array(capture.utf8))
        #expect(run.status == 0)
        let missing = try Program.run(["cap\u{1B}[2J.txt"])
        for text in [run.output, run.errors, missing.errors] {
            let raw = text.unicodeScalars.filter { scalar in
                scalar.value < 32 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
            }
            #expect(raw.isEmpty)
            #expect(!text.unicodeScalars.contains("\u{202E}"))
        }
        #expect(missing.errors.contains("\\x1b[2J"))
    }

    @Test("a report can be written to a file, and is the same there")
    func outputFile() throws {
        let file = NSTemporaryDirectory() + "unspool-report-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let written = try Program.run(["inspect", ProgramTests.sample, "--format", "json", "-o", file])
        #expect(written.status == 0)
        #expect(written.output.isEmpty)
        let printed = try Program.run(["inspect", ProgramTests.sample, "--format", "json"])
        #expect(String(decoding: try Checkout.bytes(of: file), as: UTF8.self) == printed.output)
    }

    @Test("the help begins with examples that work as printed")
    func help() throws {
        let help = try Program.run(["--help"])
        #expect(help.status == 0)
        let examples = help.output.split(separator: "\n").map { line in line.drop { character in character == " " } }
            .filter { line in line.hasPrefix("unspool ") && line.contains("samples/") }
        #expect(examples.count >= 5)
        for example in examples {
            #expect(
                try Program.run(example.split(separator: " ").dropFirst().map(String.init)).status == 0, "\(example)")
        }
    }

    @Test(
        "no line of a help text that was laid out by hand is laid out again in 80 columns",
        arguments: [
            [], ["inspect"], ["list"], ["message"], ["body"], ["events"], ["check"], ["diff"], ["redact"], ["extract"],
            ["image"], ["rules"], ["schema"],
        ])
    func helpWidth(verb: [String]) throws {
        func words(columns: Int) throws -> Substring {
            let help = try Program.run(verb + ["--help"], environment: ["COLUMNS": "\(columns)"]).output
            let examples = try #require(help.firstRange(of: "EXAMPLES:"))
            let usage = try #require(help.firstRange(of: "USAGE:"))
            return help[examples.lowerBound..<usage.lowerBound]
        }
        #expect(try words(columns: 80) == words(columns: 500))
    }

    @Test(
        "every prefix of the sample is read without a crash and ends with 0 or 2",
        arguments: Array(stride(from: 0, to: 4900, by: 211)))
    func prefixes(_ length: Int) throws {
        let bytes = try Checkout.bytes(of: "\(Checkout.folder)/\(ProgramTests.sample)")
        let run = try Program.run(["-", "-v"], input: Array(bytes.prefix(length)))
        #expect(run.status == 0 || run.status == 2)
    }
}

extension String {
    /// The text with the first occurrence of a word replaced.
    fileprivate func replacingFirst(_ word: String, with other: String) -> String {
        guard let found = range(of: word) else { return self }
        return replacingCharacters(in: found, with: other)
    }
}
