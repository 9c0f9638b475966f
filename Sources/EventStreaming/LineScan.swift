/// The search for the ends of lines, where a parser of event streams spends its time.
enum LineScan {
    /// How many bytes are looked at together: a loop of fixed length without exits compiles to vector instructions.
    private static let blockSize = 32

    /// The index of the first CR or LF at or after an index; nil when there is none.
    static func firstLineEnd(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while bytes.count - index >= blockSize, !hasLineEnd(bytes.extracting(index..<index + blockSize)) {
            index += blockSize
        }
        while index < bytes.count {
            if isLineEnd(bytes[index]) { return index }
            index += 1
        }
        return nil
    }

    /// Whether a block of exactly `blockSize` bytes holds a CR or an LF.
    @inline(__always)
    private static func hasLineEnd(_ block: Span<UInt8>) -> Bool {
        // The difference to the nearer line end, its least kept: arithmetic without branches, which is vectorised.
        var least = UInt8.max
        for index in 0..<blockSize {
            let byte = block[index]
            least = min(least, min(byte ^ UInt8(ascii: "\n"), byte ^ UInt8(ascii: "\r")))
        }
        return least == 0
    }

    @inline(__always)
    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
