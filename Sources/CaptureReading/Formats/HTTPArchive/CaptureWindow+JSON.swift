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

    /// Loads the element of `entries` at the front, and gives its length: up to its last bracket, or up to the next entry
    /// where that begins in a place in which the element is not sound.
    ///
    /// Time and memory are linear in the distance to the next entry, however the brackets and quotes are damaged.
    mutating func loadEntry(
        _ sign: HTTPArchiveEntrySign
    ) throws(CaptureError) -> (count: Int, end: HTTPArchiveEntryEnd) {
        var scan = JSONValueScan()
        var scanned = 0
        var search = HTTPArchiveEntrySearch(sign)
        var limit = HTTPArchiveEntrySearch.firstReach
        while true {
            let reached = min(limit, bytes.count)
            let end = scan.end(in: bytes.span.extracting(..<reached), from: scanned)
            scanned = reached
            // The sign of an entry may be cut by the end of what is loaded.
            let known = end ?? min(reached, bytes.count - HTTPArchiveEntrySign.reach)
            if let next = search.next(in: bytes, upTo: known) { return (next, .nextEntry) }
            if let end { return (end, .bracket) }
            limit = max(limit, 2 * reached)
            if reached == bytes.count, try !extend() {
                if let next = search.next(in: bytes, upTo: scanned) { return (next, .nextEntry) }
                return (scanned, .capture)
            }
        }
    }

    /// Drops everything up to the next entry, and gives how many bytes that were; all up to the end of the capture where
    /// none follows.
    mutating func skipToEntry(_ sign: HTTPArchiveEntrySign) throws(CaptureError) -> (count: Int, isEntry: Bool) {
        let start = location.byte
        var position = 0
        while true {
            let known = bytes.count - HTTPArchiveEntrySign.reach
            if position < known, let next = sign.first(in: bytes.span, range: position..<known) {
                skip(next.start)
                return (location.byte - start, true)
            }
            // What stands before a sign is looked at too.
            let dropped = max(0, known - HTTPArchiveEntrySign.reach)
            skip(dropped)
            position = max(position - dropped, known - dropped)
            guard try extend() else { break }
        }
        let next = position < bytes.count ? sign.first(in: bytes.span, range: position..<bytes.count) : nil
        skip(next?.start ?? bytes.count)
        return (location.byte - start, next != nil)
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
