public import CaptureReading
public import JSONReading

/// A part of a message, in the order in which it came.
///
/// OpenTelemetry GenAI semantic conventions, `parts`
public struct MessagePart: Sendable {
    /// What it is.
    public var content: PartContent

    /// The provider's signature over the part, verbatim, or nil when it has none.
    public var signature: String?

    /// The provider's opaque data in the place of its words, verbatim; nil when nothing was withheld.
    public var redacted: String?

    /// What the text refers to, by the provider's own objects: citations.
    public var annotations: [JSONValue] = []

    /// What the provider says of the part beside its content, by its own names, verbatim.
    public var details: [MessageDetail]

    /// Where it begins in the capture, or nil when it was put together from nothing that stands there.
    public var place: Place?

    /// Creates a part.
    public init(
        _ content: PartContent, signature: String? = nil, details: [MessageDetail] = [], place: Place? = nil
    ) {
        self.content = content
        self.signature = signature
        self.details = details
        self.place = place
    }

    /// The blob that the part is, or nil when it is something else.
    public var blob: Blob? {
        guard case .blob(let blob) = content else { return nil }
        return blob
    }

    /// The text that the part says to its reader, or nil when it is no text.
    public var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }
}

/// The kinds of parts.
///
/// What no kind fits is kept verbatim as `other`.
public enum PartContent: Sendable {
    /// Words to the reader.
    case text(String)

    /// Words of the model to itself, or a summary of them.
    case reasoning(String)

    /// Words by which the model declines.
    case refusal(String)

    /// Words of a kind that no other case has, under the provider's name for it: a plan, a summary of what came before.
    case named(type: String, text: String)

    /// A call that the client has to answer.
    case toolCall(ToolCall)

    /// The client's answer to a call.
    case toolCallResponse(ToolCallResponse)

    /// A call that the provider runs itself, verbatim.
    case serverToolCall(name: String, raw: JSONValue)

    /// The result of a call that the provider ran, verbatim.
    case serverToolCallResponse(name: String, raw: JSONValue)

    /// Data in the message itself.
    case blob(Blob)

    /// A file that the message names.
    case file(FileReference)

    /// Anything else, verbatim, under the provider's name for it.
    case other(type: String, raw: JSONValue)
}
