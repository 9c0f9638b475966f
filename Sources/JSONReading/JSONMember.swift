/// A member of an object.
public struct JSONMember: Sendable {
    /// The name as a string value, with its place in the text.
    public let key: JSONValue

    /// The value.
    public let value: JSONValue

    /// The characters of the name.
    public var name: String { key.string ?? "" }
}
