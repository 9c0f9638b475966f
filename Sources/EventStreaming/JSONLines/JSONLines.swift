internal import ByteCoding

/// The lines of a stream of JSON values, one a line, that are not blank.
///
/// Lines end by LF; a CR before it is white space. The last one need not end. Whether a line is JSON is not looked at.
///
/// https://jsonlines.org, https://github.com/ndjson/ndjson-spec
public struct JSONLines: Sequence, IteratorProtocol, Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position = 0

    /// The lines of a body.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// The next line that is not blank, a slice of the body; nil at the end.
    public mutating func next() -> ArraySlice<UInt8>? {
        while position < bytes.count {
            let start = position
            let end = LineScan.firstLineFeed(in: bytes.span, from: start) ?? bytes.count
            position = end + 1
            let line = bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)]
            if line.contains(where: { byte in !byte.isWhiteSpace }) { return line }
        }
        return nil
    }
}
