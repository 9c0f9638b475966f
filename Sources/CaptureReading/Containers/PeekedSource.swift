/// A source whose first bytes have been looked at.
struct PeekedSource: ByteSource {
    /// The first bytes, or what is left of them.
    private(set) var head: ArraySlice<UInt8>

    private var rest: any ByteSource

    /// Reads the first bytes of a source, fewer only where it ends.
    init(_ source: any ByteSource, count: Int) throws(CaptureError) {
        var source = source
        var head: [UInt8] = []
        while head.count < count, try source.read(upTo: count - head.count, into: &head) > 0 {}
        self.head = head[...]
        rest = source
    }

    /// Appends the first bytes again, then those behind them.
    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        guard !head.isEmpty else { return try rest.read(upTo: count, into: &buffer) }
        let piece = head.prefix(count)
        buffer.append(contentsOf: piece)
        head = head.dropFirst(piece.count)
        return piece.count
    }
}
