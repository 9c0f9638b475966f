/// Something wrong with an image, or worth telling of it.
///
/// What is quoted from the image is quoted as it is: escape it before it goes to a terminal.
public struct ImageDefect: Sendable, Hashable {
    /// The id of the rule: `CHK-CRC`.
    public let id: String

    /// How much it matters.
    public let severity: ImageSeverity

    /// The part of the image that it is about: the type of a chunk or a segment; nil for the image as a whole.
    public let part: String?

    /// The byte of the image where it stands, from 0; nil for the image as a whole.
    public let offset: Int?

    /// What the format asks for, in words.
    public let expected: String

    /// What the image has, in words.
    public let found: String

    /// What else there is to say, in words.
    public let note: String?

    /// How many more breaches of the rule are not listed one by one; above 0 only in the last that is.
    public internal(set) var furtherCount = 0

    /// One sentence: what was expected, what was found, and the note.
    public var message: String {
        "expected \(expected), found \(found)" + (note.map { note in "; \(note)" } ?? "")
    }
}
