/// A part of a source as one of its own.
struct RangeSource: ByteSource {
    private let source: any SeekableSource
    private var range: Range<Int>

    /// Takes the bytes of a range; what of it lies behind the end of the source is not there.
    init(_ source: any SeekableSource, _ range: Range<Int>) {
        self.source = source
        self.range = range
    }

    /// Appends the next bytes of the range.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        let read = try source.read(at: range.lowerBound, upTo: min(count, range.count), into: &buffer)
        range = (range.lowerBound + read)..<range.upperBound
        return read
    }
}
