/// The header section of a message: field lines in the capture's order.
public struct FieldLines: Hashable, Sendable, RandomAccessCollection {
    private var lines: [FieldLine]

    /// Creates a header section.
    public init(_ lines: [FieldLine] = []) {
        self.lines = lines
    }

    /// The position of the first line.
    public var startIndex: Int { lines.startIndex }

    /// The position behind the last line.
    public var endIndex: Int { lines.endIndex }

    /// The line at a position.
    public subscript(position: Int) -> FieldLine { lines[position] }

    /// Adds a line at the end.
    public mutating func append(_ line: FieldLine) {
        lines.append(line)
    }

    /// The lines of a name, compared without case.
    ///
    /// RFC 9110 §5.1
    public func all(_ name: String) -> [FieldLine] {
        lines.filter { line in line.isNamed(name) }
    }

    /// The first line of a name, or nil when there is none.
    public func first(_ name: String) -> FieldLine? {
        lines.first { line in line.isNamed(name) }
    }

    /// The value of the first line of a name, or nil when there is none.
    public func value(_ name: String) -> String? {
        first(name)?.value
    }

    /// The one length that `Content-Length` declares, or nil when it is absent, no number, or contradicts itself.
    ///
    /// RFC 9110 §8.6
    public var contentLength: Int? {
        let declared = Set(declaredLengths)
        guard declared.count == 1, let only = declared.first else { return nil }
        return only
    }

    /// Every length that `Content-Length` declares, in order; a list member that is anything but ASCII digits is nil.
    ///
    /// RFC 9110 §8.6
    var declaredLengths: [Int?] {
        all("content-length").flatMap { line in line.value.split(separator: ",", omittingEmptySubsequences: false) }
            .map { member in
                let digits = Array(member.utf8)[...].trimmed
                return digits.allSatisfy(\.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
            }
    }
}

extension FieldLine {
    /// Whether the line has this name, compared without case.
    public func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count
            && zip(name.utf8, other.utf8).allSatisfy { pair in pair.0.lowercasedASCII == pair.1.lowercasedASCII }
    }
}
