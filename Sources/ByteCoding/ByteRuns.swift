/// The runs of bytes of a set in a text: of those that are long enough, without a look at most of the others.
package struct ByteRuns: Sendable {
    /// Whether each byte is in the set.
    private let isMember: [Bool]

    /// What ends a run.
    private let others: ByteSieve

    /// The runs of bytes for which something holds.
    package init(where isMember: (UInt8) -> Bool) {
        self.isMember = (UInt8.min...UInt8.max).map(isMember)
        others = ByteSieve(anyOf: (UInt8.min...UInt8.max).filter { byte in !isMember(byte) })
    }

    /// The first run of at least some number of bytes that begins at or behind a position, or nil when there is none.
    ///
    /// A run that begins before the position counts from there. A position behind the last byte finds nothing.
    package func first(of length: Int, in bytes: Span<UInt8>, from position: Int) -> Range<Int>? {
        // So many bytes lie between two looks that no run fits between them.
        var probe = position + length - 1
        while probe < bytes.count {
            guard isMember[Int(bytes[probe])] else {
                probe += length
                continue
            }
            var start = probe
            while start > position, isMember[Int(bytes[start - 1])] { start -= 1 }
            let end = end(in: bytes, from: probe + 1)
            if end - start >= length { return start..<end }
            probe = end + length
        }
        return nil
    }

    /// The end of the run that a position lies in: the position itself where it lies in none.
    package func end(in bytes: Span<UInt8>, from position: Int) -> Int {
        // Most runs are words.
        let near = min(bytes.count, position + 12)
        var end = position
        while end < near, isMember[Int(bytes[end])] { end += 1 }
        guard end == near, end < bytes.count else { return end }
        return others.first(in: bytes, from: end) ?? bytes.count
    }
}
