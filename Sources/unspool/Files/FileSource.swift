internal import CaptureReading
internal import SystemPackage

/// A pipe or a device as the source of a capture's bytes: what comes out of it comes once.
struct FileSource: ByteSource {
    private let file: OpenFile

    /// Opens a file.
    init(_ path: FilePath) throws(CaptureError) {
        file = try OpenFile(path)
    }

    /// Reads a descriptor that is open, and leaves it open.
    init(_ descriptor: FileDescriptor) {
        file = OpenFile(descriptor, isOwned: false)
    }

    /// Appends the next bytes.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        try file.read(at: nil, upTo: count, into: &buffer)
    }
}
