internal import CaptureReading
internal import SystemPackage

/// A descriptor that is read by any number of sources; it is closed with the last of them.
final class OpenFile {
    private let descriptor: FileDescriptor
    private let isOwned: Bool
    private var progress = Progress()

    /// Opens a file.
    init(_ path: FilePath) throws(CaptureError) {
        do {
            descriptor = try FileDescriptor.open(path, .readOnly)
            isOwned = true
        } catch {
            throw OpenFile.unreadable(error)
        }
    }

    /// Takes a descriptor that is open, and leaves it open unless it is its own.
    init(_ descriptor: FileDescriptor, isOwned: Bool) {
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { try? descriptor.close() }
    }

    /// How many bytes it has; 0 for what is no regular file.
    var byteCount: Int {
        (try? descriptor.seek(offset: 0, from: .end)).map(Int.init) ?? 0
    }

    /// Appends the bytes at an offset, or without one those that come next, and says how many.
    func read(at offset: Int?, upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        var read = 0
        do {
            try buffer.append(addingCapacity: count) { room in
                // The system call needs the memory itself, which nothing has to be written to before.
                try unsafe room.withUnsafeMutableBufferPointer { memory, filled in
                    let tail = UnsafeMutableRawBufferPointer(memory)
                    guard let offset else {
                        read = try unsafe descriptor.read(into: tail)
                        filled = read
                        return
                    }
                    read = try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset), into: tail)
                    filled = read
                }
            }
        } catch {
            throw OpenFile.unreadable(error)
        }
        progress.add(read)
        return read
    }

    /// What the system says of an error, to stand inside a sentence.
    private static func unreadable(_ error: any Error) -> CaptureError {
        let words = "\(error)"
        return .unreadable(reason: words.prefix(1).lowercased() + words.dropFirst())
    }
}
