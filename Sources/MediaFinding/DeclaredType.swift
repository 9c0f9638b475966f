internal import Conversation
internal import JSONReading

/// The type that is declared beside data in JSON.
struct DeclaredType {
    /// The media type as declared, or made of a format's name; nil where none is declared.
    let text: String?

    /// Whether it is declared as a media type.
    let isMediaType: Bool

    /// The names of members that say a media type.
    private static let typeNames = [
        "mimeType", "mime_type", "media_type", "mediaType", "contentType", "content_type", "outputMimeType",
    ]

    /// The names of members that say a format without the first half of its media type.
    private static let formatNames = ["format", "output_format"]

    /// Looks beside a string, and in the object around its own where that has a format.
    init(beside stop: JSONStringWalk.Stop, modality: Modality?) {
        let type = DeclaredType.typeNames.lazy.compactMap { name in
            DeclaredType.neighbour(name, of: stop)?.string
        }.first
        isMediaType = type != nil
        if let type {
            text = type
            return
        }
        let around = stop.enclosing.prefix(2).compactMap { around in around.container.isObject ? around.container : nil
        }
        let format = around.lazy.flatMap { object in
            DeclaredType.formatNames.lazy.compactMap { name in DeclaredType.member(name, of: object)?.string }
        }.first
        guard let format, let modality, modality != .document, !format.isEmpty else {
            text = nil
            return
        }
        text = format.utf8.contains(UInt8(ascii: "/")) ? format : "\(modality.rawValue)/\(format)"
    }

    /// A member beside a string.
    static func neighbour(_ name: String, of stop: JSONStringWalk.Stop) -> JSONValue? {
        stop.parent.flatMap { object in member(name, of: object) }
    }

    /// The most members of an object in which a member is sought: no API has more where data stand, and a search in
    /// each of many is not to take the square of their number.
    private static let mostMembers = 64

    private static func member(_ name: String, of object: JSONValue) -> JSONValue? {
        object.isObject && object.count <= mostMembers ? object[name] : nil
    }
}
