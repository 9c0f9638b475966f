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

    /// Whether the line has this name, compared without case.
    ///
    /// RFC 9110 §5.1
    public func isNamed(_ other: String) -> Bool {
        name.utf8.isEqual(ignoringCase: other)
    }
}
