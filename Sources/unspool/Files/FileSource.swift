internal import CaptureReading
internal import SystemPackage

/// A file or a pipe as the source of a capture's bytes.
struct FileSource: ByteSource {
    private let handle: Handle
    private var progress = Progress()

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
            throw FileSource.unreadable(error)
        }
    }

    /// Reads a descriptor that is open, and leaves it open.
    init(_ descriptor: FileDescriptor) {
        handle = Handle(descriptor, isOwned: false)
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
            throw FileSource.unreadable(error)
        }
    }

    /// What the system says of an error, to stand inside a sentence.
    private static func unreadable(_ error: any Error) -> CaptureError {
        let words = "\(error)"
        return .unreadable(reason: words.prefix(1).lowercased() + words.dropFirst())
    }
}
