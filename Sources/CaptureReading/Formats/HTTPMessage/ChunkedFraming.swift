/// Finds where a body ends that is framed in chunks; undoing the framing is another stage's work.
///
/// RFC 9112 §7.1
struct ChunkedFraming {
    /// How the walk over the chunks ended.
    enum Outcome: Equatable {
        /// Behind the last chunk and the trailer section, at this offset.
        case complete(end: Int)

        /// The capture ends behind at least one whole chunk and before the last one.
        case truncated

        /// These are no chunks: as a rule a tool has stored the body without its framing and kept the header.
        case malformed
    }

    /// What one step over a chunk led to.
    private enum Step {
        case next(Int)
        case last(Int)
        case cut
        case malformed
    }

    /// Walks from chunk to chunk, loading as much as they need.
    ///
    /// LF stands for CRLF where that is so throughout, since captures are pasted through editors.
    static func walk(from start: Int, in window: inout CaptureWindow) throws(CaptureError) -> Outcome {
        var offset = start
        while true {
            switch try step(from: offset, in: &window) {
            case .next(let next): offset = next
            case .last(let trailers): return try outcome(ofTrailersAt: trailers, in: &window)
            case .cut: return offset == start ? .malformed : .truncated
            case .malformed: return .malformed
            }
        }
    }

    /// Steps over one chunk.
    private static func step(from offset: Int, in window: inout CaptureWindow) throws(CaptureError) -> Step {
        guard let line = try window.line(at: offset, ending: .lineFeed) else { return .cut }
        let text = line.text(in: window.bytes)
        guard let size = size(text) else { return line.isTerminated ? .malformed : .cut }
        guard line.isTerminated else { return .cut }
        if size == 0 { return .last(line.end) }
        let (end, isTooLarge) = line.end.addingReportingOverflow(size)
        guard !isTooLarge else { return .malformed }
        // The data, then CRLF or LF.
        while window.bytes.count - end < 2, try window.extend() {}
        let behind = window.bytes.dropFirst(end).prefix(2)
        if behind.first == UInt8(ascii: "\n") { return .next(end + 1) }
        if behind.elementsEqual("\r\n".utf8) { return .next(end + 2) }
        return behind.isEmpty || behind.elementsEqual("\r".utf8) ? .cut : .malformed
    }

    /// The end of the trailer section that begins at an offset.
    ///
    /// A line that is no trailer ends it as the blank line would.
    ///
    /// RFC 9112 §7.1.2
    private static func outcome(
        ofTrailersAt start: Int, in window: inout CaptureWindow
    ) throws(CaptureError) -> Outcome {
        var offset = start
        while let line = try window.line(at: offset, ending: .lineFeed) {
            let text = line.text(in: window.bytes)
            if text.isEmpty { return .complete(end: line.end) }
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")), text[..<colon].isToken else {
                return text.elementsEqual("\r".utf8) ? .truncated : .complete(end: offset)
            }
            offset = line.end
        }
        return .truncated
    }

    /// The size that a chunk's first line declares, or nil when it declares none.
    ///
    /// Extensions are passed over, and so is white space behind the number.
    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let number = line.prefix { byte in byte != UInt8(ascii: ";") }
        let digits = number.prefix { byte in
            byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte.lowercasedASCII)
        }
        guard !digits.isEmpty, number.dropFirst(digits.count).allSatisfy(\.isBlank) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
