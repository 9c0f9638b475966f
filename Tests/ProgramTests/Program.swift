import Foundation
import TestSupport

/// Runs the built program as a shell would.
struct Program {
    /// How a run ended.
    struct Run {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The program beside the test bundle, where the build puts it.
    private static var path: String {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.path + "/unspool") {
            folder.deleteLastPathComponent()
        }
        return folder.path + "/unspool"
    }

    /// The program that makes a terminal for another one, in the form that Linux has.
    private static let script = "/usr/bin/script"

    /// Whether programs can be run on a terminal here.
    static var hasTerminals: Bool {
        #if os(Linux)
            FileManager.default.isExecutableFile(atPath: script)
        #else
            false
        #endif
    }

    /// Runs the program on a terminal, and gives what it showed there.
    static func runOnTerminal(_ arguments: [String], environment: [String: String]) throws -> String {
        let command = ([path] + arguments).map { word in "'\(word)'" }.joined(separator: " ")
        let terminal = ["TERM": "xterm-256color"].merging(environment) { _, new in new }
        return try run(["-qec", command, "/dev/null"], program: script, environment: terminal).output
    }

    /// Runs the program in the project's folder and waits for its end.
    static func run(
        _ arguments: [String], input: [UInt8] = [], program: String = path, environment: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: Checkout.folder)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("unspool-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files, not pipes: nobody has to drain them while the program runs.
        let files = ["in", "out", "err"].map { name in scratch.appendingPathComponent(name) }
        try Data(input).write(to: files[0])
        try Data().write(to: files[1])
        try Data().write(to: files[2])
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
}
