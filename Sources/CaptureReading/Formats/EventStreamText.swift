internal import ByteCoding

/// The text of an event stream, written anew from the events that a capture keeps in a list.
///
/// WHATWG HTML §9.2.5
struct EventStreamText {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// Writes a field whose value is one line; a value with a line end in it cannot be of a stream, and is left out.
    mutating func write(_ name: String, _ value: String) {
        guard !value.utf8.contains(where: \.isLineEnd) else { return }
        bytes += "\(name): \(value)\n".utf8
    }

    /// Writes the data of an event, a field for each of its lines, which LF, CR or CRLF end.
    mutating func writeData(_ text: some Collection<UInt8>) {
        var rest = Array(text)[...]
        while true {
            let line = rest.prefix { byte in !byte.isLineEnd }
            bytes += "data: ".utf8
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
            rest = rest[line.endIndex...]
            guard let end = rest.popFirst() else { return }
            if end == UInt8(ascii: "\r"), rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
        }
    }

    /// Writes data that is a value of JSON on one line: a line end in it stands between tokens.
    mutating func writeData(json value: some Collection<UInt8>) {
        writeData(value.map { byte in byte < 0x20 ? 0x20 : byte })
    }

    /// Ends the event.
    mutating func endEvent() {
        bytes.append(UInt8(ascii: "\n"))
    }
}
