public import JSONReading

/// A call that the client has to answer.
public struct ToolCall: Sendable {
    /// The call's id, or nil where the provider gives none.
    public var id: String?

    /// The function's name.
    public var name: String

    /// The arguments as text: verbatim where the capture has them whole, else joined from their pieces.
    public var argumentsText: String

    /// The arguments as a value; nil when they are no JSON.
    public var arguments: JSONValue?

    /// Creates a call.
    public init(id: String?, name: String, argumentsText: String, arguments: JSONValue?) {
        self.id = id
        self.name = name
        self.argumentsText = argumentsText
        self.arguments = arguments
    }
}
