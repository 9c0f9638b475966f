internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A stream that the program writes to: standard output, standard error, or the file of `-o`.
///
/// It owns its buffer and what is known of the stream, hence a class; the program writes from one thread.
final class StandardStream {
    private let descriptor: FileDescriptor
    private var buffer: [UInt8] = []

    /// Why writing stopped, or nil while it goes on.
    private(set) var failure: Errno?

    /// Bytes are written in pieces of about this size.
    private static let pieceSize = 1 << 16

    /// A stream that writes to a descriptor.
    init(_ descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    /// Standard output.
    static var output: StandardStream { StandardStream(.standardOutput) }

    /// Standard error.
    static var error: StandardStream { StandardStream(.standardError) }

    /// Makes a closed pipe an error of the write call instead of the program's end.
    static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Adds bytes, and writes when there are enough.
    func write(_ bytes: [UInt8]) {
        buffer += bytes
        if buffer.count >= StandardStream.pieceSize { flush() }
    }

    /// Writes many bytes without a copy of them.
    func write(whole bytes: ArraySlice<UInt8>) {
        flush()
        write { descriptor in try descriptor.writeAll(bytes) }
    }

    /// Writes text at once.
    func write(_ text: String) {
        buffer += text.utf8
        flush()
    }

    /// Writes what has been added so far.
    ///
    /// After a failure nothing is written any more.
    func flush() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard !buffer.isEmpty else { return }
        write { descriptor in try descriptor.writeAll(buffer) }
    }

    private func write(_ body: (FileDescriptor) throws -> Int) {
        guard failure == nil else { return }
        do {
            _ = try body(descriptor)
        } catch {
            failure = error as? Errno ?? .ioError
        }
    }
}
