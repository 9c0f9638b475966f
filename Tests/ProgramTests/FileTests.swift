import Foundation
import TestSupport
import Testing

@Suite("The program and the file system")
struct FileTests {
    private static let sample = Checkout.folder + "/samples/gemini-cut-stream/capture.http"

    /// Runs a test in a folder of its own.
    private func inScratch(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "unspool-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("a report is never written over its own capture, and a failed one leaves no file")
    func outputOverInput() throws {
        try inScratch { folder in
            let capture = folder + "/a.http"
            try FileManager.default.copyItem(atPath: FileTests.sample, toPath: capture)
            let before = try Checkout.bytes(of: capture)
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a.http")
            for input in [capture, folder] {
                for output in [capture, folder + "/link", folder + "/./a.http"] {
                    let run = try Program.run(["inspect", input, "-o", output])
                    #expect(run.status == 2)
                    #expect(run.errors.contains("expected a file that is none of the captures for -o"))
                }
            }
            let isSame = try Checkout.bytes(of: capture) == before
            #expect(isSame)
            #expect(try Program.run(["inspect", capture, "-o", folder + "/no/such/folder.txt"]).status == 2)
            // A report stays when there is nothing to put in its place.
            let report = folder + "/report.txt"
            try Data("earlier".utf8).write(to: URL(fileURLWithPath: report))
            #expect(try Program.run(["inspect", "no-such-file", "-o", report]).status == 2)
            #expect(try String(contentsOfFile: report, encoding: .utf8) == "earlier")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["a.http", "link", "report.txt"])
        }
    }

    @Test("a link stays one: what it leads to is written")
    func outputLink() throws {
        try inScratch { folder in
            try Data("earlier, and longer than nothing".utf8).write(to: URL(fileURLWithPath: folder + "/real"))
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "real")
            let arguments = ["list", FileTests.sample, "--format", "tsv"]
            #expect(try Program.run(arguments + ["-o", folder + "/link"]).status == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "real")
            let written = try String(contentsOfFile: folder + "/real", encoding: .utf8)
            #expect(written == (try Program.run(arguments).output))
        }
    }

    @Test("a report replaces an older one, and only its owner may read it")
    func outputReplaced() throws {
        try inScratch { folder in
            let report = folder + "/report.txt"
            try "old".write(toFile: report, atomically: false, encoding: .utf8)
            #expect(try Program.run(["inspect", FileTests.sample, "-o", report]).status == 0)
            #expect(String(decoding: try Checkout.bytes(of: report), as: UTF8.self).contains("CONVERSATION"))
            let mode = try FileManager.default.attributesOfItem(atPath: report)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.txt"])
        }
    }

    @Test("a folder is read in the order of its names; loops of links, pipes and hidden files are passed over")
    func folders() throws {
        try inScratch { folder in
            for name in ["b.http", "a.http", ".hidden.http"] {
                try FileManager.default.copyItem(atPath: FileTests.sample, toPath: "\(folder)/\(name)")
            }
            try "just words".write(toFile: folder + "/note.md", atomically: false, encoding: .utf8)
            try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: ".")
            let isMade = unsafe mkfifo(folder + "/pipe", 0o600) == 0
            #expect(isMade)
            let run = try Program.run([folder])
            #expect(run.status == 0)
            let heads = run.output.split(separator: "\n").filter { line in line.hasPrefix(folder) }
            let pieces = heads.map { line in String(line.dropFirst(folder.count + 1).prefix(6)) }
            #expect(pieces == ["a.http", "b.http"])
            #expect(run.errors.contains("note.md: passed over"))
        }
    }

    @Test("a folder without a capture ends with 2 and says so", arguments: [[], ["note.md"]])
    func emptyFolders(_ names: [String]) throws {
        try inScratch { folder in
            for name in names {
                try "just words".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
            }
            let run = try Program.run([folder])
            #expect(run.status == 2)
            #expect(!run.errors.isEmpty)
        }
    }

    @Test("a verb that wants one capture says that a folder is none", arguments: ["message", "events"])
    func folderForOne(_ verb: String) throws {
        let run = try Program.run([verb, "samples"])
        #expect(run.status == 2)
        #expect(run.errors.contains("is a directory"))
    }

    @Test("what can be read only once is read once: standard input by its name")
    func readOnce() throws {
        let bytes = try Checkout.bytes(of: FileTests.sample)
        let run = try Program.run(["/dev/stdin"], input: bytes)
        #expect(run.status == 0)
        #expect(run.output.contains("CONVERSATION"))
    }

    @Test("a name that is not UTF-8 is opened in a folder")
    func oddNames() throws {
        try inScratch { folder in
            let bytes = try Checkout.bytes(of: FileTests.sample)
            let path = Array(folder.utf8) + Array("/latin".utf8) + [0xE9, 0]
            let descriptor = unsafe open(path.map { byte in CChar(bitPattern: byte) }, O_CREAT | O_WRONLY, 0o600)
            try #require(descriptor >= 0)
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data(bytes))
            try handle.close()
            #expect(try Program.run([folder]).status == 0)
        }
    }

    @Test(
        "wrong usage is told without letting the argument act",
        arguments: [["--only", "\u{1B}]0;PWN\u{7}"], ["--\u{1B}[2J"], ["--input-format", "\u{9B}31m"]])
    func hostileArguments(_ arguments: [String]) throws {
        let run = try Program.run(["inspect", FileTests.sample] + arguments)
        #expect(run.status == 2)
        let raw = run.errors.unicodeScalars.filter { scalar in
            scalar != "\n" && (scalar.value < 32 || (0x7F...0x9F).contains(scalar.value))
        }
        #expect(raw.isEmpty)
    }

    /// An archive that names the file of a body.
    private static func archive(naming file: String) -> String {
        #"{"log":{"entries":[{"request":{"method":"GET","url":"/a"},"response":{"status":200,"content":{"_file":"\#(file)"}}}]}}"#
    }

    @Test("the file of a body is read from the folder of its archive, and from the folder that one is run in")
    func attachments() throws {
        try inScratch { folder in
            try FileTests.archive(naming: "b.json").write(toFile: folder + "/a.har", atomically: false, encoding: .utf8)
            try "{}".write(toFile: folder + "/b.json", atomically: false, encoding: .utf8)
            let run = try Program.run(["body", folder + "/a.har"])
            #expect(run.output == "{}")
            #expect(run.status == 0)
            #expect(try Program.run(["body", folder + "/a.har", "--max-body", "1"]).output == "{")
            let piped = try Program.run(["body", "-"], input: try Checkout.bytes(of: folder + "/a.har"))
            #expect(piped.errors.contains("found the name of a file beside it; b.json holds it"))
            #expect(piped.status == 2)
        }
    }

    @Test(
        "no name of a file leads out of the folder of an archive",
        arguments: [
            ("../secret", "a path"), ("/etc/hostname", "a path"), ("sub/secret", "a path"), ("..\\\\secret", "a path"),
            ("..", "the name of a hidden file"), (".", "the name of a hidden file"),
            (".secret", "the name of a hidden file"), ("secret\\u0000.txt", "a name with a zero byte"),
            ("link", "a symbolic link"), ("pipe", "something else than a regular file"),
            ("sub", "something else than a regular file"), ("nothing", "none of that name"),
            ("\\u001b[2J", "none of that name"),
        ])
    func attachmentsOutside(name: String, found: String) throws {
        try inScratch { folder in
            let archives = folder + "/archives"
            try FileManager.default.createDirectory(atPath: archives + "/sub", withIntermediateDirectories: true)
            for path in [folder + "/secret", archives + "/.secret", archives + "/sub/secret"] {
                try "SECRET".write(toFile: path, atomically: false, encoding: .utf8)
            }
            try FileManager.default.createSymbolicLink(
                atPath: archives + "/link", withDestinationPath: folder + "/secret")
            let isMade = unsafe mkfifo(archives + "/pipe", 0o600) == 0
            #expect(isMade)
            try FileTests.archive(naming: name).write(
                toFile: archives + "/a.har", atomically: false, encoding: .utf8)
            let run = try Program.run(["body", archives + "/a.har"])
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("found \(found)"), "\(run.errors)")
            #expect(!run.errors.contains("\u{1B}"))
        }
    }

    @Test("a zip is opened by its path and from standard input, and one without a capture ends with 2")
    func zips() throws {
        let sample = Checkout.folder + "/samples/playwright-zip/capture.zip"
        let bytes = try Checkout.bytes(of: sample)
        for run in [try Program.run(["message", sample]), try Program.run(["message", "-"], input: bytes)] {
            #expect(run.output.contains("Cottesloe"))
            #expect(run.status == 0)
        }
        // The end record of a zip with nothing in it.
        let empty = try Program.run(
            ["inspect", "-"], input: [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18))
        #expect(empty.status == 2)
        #expect(
            empty.errors
                == "unspool: -: expected a capture among the members of an archive, found no members; pack the capture as "
                + "the only member, or pass it by itself\n")
    }

    @Test("exchanges that are not there end with 2")
    func missingExchanges() throws {
        let run = try Program.run(["inspect", FileTests.sample, "--only", "9"])
        #expect(run.status == 2)
        #expect(run.errors.contains("--only") && run.errors.contains("numbers are 1 to 1"))
        let older = FileManager.default.temporaryDirectory.appendingPathComponent("report-" + UUID().uuidString)
        try Data("older".utf8).write(to: older)
        defer { try? FileManager.default.removeItem(at: older) }
        #expect(try Program.run(["inspect", FileTests.sample, "--only", "9", "-o", older.path]).status == 2)
        #expect(try String(contentsOf: older, encoding: .utf8) == "older")
    }
}
