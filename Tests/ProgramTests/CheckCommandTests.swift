import Foundation
import TestSupport
import Testing

@Suite("unspool check")
struct CheckCommandTests {
    private static let sample = "samples/gemini-image-edit/capture.txt"

    /// A folder that goes when the test ends.
    private func withScratch(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("unspool-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    @Test(
        "it fails with 1 on findings at or above the severity, and only then",
        arguments: [
            ([], 1), (["--fail-on", "critical"], 0), (["--fail-on", "none"], 0), (["--rules", "CAP003"], 0),
            (["--rules", "CAP003", "--fail-on", "low"], 1), (["--disable", "SEC*,SAF*,HST*"], 0),
            (["--disable", "sec*", "--disable", "SAF*", "--disable", "provider-path-on-foreign-host"], 0),
        ])
    func status(_ arguments: [String], _ status: Int) throws {
        let run = try Program.run(["check", CheckCommandTests.sample] + arguments)
        #expect(Int(run.status) == status, "\(run.output)")
        #expect(run.errors.isEmpty)
        #expect(run.output.contains(status == 0 ? "CHECK" : "CHECK  failed"))
    }

    @Test(
        "wrong usage ends with 2 and a sentence",
        arguments: [
            (["--fail-on", "grave"], "--fail-on"), (["--rules", "SEC999"], "the closest are SEC"),
            (["--disable", "SEC001,"], "--disable"), (["--today", "tomorrow"], "--today"),
            (["--reason", "x"], "--update-baseline"), (["--baseline", "no-such-file"], "no-such-file"),
            (["--config", "README.md"], "README.md: expected"), (["--include-secrets"], "--include-secrets"),
            (["--config", "a", "--no-config"], "found both"),
        ])
    func usage(_ arguments: [String], _ words: String) throws {
        let run = try Program.run(["check", CheckCommandTests.sample] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test("an input that could not be read ends with 2, whatever was found in others")
    func unreadable() throws {
        let run = try Program.run(["check", CheckCommandTests.sample, "no-such-file"])
        #expect(run.status == 2)
        #expect(run.output.contains("CHECK  failed"))
    }

    @Test("a baseline takes what is there away; it expires, and it is updated without losing reasons")
    func baseline() throws {
        try withScratch { folder in
            let file = folder + "/baseline.json"
            let base = ["check", CheckCommandTests.sample, "--baseline", file]
            let written = try Program.run(
                base + ["--update-baseline", "--reason", "made up", "--expires", "2026-06-30"])
            #expect(written.status == 0)
            #expect(written.errors.contains("\(file): written, "))
            #expect(written.output.contains("CHECK  accepted: ") && !written.output.contains("failed"))
            #expect(try Program.run(base + ["--today", "2026-06-30"]).status == 0)
            let late = try Program.run(base + ["--today", "2026-07-01"])
            #expect(late.status == 1)
            #expect(late.output.contains("expired") && !late.output.contains("2026"))
            let before = try Checkout.bytes(of: file)
            #expect(try Program.run(base + ["--update-baseline", "--reason", "other"]).status == 0)
            #expect(try Checkout.bytes(of: file) == before)
            let text = String(decoding: before, as: UTF8.self)
            #expect(text.contains("made up") && text.contains(CheckCommandTests.sample))
            #expect(!text.contains("walk-to"))
        }
    }

    @Test("a baseline is not written when an input could not be read")
    func failedUpdate() throws {
        try withScratch { folder in
            let file = folder + "/baseline.json"
            let run = try Program.run(["check", "no-such-file", "--baseline", file, "--update-baseline"])
            #expect(run.status == 2)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }

    @Test("the user's configuration holds, options come before it, and none may be wished for")
    func configuration() throws {
        try withScratch { folder in
            let own = folder + "/unspool"
            try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
            try Data(#"{"check": {"fail_on": "critical"}}"#.utf8).write(to: URL(fileURLWithPath: own + "/config.json"))
            func status(_ arguments: String...) throws -> Int32 {
                try Program.run(
                    ["check", CheckCommandTests.sample] + arguments, environment: ["XDG_CONFIG_HOME": folder]
                ).status
            }
            #expect(try status() == 0)
            #expect(try status("--fail-on", "high") == 1)
            #expect(try status("--no-config") == 1)
            let other = folder + "/other.json"
            let exemption = #"{"check": {"disable": ["SEC*", "SAF*", {"rule": "HST*", "host": "*.relay.example"}]}}"#
            try Data(exemption.utf8).write(to: URL(fileURLWithPath: other))
            #expect(try status("--config", other) == 0)
        }
    }

    @Test("every form is whole, and SARIF from inspect is the same as from check")
    func forms() throws {
        let json = try Program.run(["check", CheckCommandTests.sample, "--format", "json"])
        #expect(json.status == 1)
        #expect(json.output.contains("\"schema\": \"unspool.check/1\""))
        let sarif = try Program.run(["check", CheckCommandTests.sample, "--format", "sarif"])
        let inspected = try Program.run(["inspect", CheckCommandTests.sample, "--format", "sarif"])
        #expect(sarif.status == 1 && inspected.status == 0)
        #expect(sarif.output == inspected.output)
        let refused = try Program.run(
            ["inspect", CheckCommandTests.sample, "--format", "sarif", "--include-secrets"])
        #expect(refused.status == 2)
    }

    @Test("a path below the working folder is told the same, however it was given")
    func paths() throws {
        let relative = try Program.run(["check", CheckCommandTests.sample, "--format", "sarif"])
        let absolute = try Program.run(
            ["check", Checkout.folder + "/" + CheckCommandTests.sample, "--format", "sarif"])
        #expect(relative.output == absolute.output)
    }

    @Test(
        "a key that stands outside of any exchange fails the check, at its line",
        arguments: [
            ("export UPSTREAM=KEY\n\ncurl https://relay.example/v1/models\n", ":1 "),
            ("curl https://relay.example/v1/models\n\n# the key is\n# KEY\n", ":4 "),
            ("curl https://relay.example/v1/models \\\n  --variable UPSTREAM=KEY\n", ":2 "),
        ])
    func outside(_ template: String, _ line: String) throws {
        // Joined at run time: the source must not hold the shape of a key.
        let key = "sk-" + "Walk7to3Perth9and2Sail4to1Hobart"
        let capture = template.replacing("KEY", with: key)
        let run = try Program.run(["check", "-"], input: Array(capture.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains("SEC014  \(line)"), "\(run.output)")
        #expect(!run.output.contains(key))
        let clean = try Program.run(["check", "-"], input: Array(template.replacing("KEY", with: "$KEY").utf8))
        #expect(clean.status == 0, "\(clean.output)")
    }
}
