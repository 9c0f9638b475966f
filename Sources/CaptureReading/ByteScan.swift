/// Searches over bytes that every stage of reading waits for: small loops, so that a faster kernel can take their
/// place.
enum ByteScan {
    /// How many bytes are looked at together before it is asked where in them the hit stands.
    private static let blockSize = 64

    /// The index of the first LF at or behind a position, or nil when there is none.
    static func firstLineFeed(in bytes: Span<UInt8>, from position: Int) -> Int? {
        var index = position
        while index + blockSize <= bytes.count {
            let block = bytes.extracting(index..<(index + blockSize))
            var hits: UInt8 = 0
            for offset in block.indices { hits |= block[offset] == UInt8(ascii: "\n") ? 1 : 0 }
            if hits != 0 { break }
            index += blockSize
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index < bytes.count ? index : nil
    }

    /// The index of the first LF or CR at or behind a position, or nil when there is none.
    static func firstLineEnd(in bytes: Span<UInt8>, from position: Int) -> Int? {
        var index = position
        while index + blockSize <= bytes.count {
            let block = bytes.extracting(index..<(index + blockSize))
            var hits: UInt8 = 0
            for offset in block.indices {
                hits |= (block[offset] == UInt8(ascii: "\n") ? 1 : 0) | (block[offset] == UInt8(ascii: "\r") ? 1 : 0)
            }
            if hits != 0 { break }
            index += blockSize
        }
        while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
        return index < bytes.count ? index : nil
    }
}
