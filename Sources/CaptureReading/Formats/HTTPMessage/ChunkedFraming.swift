internal import ByteCoding
internal import ContentDecoding

/// Finds where a body ends that is framed in chunks; undoing the framing is the work of `Chunked`.
///
/// RFC 9112 §7.1
struct ChunkedFraming {
    /// How the walk over the chunks ended.
    enum Outcome: Equatable {
        /// Behind the last chunk and the trailer section, at this offset.
        case complete(end: Int)

        /// The capture ends before the last chunk; at least one whole chunk ends at this offset.
        case truncated(behind: Int)

        /// What stands at this offset is no chunk, and not the beginning of one that the capture cuts.
        ///
        /// Where that is the beginning of the body, a tool has as a rule stored it without its framing and kept the
        /// header.
        case malformed(behind: Int)
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
    ///
    /// - Parameters:
    ///   - start: where the body begins, counted from the window's first byte.
    ///   - window: the window.
    ///   - sizeLimit: how large a chunk may be; what declares a larger one is taken for no chunk.
    /// - Returns: how far the chunks go.
    /// - Throws: what the window's source throws.
    static func walk(
        from start: Int, in window: inout CaptureWindow, sizeLimit: Int
    ) throws(CaptureError) -> Outcome {
        var offset = start
        while true {
            switch try step(from: offset, in: &window, sizeLimit: sizeLimit) {
            case .next(let next): offset = next
            case .last(let trailers):
                let end = try endOfTrailers(at: trailers, in: &window)
                return end.map(Outcome.complete) ?? .truncated(behind: offset)
            case .cut: return offset == start ? .malformed(behind: offset) : .truncated(behind: offset)
            case .malformed: return .malformed(behind: offset)
            }
        }
    }

    /// Steps over one chunk.
    private static func step(
        from offset: Int, in window: inout CaptureWindow, sizeLimit: Int
    ) throws(CaptureError) -> Step {
        guard let line = try window.line(at: offset, ending: .lineFeed) else { return .cut }
        let text = line.text(in: window.bytes)
        guard let size = ChunkSize(text)?.value else { return line.isTerminated ? .malformed : .cut }
        guard line.isTerminated else { return .cut }
        if size == 0 { return .last(line.end) }
        guard size <= sizeLimit, size < Int.max - line.end else { return .malformed }
        let end = line.end + size
        // The data, then CRLF or LF.
        while window.bytes.count - end < 2, try window.extend() {}
        let behind = window.bytes.dropFirst(end).prefix(2)
        if behind.first == UInt8(ascii: "\n") { return .next(end + 1) }
        if behind.elementsEqual("\r\n".utf8) { return .next(end + 2) }
        return behind.isEmpty || behind.elementsEqual("\r".utf8) ? .cut : .malformed
    }

    /// The end of the trailer section that begins at an offset, or nil when the capture ends in it.
    ///
    /// A line that is no trailer ends it as the blank line would.
    ///
    /// RFC 9112 §7.1.2
    private static func endOfTrailers(at start: Int, in window: inout CaptureWindow) throws(CaptureError) -> Int? {
        var offset = start
        while let line = try window.line(at: offset, ending: .lineFeed) {
            let text = line.text(in: window.bytes)
            if text.isEmpty { return line.end }
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")), text[..<colon].isToken else {
                return text.elementsEqual("\r".utf8) ? nil : offset
            }
            offset = line.end
        }
        return nil
    }
}
