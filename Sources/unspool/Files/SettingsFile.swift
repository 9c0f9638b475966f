internal import ArgumentParser
internal import CaptureReading
internal import Findings
internal import SystemPackage

/// A file of settings: the configuration, or a baseline.
struct SettingsFile {
    /// Where it is.
    let path: PathArgument

    /// The most bytes that are read of one: far more than anybody writes.
    private static let limit = 16 << 20

    /// What configurations are called in a working folder.
    private static let name = "unspool.json"

    /// The configuration that holds for a run: the one of the working folder, else the user's own; nil where there is
    /// none.
    ///
    /// XDG Base Directory Specification, "Referencing this specification"
    static var configuration: SettingsFile? {
        let base = Environment.variable("XDG_CONFIG_HOME").map { folder in FilePath(folder) }.flatMap { folder in
            // A path that is not absolute is to be ignored.
            folder.isAbsolute ? folder : nil
        }
        let home = Environment.variable("HOME").map { folder in FilePath(folder).appending(".config") }
        let own = (base ?? home).map { folder in folder.appending("unspool").appending("config.json") }
        let candidates = [FilePath(name), own].compactMap { path in path }
        return candidates.first { path in FileStatus(of: path)?.kind == .regular }.map { path in
            SettingsFile(path: PathArgument(path))
        }
    }

    /// Whether there is such a file.
    var exists: Bool { FileStatus(of: path.path) != nil }

    /// Reads the file and what it says; says why and ends with 2 where that cannot be.
    func read<Settings>(_ parse: ([UInt8]) throws(SettingsFault) -> Settings) throws -> Settings {
        var bytes: [UInt8] = []
        do throws(CaptureError) {
            var source = try FileSource(path.path)
            while bytes.count <= SettingsFile.limit, try source.read(upTo: 1 << 16, into: &bytes) > 0 {}
        } catch {
            throw failure("\(error)")
        }
        guard bytes.count <= SettingsFile.limit else {
            throw failure("expected at most \(SettingsFile.limit) bytes, found more")
        }
        do throws(SettingsFault) {
            return try parse(bytes)
        } catch {
            throw failure("\(error)")
        }
    }

    private func failure(_ words: String) -> ExitCode {
        Diagnostics().report("\(path.text): \(words)")
        return ExitCode(2)
    }
}
