import Foundation

/// The folders that tests read: the project's own, and the corpora that lie beside it on some machines.
public enum Checkout {
    /// The project's top folder.
    public static let folder = path(#filePath, upBy: 3)

    /// The folder of the samples.
    public static let samples = folder + "/samples"

    /// The names of the folders of samples that hold a capture, in order.
    public static let sampleNames: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: samples))?.sorted() ?? []
        return names.filter { name in
            let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(samples)/\(name)")) ?? []
            return files.contains { file in file.hasPrefix("capture.") }
        }
    }()

    /// The folder of the corpora.
    public static let corpora = folder + "/../shared/corpus"

    /// Whether the corpora are there.
    public static var hasCorpora: Bool { FileManager.default.fileExists(atPath: corpora) }

    /// The capture that the project began with.
    public static func seed() throws -> [UInt8] {
        try bytes(of: corpora + "/seed/000_6e146612ddeb5af1.txt")
    }

    /// The bytes of a file.
    public static func bytes(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The paths of the files below a folder, in order, whose names end in this way.
    public static func files(below folder: String, ending: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in path.hasSuffix(ending) }.sorted()
            .map { path in folder + "/" + path }
    }

    /// A path without its last components.
    private static func path(_ path: String, upBy count: Int) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast(count).joined(separator: "/")
    }
}
