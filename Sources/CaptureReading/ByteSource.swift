/// Where the bytes of a capture come from: a file, a pipe, or memory.
public protocol ByteSource {
    /// Appends some bytes to a buffer, at most `count`, and says how many; 0 at the end.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int
}
