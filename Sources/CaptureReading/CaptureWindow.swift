internal import ByteCoding

/// The part of a capture that is in memory: what readers of exchanges work on.
///
/// A reader looks at `bytes`, loads more with `extend()` until it sees where an exchange ends, and takes that many
/// bytes away. Memory is set by the largest exchange, not by the capture. Offsets that a reader keeps are counted from
/// the window's first byte; they hold until it takes.
package struct CaptureWindow {
    /// The UTF-8 byte order mark.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// How many bytes are loaded at a time unless a test asks for others.
    package static let defaultStep = 1 << 20

    private var source: any ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    private let step: Int

    /// Whether a byte order mark stands right before the window: it stays in the buffer until something is taken.
    private var hasByteOrderMark = false

    /// Where the first byte of the window stands in the capture.
    package private(set) var location = Location.start

    /// Whether the source has no more bytes than those that were loaded.
    private var isAtEnd = false

    /// Opens a source and loads its beginning.
    ///
    /// A UTF-8 byte order mark is counted, but stays before the window. RFC 3629 §6
    package init(reading source: any ByteSource, headSize: Int, step: Int = defaultStep) throws(CaptureError) {
        self.source = source
        self.step = max(step, 1)
        _ = try load(max(headSize, CaptureWindow.byteOrderMark.count))
        hasByteOrderMark = buffer.starts(with: CaptureWindow.byteOrderMark)
        if hasByteOrderMark {
            start = CaptureWindow.byteOrderMark.count
            location.byte = start
        }
    }

    /// Opens bytes that were taken from another window: they keep their places.
    init(_ source: ExchangeSource) throws(CaptureError) {
        try self.init(reading: MemorySource(Array(source.bytes)), headSize: source.bytes.count)
        location = source.start
        location.byte += start
    }

    /// The bytes that are loaded and not taken.
    package var bytes: ArraySlice<UInt8> {
        buffer[start...]
    }

    /// How many bytes of the capture have been loaded so far, taken or not; at the end, its size.
    package var byteCount: Int {
        location.byte + (buffer.count - start)
    }

    /// Where the capture ends, as far as it has been loaded.
    var end: Location {
        location(ofIndex: buffer.count)
    }

    /// Loads the next bytes of the capture, and says whether there were any.
    ///
    /// - Throws: `CaptureError.unreadable` when the source fails.
    package mutating func extend() throws(CaptureError) -> Bool {
        guard !isAtEnd else { return false }
        // Moving the rest to the front costs no more than what was taken since the last time.
        if !hasByteOrderMark, start >= buffer.count - start {
            buffer.removeSubrange(..<start)
            start = 0
        }
        return try load(step)
    }

    /// Takes the first bytes out of the window; more than there are take all.
    ///
    /// Where the last of them is a CR, the byte behind it has to be loaded: it tells where the line ends.
    package mutating func take(_ count: Int) -> ExchangeSource {
        let begin = location
        let end = start + min(max(count, 0), buffer.count - start)
        if end > start { hasByteOrderMark = false }
        location = location(ofIndex: end)
        let taken: ArraySlice<UInt8>
        // The larger side keeps the storage and the smaller one is copied: a capture that is one exchange is never
        // copied.
        if end - start > buffer.count - end {
            taken = buffer[start..<end]
            buffer = Array(buffer[end...])
            start = 0
        } else {
            taken = Array(buffer[start..<end])[...]
            start = end
        }
        return ExchangeSource(bytes: taken, start: begin)
    }

    /// Drops the first bytes of the window; more than there are drop all.
    ///
    /// Where the last of them is a CR, the byte behind it has to be loaded, as for `take`.
    mutating func skip(_ count: Int) {
        let end = start + min(max(count, 0), buffer.count - start)
        if end > start { hasByteOrderMark = false }
        location = location(ofIndex: end)
        start = end
    }

    /// The line that begins at an offset, or nil at the end of the capture.
    ///
    /// Loads as much as the line needs; what was searched before is not searched again.
    mutating func line(at offset: Int, ending: TextLine.Ending) throws(CaptureError) -> TextLine? {
        var position = offset
        while true {
            let count = buffer.count - start
            if let line = TextLine(
                in: buffer.span.extracting(start...), from: offset, searchingFrom: position, ending: ending)
            {
                // A CR at the end may be half of a CRLF.
                guard line.end == count, buffer.last == UInt8(ascii: "\r"), try extend() else { return line }
                position = count - 1
            } else {
                position = count
                guard try extend() else { return offset < count ? TextLine(from: offset, toEnd: count) : nil }
            }
        }
    }

    /// The first LF in a range, or nil when there is none or the capture ends before it.
    ///
    /// Loads no more than the range, but for the rest of a step.
    mutating func firstLineFeed(in range: Range<Int>) throws(CaptureError) -> Int? {
        var position = range.lowerBound
        while true {
            let end = min(buffer.count - start, range.upperBound)
            let found = LineScan.firstLineFeed(in: buffer.span.extracting(start..<start + end), from: position)
            if let found { return found }
            position = max(position, end)
            guard end < range.upperBound, try extend() else { return nil }
        }
    }

    /// Where a part of the window's bytes begins.
    func place(of part: ArraySlice<UInt8>) -> Place {
        Place(byte: location.byte + part.startIndex - start)
    }

    /// The place of a byte that is counted from the window's first byte.
    func place(_ offset: Int) -> Place {
        Place(byte: location.byte + offset)
    }

    /// The line and column of a place in the window.
    func location(of place: Place) -> Location {
        location(ofIndex: start + place.byte - location.byte)
    }

    /// The bytes of a range that is counted from the window's first byte.
    func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
        buffer[(start + range.lowerBound)..<(start + range.upperBound)]
    }

    /// Puts the byte order mark back to the front, for a format in which it is part of the content.
    ///
    /// It does nothing where there was none, or once bytes have been taken.
    package mutating func restoreByteOrderMark() {
        guard hasByteOrderMark else { return }
        hasByteOrderMark = false
        start = 0
        location = .start
    }

    /// The location of a byte of the buffer, counted from that of the window's first byte.
    private func location(ofIndex end: Int) -> Location {
        let isInsideCRLF =
            end > start && end < buffer.count && buffer[end - 1] == UInt8(ascii: "\r")
            && buffer[end] == UInt8(ascii: "\n")
        let text = buffer.span
        var scanner = LocationScanner(at: location)
        scanner.advance(in: text.extracting(..<(isInsideCRLF ? end + 1 : end)), from: start, to: end)
        return scanner.location
    }

    /// Loads bytes up to a count, fewer only at the end, and says whether there were any.
    private mutating func load(_ count: Int) throws(CaptureError) -> Bool {
        let loaded = buffer.count
        let target = loaded + count
        // Twice the capacity each time: a source that reserves what it appends would copy the whole buffer at every
        // step.
        if buffer.capacity < target { buffer.reserveCapacity(max(target, 2 * buffer.capacity)) }
        while buffer.count < target {
            let before = buffer.count
            guard try source.read(upTo: target - before, into: &buffer) > 0, buffer.count > before else {
                isAtEnd = true
                break
            }
        }
        return buffer.count > loaded
    }
}
