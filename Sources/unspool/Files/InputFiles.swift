internal import CaptureReading
internal import ContentDecoding
internal import Inspection
internal import SystemPackage

/// The captures that a command line names: files, folders, and standard input.
enum InputFiles {
    /// Turns paths into inputs, in order; a folder stands for the files below it.
    static func inputs(
        _ paths: [PathArgument], format: CaptureFormatID?, limits: DecodingLimits
    ) -> [CaptureInput] {
        paths.flatMap { path -> [CaptureInput] in
            guard let files = files(below: path) else { return [input(path, format: format, limits: limits)] }
            return files.map { file in input(file, format: format, limits: limits, isFromFolder: true) }
        }
    }

    /// The files that a folder stands for, in order; nil for what is no folder.
    static func files(below path: PathArgument) -> [PathArgument]? {
        guard !path.isStandardInput, FileStatus(of: path.path)?.kind == .folder else { return nil }
        return Folder(path.path).files.map(PathArgument.init)
    }

    /// The input of one path.
    static func input(
        _ path: PathArgument, format: CaptureFormatID?, limits: DecodingLimits, isFromFolder: Bool = false
    ) -> CaptureInput {
        let once = ReadOnce(path)
        return CaptureInput(
            path: path.text, format: format, isFromFolder: isFromFolder, limits: limits,
            attachments: path.isRegularFile ? FolderAttachments(beside: path.path) : nil
        ) { () throws(CaptureError) in
            if path.isRegularFile { return try RegularFileSource(path.path) }
            return try once.source()
        }
    }

    /// All bytes of a file, or of standard input.
    static func bytes(of path: PathArgument) throws(CaptureError) -> [UInt8] {
        var bytes: [UInt8] = []
        if path.isRegularFile {
            var source = try RegularFileSource(path.path)
            // As much as is there at once: memory that grows is copied. One byte more finds the end.
            bytes.reserveCapacity(source.byteCount + 1)
            while try source.read(upTo: max(1, bytes.capacity - bytes.count), into: &bytes) > 0 {}
        } else {
            var source = try path.isStandardInput ? FileSource(.standardInput) : FileSource(path.path)
            while try source.read(upTo: 1 << 20, into: &bytes) > 0 {}
        }
        return bytes
    }

    /// Keeps the bytes of what cannot be read twice, or why there are none: standard input, a pipe, a device.
    private final class ReadOnce {
        private let path: PathArgument
        private var content: Result<[UInt8], CaptureError>?

        init(_ path: PathArgument) {
            self.path = path
        }

        func source() throws(CaptureError) -> MemorySource {
            let content = content ?? Result { () throws(CaptureError) in try read() }
            self.content = content
            return MemorySource(try content.get())
        }

        private func read() throws(CaptureError) -> [UInt8] { try InputFiles.bytes(of: path) }
    }
}

extension PathArgument {
    /// Whether the path names a file that can be opened again and again.
    fileprivate var isRegularFile: Bool {
        !isStandardInput && FileStatus(of: path)?.kind == .regular
    }
}
