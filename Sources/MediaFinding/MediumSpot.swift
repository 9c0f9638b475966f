public import JSONReading

/// Where a medium stands in its body.
///
/// Names in it are as captured.
public struct MediumSpot: Sendable, Hashable, CustomStringConvertible {
    /// The number of the event, the line or the message of the stream, from 1; nil for a body that is no stream.
    public var event: Int?

    /// The name of the field of the form; empty where the field has none, nil for a body that is no form.
    public var field: String?

    /// The string of the JSON; nil where the body, the event or the field is no JSON.
    public var pointer: JSONPointer?

    /// The strings of the JSON documents that are in strings themselves, outermost first.
    public var inner: [JSONPointer] = []

    /// The byte of the text where the medium's begins; nil where it is the whole text.
    public var offset: Int?

    /// The place as a path: `/event/3/item/result`, `/field/image`; empty for a whole body.
    public var description: String {
        var path = event.map { number in "/event/\(number)" } ?? ""
        if let field { path += "/field/\(JSONPointer([.key(field)]).description.dropFirst())" }
        path += pointer?.description ?? ""
        for pointer in inner { path += "//\(pointer.description.dropFirst())" }
        return path + (offset.map { offset in "@\(offset)" } ?? "")
    }
}
