internal import ByteCoding

/// A header line as it was captured: order, case and repetition are the capture's.
///
/// RFC 9110 §5
public struct FieldLine: Hashable, Sendable {
    /// The field's name, verbatim; a pseudo-header keeps its colon (`:authority`).
    public var name: String

    /// The field's value without the white space around it; bytes that are no UTF-8 are replaced by U+FFFD.
    public var value: String

    /// Where the value begins in the capture.
    public var place: Place

    /// Creates a field line.
    public init(name: String, value: String, place: Place) {
        self.name = name
        self.value = value
        self.place = place
    }

    /// Whether the line has this name, compared as `isName` does.
    public func isNamed(_ other: String) -> Bool {
        FieldLine.isName(name, other)
    }

    /// Whether a field's name as it was captured is this one, compared without case.
    ///
    /// Blanks and controls in it do not count, as for readers that are lenient: `x-api-key : …` gives the key away.
    ///
    /// RFC 9110 §5.1, RFC 9112 §5.1
    public static func isName(_ captured: String, _ name: String) -> Bool {
        let captured = captured.utf8Span.span
        let name = name.utf8Span.span
        var matched = 0
        for index in captured.indices where captured[index] > 0x20 && captured[index] != 0x7F {
            guard matched < name.count, name[matched].lowercasedASCII == captured[index].lowercasedASCII else {
                return false
            }
            matched += 1
        }
        return matched == name.count
    }
}
