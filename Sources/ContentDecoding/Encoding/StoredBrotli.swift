/// Brotli whose data are stored as they are: any decoder reads it, and no encoder is needed to write it.
///
/// RFC 7932 §9.2
enum StoredBrotli {
    /// How many bytes a meta-block has at most, so that its length takes four digits of four bits.
    private static let longest = 1 << 16

    /// The bytes in meta-blocks without compression.
    static func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = bytes
        var isFirst = true
        while !rest.isEmpty {
            let piece = rest.prefix(longest)
            // From the lowest bit: ISLAST 0, MNIBBLES 0 for four digits, MLEN - 1, ISUNCOMPRESSED 1; before the first
            // one a 0 for a window of 16 bits.
            let header = UInt32(piece.count - 1) << 3 | 1 << 19
            let word = isFirst ? header << 1 : header
            output += [0, 8, 16].map { shift in UInt8(truncatingIfNeeded: word >> UInt32(shift)) }
            output += piece
            rest = rest.dropFirst(piece.count)
            isFirst = false
        }
        // ISLAST and ISEMPTY; before them the window where nothing came.
        return output + [isFirst ? 0b110 : 0b11]
    }
}
