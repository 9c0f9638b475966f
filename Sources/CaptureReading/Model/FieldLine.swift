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
        var rest = name.utf8[...]
        for byte in captured.utf8 where byte > 0x20 && byte != 0x7F {
            guard rest.popFirst()?.lowercasedASCII == byte.lowercasedASCII else { return false }
        }
        return rest.isEmpty
    }
}
