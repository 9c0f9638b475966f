public import CaptureReading
public import JSONReading

/// A parameter of a request, under the name that it was sent with.
public struct Setting: Sendable {
    /// The name, verbatim.
    public var name: String

    /// The value, verbatim.
    public var value: JSONValue

    /// Where the value stands.
    public var place: Place?

    /// Creates a setting.
    public init(name: String, value: JSONValue, place: Place?) {
        self.name = name
        self.value = value
        self.place = place
    }
}
