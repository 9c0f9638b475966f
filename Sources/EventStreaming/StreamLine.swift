/// What one line of an event stream is, and where its value begins.
///
/// WHATWG HTML §9.2.6
struct StreamLine: Sendable, Equatable {
    /// The kinds of line that the interpretation tells apart.
    enum Kind: Sendable, Equatable {
        /// An empty line: it ends an event.
        case blank
        /// A line that starts with a colon.
        case comment
        /// A line of the event's data.
        case data
        /// The event's type.
        case event
        /// The last event ID from here on.
        case id
        /// The reconnection time.
        case retry
        /// A field whose name the standard does not know: a line that is no part of an event stream looks the same.
        case unknown
    }

    /// What the line is.
    let kind: Kind

    /// The index in the line of the first byte of the field's value; the line's length where there is no value.
    let valueStart: Int

    /// Reads a line, given without its end.
    init(_ line: Span<UInt8>) {
        let (kind, nameLength) = StreamLine.name(of: line)
        var start = nameLength
        if start < line.count { start += 1 }
        if start < line.count, line[start] == UInt8(ascii: " ") { start += 1 }
        self.kind = kind
        self.valueStart = start
    }

    /// The kind of a line and the length of its field name.
    ///
    /// Names are compared by bytes, as the standard says: without case folding, with the white space around them.
    private static func name(of line: Span<UInt8>) -> (kind: Kind, length: Int) {
        guard !line.isEmpty else { return (.blank, 0) }
        switch line[0] {
        case UInt8(ascii: ":"): return (.comment, 0)
        case UInt8(ascii: "d") where isNamed("data", line): return (.data, 4)
        case UInt8(ascii: "e") where isNamed("event", line): return (.event, 5)
        case UInt8(ascii: "i") where isNamed("id", line): return (.id, 2)
        case UInt8(ascii: "r") where isNamed("retry", line): return (.retry, 5)
        default: return (.unknown, line.count)
        }
    }

    /// Whether the line is the name alone, or the name and a colon.
    @inline(__always)
    private static func isNamed(_ name: String, _ line: Span<UInt8>) -> Bool {
        guard line.count >= name.utf8.count else { return false }
        var length = 0
        for byte in name.utf8 {
            guard line[length] == byte else { return false }
            length += 1
        }
        return line.count == length || line[length] == UInt8(ascii: ":")
    }
}
