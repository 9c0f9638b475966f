/// What the bytes at an offset are as UTF-8.
///
/// Unicode 16.0 table 3-7, RFC 3629 §4
package enum UTF8Sequence: Equatable {
    /// A character beyond ASCII of this many bytes, two to four.
    case wellFormed(length: Int)
    /// No character; the next byte may start one.
    case illFormed
    /// The beginning of a character that the end of the text cuts.
    case cut

    /// Judges the bytes at an offset, of which the first is 0x80 or above.
    @inlinable
    package init(in text: Span<UInt8>, at offset: Int) {
        let lead = text[offset]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default:
            self = .illFormed
            return
        }
        for index in 1..<length {
            guard offset + index < text.count else {
                self = .cut
                return
            }
            let byte = text[offset + index]
            guard index == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
                self = .illFormed
                return
            }
        }
        self = .wellFormed(length: length)
    }
}
