internal import CaptureReading
internal import SystemPackage

/// A regular file as the source of a capture's bytes: it can be read in any order.
struct RegularFileSource: SeekableSource {
    /// How many bytes the file had when it was opened.
    let byteCount: Int

    private let file: OpenFile
    private var position = 0

    /// Opens a file.
    init(_ path: FilePath) throws(CaptureError) {
        self.init(try OpenFile(path))
    }

    /// Reads a file that is open.
    init(_ file: OpenFile) {
        self.file = file
        byteCount = file.byteCount
    }

    /// Appends the next bytes.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        let read = try read(at: position, upTo: count, into: &buffer)
        position += read
        return read
    }

    /// Appends bytes that begin at an offset.
    func read(at offset: Int, upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        try file.read(at: offset, upTo: count, into: &buffer)
    }
}
