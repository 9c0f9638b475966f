internal import CaptureReading
internal import SystemPackage

/// A file or a pipe as the source of a capture's bytes.
struct FileSource: ByteSource {
    private let handle: Handle
    private var progress: Progress

    /// Owns the descriptor, and closes it with the last reader.
    private final class Handle {
        let descriptor: FileDescriptor
        let isOwned: Bool

        init(_ descriptor: FileDescriptor, isOwned: Bool) {
            self.descriptor = descriptor
            self.isOwned = isOwned
        }

        deinit {
            if isOwned { try? descriptor.close() }
        }
    }

    /// Opens a file.
    init(_ path: FilePath) throws(CaptureError) {
        do {
            handle = Handle(try FileDescriptor.open(path, .readOnly), isOwned: true)
        } catch {
            throw .unreadable(reason: FileSource.describe(error))
        }
        progress = Progress()
    }

    /// Standard input.
    static func readingStandardInput() throws(CaptureError) -> [UInt8] {
        var source = FileSource(standardInput: ())
        var bytes: [UInt8] = []
        while try source.read(upTo: 1 << 20, into: &bytes) > 0 {}
        return bytes
    }

    private init(standardInput: ()) {
        handle = Handle(.standardInput, isOwned: false)
        progress = Progress()
    }

    /// Appends the next bytes.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        do {
            let before = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: count))
            let descriptor = handle.descriptor
            let read = try unsafe buffer.withUnsafeMutableBytes { bytes in
                // The system call needs the memory itself: the tail that was made room for just now.
                try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[before...]))
            }
            buffer.removeLast(count - read)
            progress.add(read)
            return read
        } catch {
            throw .unreadable(reason: FileSource.describe(error))
        }
    }

    /// What the system says of an error.
    private static func describe(_ error: any Error) -> String {
        (error as? Errno).map { errno in "\(errno)".lowercasedFirst } ?? "\(error)"
    }
}

extension String {
    /// The text with its first letter small, to stand inside a sentence.
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
