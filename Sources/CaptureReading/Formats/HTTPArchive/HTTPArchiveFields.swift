internal import ByteCoding
internal import JSONReading

/// The header lines of an archive's request or response, in every form that recorders give them.
///
/// A list of objects with name and value is the specified one; HTTP Toolkit and tests have objects, Slack pairs.
struct HTTPArchiveFields {
    /// The lines, in order.
    private(set) var lines: [FieldLine] = []

    /// Where the first element stands that is no header line; nil when there is none.
    private(set) var firstUnread: Place?

    private let source: ExchangeSource

    /// Reads the value of `headers`; nil and null have no lines.
    init(_ value: JSONValue?, in source: ExchangeSource) {
        self.source = source
        guard let value, !value.isNull else { return }
        if value.isArray {
            for element in value.elements { read(element) }
        } else if value.isObject {
            for member in value.members { append(member.name, member.value) }
        } else {
            noteUnread(value)
        }
    }

    /// Reads an element of a list.
    private mutating func read(_ element: JSONValue) {
        if let name = element["name"]?.string {
            append(name, element["value"])
        } else if element.count == 2, let name = element[0]?.string {
            append(name, element[1])
        } else {
            noteUnread(element)
        }
    }

    /// Adds the lines of a name: one, or several where recorders joined them.
    private mutating func append(_ name: String, _ value: JSONValue?) {
        guard let value, !value.isNull else {
            // A missing value stands where its name does, for want of a better place.
            return append(name, "", at: value.map(source.place(of:)))
        }
        if value.isArray {
            // Polly.JS writes the lines of a name as an array.
            for element in value.elements { append(name, element) }
        } else if let text = value.string {
            // Firefox and chrome-har join the lines of a name by a line feed.
            for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                let isCRLF = line.last == UInt8(ascii: "\r")
                append(name, String(Substring(isCRLF ? line.dropLast() : line)), at: source.place(of: value))
            }
        } else {
            append(name, String(decoding: value.rawBytes, as: UTF8.self), at: source.place(of: value))
        }
    }

    private mutating func append(_ name: String, _ value: String, at place: Place?) {
        let trimmed = Array(value.utf8)[...].trimmed
        lines.append(
            FieldLine(
                name: name, value: trimmed.count == value.utf8.count ? value : String(decoding: trimmed, as: UTF8.self),
                place: place ?? source.place(0)))
    }

    private mutating func noteUnread(_ value: JSONValue) {
        firstUnread = firstUnread ?? source.place(of: value)
    }
}
