/// A position in a capture file, as an editor shows it.
///
/// Lines end by LF, CRLF or CR. A column counts code points; a byte that is no UTF-8 counts as one.
public struct Location: Hashable, Sendable {
    /// The line, from 1.
    public var line: Int

    /// The column in code points, from 1.
    public var column: Int

    /// The offset in bytes from the beginning of the capture, from 0.
    public var byte: Int

    /// The first position of a capture.
    public static let start = Location(line: 1, column: 1, byte: 0)

    /// Creates a location.
    public init(line: Int, column: Int, byte: Int) {
        self.line = line
        self.column = column
        self.byte = byte
    }
}
