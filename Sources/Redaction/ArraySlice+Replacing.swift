extension ArraySlice<UInt8> {
    /// A copy with other bytes in the place of some.
    ///
    /// - Parameter changes: the ranges, counted from the first byte and in order, and what stands there instead; of a range
    ///   that begins inside the one before, what lies behind that.
    /// - Returns: the copy.
    func replacing(_ changes: some Sequence<(range: Range<Int>, bytes: [UInt8])>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var copied = 0
        for change in changes {
            let end = Swift.max(copied, change.range.upperBound)
            result += self[(startIndex + copied)..<(startIndex + Swift.max(copied, change.range.lowerBound))]
            result += change.bytes
            copied = end
        }
        return result + self[(startIndex + copied)...]
    }
}
