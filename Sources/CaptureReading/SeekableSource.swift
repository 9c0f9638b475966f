/// A source whose bytes can be read in any order, as those of a file on a disk can: a zip has its directory at its end.
public protocol SeekableSource: ByteSource {
    /// How many bytes it has.
    var byteCount: Int { get }

    /// Appends some bytes that begin at an offset, at most `count`, and says how many; 0 at the end and behind it.
    ///
    /// What `read(upTo:into:)` reads next stays the same.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    func read(at offset: Int, upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int
}

extension SeekableSource {
    /// The bytes that begin at an offset, fewer only at the end.
    func bytes(at offset: Int, count: Int) throws(CaptureError) -> [UInt8] {
        // A damaged archive may point anywhere.
        guard offset <= byteCount else { return [] }
        var bytes: [UInt8] = []
        while bytes.count < count,
            try read(at: offset + bytes.count, upTo: count - bytes.count, into: &bytes) > 0
        {}
        return bytes
    }
}
