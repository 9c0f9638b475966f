internal import Conversation
internal import JSONReading

/// A place in JSON where an API puts data: a name, and what tells that data stand under it.
struct MediaPlace: Sendable {
    /// What has to hold beside the name.
    enum Sign: Sendable {
        /// Nothing: the name tells it all.
        case none

        /// A member beside it that says a media type.
        case mediaType

        /// A member `type` beside it that is one of these words, or begins with one of them and an underscore.
        case type([String])

        /// A member of an object around it that has one of these names, outwards as far as the third.
        case inside([String])
    }

    /// The names of the member that holds the data, or of the array that does.
    let names: [String]

    /// What has to hold beside the name.
    let sign: Sign

    /// The kind of medium; nil where only the declared type tells.
    let modality: Modality?

    /// A place.
    init(_ names: [String], _ sign: Sign = .none, _ modality: Modality? = nil) {
        self.names = names
        self.sign = sign
        self.modality = modality
    }

    /// Whether a string stands at such a place; its name is known to fit.
    func fits(_ stop: JSONStringWalk.Stop) -> Bool {
        switch sign {
        case .none: return true
        case .mediaType: return DeclaredType(beside: stop, modality: nil).isMediaType
        case .type(let words):
            guard let type = DeclaredType.neighbour("type", of: stop)?.string else { return false }
            return words.contains { word in type == word || type.hasPrefix(word + "_") }
        case .inside(let names):
            return stop.enclosing.prefix(3).contains { around in
                around.name?.string.map(names.contains) ?? false
            }
        }
    }
}
