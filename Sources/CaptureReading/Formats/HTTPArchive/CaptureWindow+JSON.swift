internal import ByteCoding
internal import JSONReading

/// JSON at the front of a window: white space and values are passed over or taken, one after the other.
extension CaptureWindow {
    /// Drops white space, and gives the first byte behind it, which stays; nil at the end of the capture.
    mutating func nextJSONByte() throws(CaptureError) -> UInt8? {
        while true {
            if let index = bytes.firstIndex(where: { byte in !byte.isWhiteSpace }) {
                let byte = bytes[index]
                skip(index - bytes.startIndex)
                return byte
            }
            guard try skipAll() != nil else { return nil }
        }
    }

    /// Loads the value at the front, and gives its length; where the capture ends in it, all that is left counts.
    mutating func loadJSONValue() throws(CaptureError) -> (count: Int, isWhole: Bool) {
        var scan = JSONValueScan()
        var scanned = 0
        while true {
            if let end = scan.end(in: bytes.span, from: scanned) { return (end, true) }
            scanned = bytes.count
            guard try extend() else { return (scanned, false) }
        }
    }

    /// Drops the value at the front, of which no more than a step is in memory; false when the capture ends in it.
    mutating func skipJSONValue() throws(CaptureError) -> Bool {
        var scan = JSONValueScan()
        var scanned = 0
        while true {
            if let end = scan.end(in: bytes.span, from: scanned) {
                skip(end)
                return true
            }
            guard let kept = try skipAll() else { return false }
            scanned = kept
        }
    }

    /// Drops all bytes and loads more: gives how many of the old ones stay at the front, or nil at the end of the capture.
    ///
    /// A CR at the end stays until the byte behind it is there, which tells where its line ends.
    mutating func skipAll() throws(CaptureError) -> Int? {
        let kept = bytes.last == UInt8(ascii: "\r") ? 1 : 0
        skip(bytes.count - kept)
        if try extend() { return kept }
        skip(kept)
        return nil
    }
}
