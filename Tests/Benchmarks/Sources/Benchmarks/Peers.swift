import Foundation

/// The peers that run in Python: their script measures them, on the same bytes and in the same unit.
enum Peers {
    /// Lets the peers do a work.
    ///
    /// - Parameters:
    ///   - workload: what is to be done; the bytes go through a file.
    ///   - python: the interpreter.
    /// - Returns: how long a pass of each peer takes, in seconds of processor time.
    /// - Throws: what Foundation says when the interpreter cannot be run.
    static func times(of workload: Workload, python: String) throws -> [(name: String, seconds: Double)] {
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("unspool-\(workload.id)-\(getpid())")
        try Data(workload.bytes).write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("peers.py")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, script.path, workload.id, input.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return output.split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "\t")
            guard columns.count == 2, let seconds = Double(columns[1]) else { return nil }
            return (String(columns[0]), seconds)
        }
    }
}
