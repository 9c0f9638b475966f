/// The lines and columns of an exchange: from a place, which is a number of bytes, to what an editor shows.
///
/// One scan when it is made notes a location every half KB, so that a lookup is short even on one line of a gigabyte,
/// and a stream may ask for the place of every event.
public struct LineTable: Sendable {
    /// How many bytes lie between two noted locations, apart from the rest of a code point.
    private static let stride = 512

    /// The bytes of a UTF-8 byte order mark, which takes no column.
    private static let byteOrderMarkSize = 3

    private let source: ExchangeSource
    private let checkpoints: [Location]

    /// Locations outside of the exchange, by their offsets.
    private let others: [Int: Location]

    /// Scans the bytes of an exchange.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - others: locations outside of the exchange that may be asked for too.
    public init(_ source: ExchangeSource, beside others: [Location] = []) {
        self.source = source
        self.others = Dictionary(others.map { location in (location.byte, location) }) { first, _ in first }
        let text = source.bytes.span
        var index = LineTable.markSize(of: source)
        var scanner = LocationScanner(at: LineTable.first(of: source, behind: index))
        var checkpoints = [scanner.location]
        while index < text.count {
            index = scanner.advance(in: text, from: index, to: min(index + LineTable.stride, text.count))
            checkpoints.append(scanner.location)
        }
        self.checkpoints = checkpoints
    }

    /// The line and column of a place; one outside the exchange that is not known gives its first or last one.
    ///
    /// A place inside a code point has the column of that code point.
    public func location(of place: Place) -> Location {
        if let other = others[place.byte] { return other }
        let byte = min(max(place.byte, source.start.byte), source.start.byte + source.bytes.count)
        var scanner = LocationScanner(at: checkpoint(before: byte))
        var last = scanner.location
        let text = source.bytes.span
        var index = last.byte - source.start.byte
        let target = byte - source.start.byte
        // All but the last few bytes at once, then a code point at a time, to stop at the beginning of one.
        if target - index > 8 { index = scanner.advance(in: text, from: index, to: target - 8) }
        last = scanner.location
        while index < target {
            index = scanner.advance(in: text, from: index, to: index + 1)
            if index <= target { last = scanner.location }
        }
        return Location(line: last.line, column: last.column, byte: byte)
    }

    /// The last noted location that is not behind a byte.
    private func checkpoint(before byte: Int) -> Location {
        var low = 0
        var high = checkpoints.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle].byte <= byte { low = middle } else { high = middle }
        }
        return checkpoints[low]
    }

    /// The size of the byte order mark at the beginning of a capture, if the exchange holds it.
    private static func markSize(of source: ExchangeSource) -> Int {
        source.start.byte == 0 && source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? byteOrderMarkSize : 0
    }

    /// The location of the first byte behind the mark.
    private static func first(of source: ExchangeSource, behind markSize: Int) -> Location {
        Location(line: source.start.line, column: source.start.column, byte: source.start.byte + markSize)
    }
}
