public import JSONReading

/// What the client answered to a tool call.
public struct ToolCallResponse: Sendable {
    /// The id of the call, or nil where the provider has none.
    public var id: String?

    /// The function's name, or nil where the answer does not repeat it.
    public var name: String?

    /// The answer, verbatim.
    public var response: JSONValue

    /// Creates a response.
    public init(id: String?, name: String?, response: JSONValue) {
        self.id = id
        self.name = name
        self.response = response
    }
}
