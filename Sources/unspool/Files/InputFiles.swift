internal import ArgumentParser
internal import CaptureReading
internal import Inspection
internal import SystemPackage

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The captures that a command line names: files, folders, and standard input.
struct InputFiles {
    /// Turns paths into inputs, in order; a folder stands for the files in it, by name, however deep.
    static func inputs(_ paths: [PathArgument], format: CaptureFormatID?) -> [CaptureInput] {
        paths.flatMap { path -> [CaptureInput] in
            if path.isStandardInput { return [standardInput(format: format)] }
            return files(below: path).map { file in
                let isFromFolder = file.text != path.text
                return CaptureInput(path: file.text, format: format, isFromFolder: isFromFolder) {
                    () throws(CaptureError) in
                    try FileSource(file.path)
                }
            }
        }
    }

    /// Standard input, read once and kept: it cannot be read twice.
    private static func standardInput(format: CaptureFormatID?) -> CaptureInput {
        let store = Store()
        return CaptureInput(path: "-", format: format) { () throws(CaptureError) in
            MemorySource(try store.read())
        }
    }

    /// Keeps the bytes of standard input between two readings.
    private final class Store {
        private var bytes: [UInt8]?

        func read() throws(CaptureError) -> [UInt8] {
            if let bytes { return bytes }
            let fresh = try FileSource.readingStandardInput()
            bytes = fresh
            return fresh
        }
    }

    /// The files that a path stands for: itself, or what is below it where it is a folder.
    ///
    /// Hidden entries are passed over.
    private static func files(below path: PathArgument) -> [PathArgument] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path.path.string, isDirectory: &isFolder), isFolder,
            let names = try? FileManager.default.contentsOfDirectory(atPath: path.path.string)
        else { return [path] }
        return names.filter { name in !name.hasPrefix(".") }.sorted().flatMap { name in
            files(below: PathArgument(path.path.appending(name)))
        }
    }
}
