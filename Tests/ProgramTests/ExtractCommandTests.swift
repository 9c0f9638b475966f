import Foundation
import TestSupport
import Testing

@Suite("The verb extract")
struct ExtractCommandTests {
    private static let sample = "samples/media-everywhere/capture.har"

    /// The files that the images of the sample become.
    private static let names = [
        "001-user-ed419e97.png", "002-response-7d0947a0.png", "004-request-825e4377.png", "007-user-2ae28f08.png",
        "008-response-693d949d.gif",
    ]

    /// Runs a test in a folder of its own.
    private func inScratch(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "unspool-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test("every image becomes one file that only its owner may read, and the manifest names them")
    func written() throws {
        try inScratch { folder in
            let output = folder + "/out"
            let run = try Program.run(["extract", ExtractCommandTests.sample, "-o", output])
            #expect(run.status == 0 && run.errors.isEmpty)
            #expect(try files(in: output) == ExtractCommandTests.names + ["manifest.json"])
            for name in try files(in: output) {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(output)/\(name)")[.posixPermissions]
                #expect(mode as? Int == 0o600)
            }
            let manifest = String(decoding: try Checkout.bytes(of: output + "/manifest.json"), as: UTF8.self)
            #expect(manifest.hasPrefix("{\n  \"schema\": \"unspool.extract/1\""))
            for name in ExtractCommandTests.names { #expect(manifest.contains("\"file\": \"\(name)\"")) }
            #expect(!manifest.contains("wimb"))
            let checked = try Program.run(["image", "\(output)/001-user-ed419e97.png"])
            #expect(checked.status == 0)
        }
    }

    @Test(
        "nothing that is there is touched, be it a file or a link, and the rest is extracted; --force takes its place")
    func occupied() throws {
        try inScratch { folder in
            let victim = folder + "/victim"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: victim))
            let output = folder + "/out"
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            let (file, link, dangling) = (
                ExtractCommandTests.names[0], ExtractCommandTests.names[1], ExtractCommandTests.names[2]
            )
            try Data("yours".utf8).write(to: URL(fileURLWithPath: "\(output)/\(file)"))
            try FileManager.default.createSymbolicLink(atPath: "\(output)/\(link)", withDestinationPath: victim)
            try FileManager.default.createSymbolicLink(
                atPath: "\(output)/\(dangling)", withDestinationPath: folder + "/nowhere")
            let run = try Program.run(["extract", ExtractCommandTests.sample, "-o", output])
            #expect(run.status == 2)
            #expect(run.output.contains("exists already"))
            #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
            #expect(try String(contentsOfFile: "\(output)/\(file)", encoding: .utf8) == "yours")
            #expect(!FileManager.default.fileExists(atPath: folder + "/nowhere"))
            #expect(FileManager.default.fileExists(atPath: "\(output)/\(ExtractCommandTests.names[3])"))
            let forced = try Program.run(["extract", ExtractCommandTests.sample, "-o", output, "--force"])
            #expect(forced.status == 0)
            #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
            #expect(!FileManager.default.fileExists(atPath: folder + "/nowhere"))
            #expect(try files(in: output) == ExtractCommandTests.names + ["manifest.json"])
        }
    }

    @Test("a second extraction into a folder leaves the first as it is, and adds a manifest of its own")
    func second() throws {
        try inScratch { folder in
            let output = folder + "/out"
            #expect(try Program.run(["extract", ExtractCommandTests.sample, "-o", output]).status == 0)
            let first = try Checkout.bytes(of: output + "/manifest.json")
            let again = try Program.run(["extract", ExtractCommandTests.sample, "-o", output])
            #expect(again.status == 0 && again.output.contains("\(ExtractCommandTests.names[0]) again"))
            #expect(
                try files(in: output)
                    == (ExtractCommandTests.names + ["002-manifest.json", "manifest.json"]).sorted())
            #expect(try Checkout.bytes(of: output + "/manifest.json") == first)
            let manifest = String(decoding: try Checkout.bytes(of: output + "/002-manifest.json"), as: UTF8.self)
            for name in ExtractCommandTests.names { #expect(manifest.contains("\"file\": \"\(name)\"")) }
        }
    }

    @Test("a dry run writes nothing, and says what it would write, for people and for programs")
    func dryRun() throws {
        try inScratch { folder in
            let run = try Program.run(["extract", ExtractCommandTests.sample, "-o", folder + "/out", "--dry-run"])
            #expect(run.status == 0)
            for name in ExtractCommandTests.names { #expect(run.output.contains(name)) }
            #expect(run.output.contains("5 files would be written, 414 B; 3 the same again"))
            #expect(try files(in: folder) == [])
            let json = try Program.run(["extract", ExtractCommandTests.sample, "--dry-run", "--format", "json"])
            #expect(json.output.hasPrefix("{\n  \"schema\": \"unspool.extract/1\""))
            #expect(json.output.contains("\"planned\": 5"))
        }
    }

    @Test("wrong usage and folders that cannot be end with 2, finding nothing with 0")
    func statuses() throws {
        #expect(try Program.run(["extract", ExtractCommandTests.sample]).status == 2)
        #expect(try Program.run(["extract", "no-such-file", "--dry-run"]).status == 2)
        try inScratch { folder in
            let nested = try Program.run(["extract", ExtractCommandTests.sample, "-o", folder + "/no/such"])
            #expect(nested.status == 2 && nested.errors.contains("expected a folder to extract to"))
            let file = folder + "/file"
            try Data().write(to: URL(fileURLWithPath: file))
            #expect(try Program.run(["extract", ExtractCommandTests.sample, "-o", file]).status == 2)
            let none = try Program.run(["extract", ExtractCommandTests.sample, "--kind", "audio", "-o", folder + "/a"])
            #expect(none.status == 0)
            #expect(try files(in: folder + "/a") == ["manifest.json"])
        }
    }

    @Test("a report reads the pixels of no image, or of every one")
    func depth() throws {
        let quick = try Program.run(["inspect", ExtractCommandTests.sample, "--quick", "--format", "json"])
        #expect(quick.output.contains(#""pixels": "unchecked""#) && !quick.output.contains(#""pixels": "ok""#))
        let deep = try Program.run(["inspect", ExtractCommandTests.sample, "--deep", "--format", "json"])
        #expect(deep.output.contains(#""pixels": "ok""#) && deep.output.contains(#""same_as": ["#))
        #expect(try Program.run(["inspect", ExtractCommandTests.sample, "--deep", "--quick"]).status == 2)
    }
}
