internal import ByteCoding

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
        members(of: "content-length").map { digits in
            digits.allSatisfy(\.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
        }
    }

    /// The members of the comma-separated lists that the lines of a name hold, trimmed, in order.
    ///
    /// RFC 9110 §5.6.1
    func members(of name: String) -> [ArraySlice<UInt8>] {
        all(name).flatMap { line in
            Array(line.value.utf8).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.trimmed)
        }
    }
}
