internal import CScan

/// The search for the end of a string's plain bytes: ASCII from 0x20 on, but for the quote and the backslash.
///
/// Captures are mostly long strings, so this loop sets the speed of the whole reader.
enum PlainRun {
    /// The offset of the first byte at or behind `start` that is not plain; the text's length if all are.
    @inline(__always)
    static func end(in text: Span<UInt8>, from start: Int) -> Int { cscan_near_plain_end(text, start) }
}
