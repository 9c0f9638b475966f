internal import CScan

/// The search for the ends of lines, which every reader of text waits for.
///
/// RFC 9112 §2.2, WHATWG HTML §9.2.5
public enum LineScan {
    /// The index of the first LF or CR at or behind a position, or nil when there is none.
    ///
    /// A position behind the last byte finds nothing.
    public static func firstLineEnd(in bytes: Span<UInt8>, from position: Int) -> Int? {
        let index = cscan_line_end(bytes, position)
        return index < bytes.count ? index : nil
    }

    /// The index of the first LF at or behind a position, or nil when there is none.
    ///
    /// A position behind the last byte finds nothing.
    public static func firstLineFeed(in bytes: Span<UInt8>, from position: Int) -> Int? {
        let index = cscan_line_feed(bytes, position)
        return index < bytes.count ? index : nil
    }

    /// How many LFs there are.
    public static func lineFeedCount(in bytes: Span<UInt8>) -> Int {
        var count = 0
        var position = 0
        while let feed = firstLineFeed(in: bytes, from: position) {
            count += 1
            position = feed + 1
        }
        return count
    }
}
