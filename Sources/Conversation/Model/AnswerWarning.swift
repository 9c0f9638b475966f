public import CaptureReading

/// Something about an answer that its reader has to know before trusting it.
public struct AnswerWarning: Hashable, Sendable {
    /// The kinds of warnings, by the names that reports show.
    public enum Kind: String, Sendable {
        /// Nothing said that the answer ended.
        case noTerminator = "no_terminator"

        /// A piece of the stream is no JSON and was left out.
        case unreadablePiece = "unreadable_piece"

        /// The last piece was cut and could not be used.
        case incompleteTail = "incomplete_tail"

        /// The last event has no blank line behind it; its data is whole, so it was used.
        case unterminatedEvent = "unterminated_event"

        /// A message of a stream is damaged and was left out.
        case damagedMessage = "damaged_message"

        /// JSON stood between or behind the events without being one; it was used.
        case rawJSON = "raw_json"

        /// The document ends before it is complete.
        case truncatedDocument = "truncated_document"

        /// Something stands behind the document; it was left out.
        case trailingContent = "trailing_content"

        /// A surrogate half never found its other half; U+FFFD stands there.
        case loneSurrogate = "lone_surrogate"

        /// The pieces do not agree on what they are pieces of.
        case identityChanged = "identity_changed"

        /// Pieces of a tool call's arguments could not be put together.
        case brokenArguments = "broken_arguments"

        /// The numbers of the events say that some are missing.
        case missingEvents = "missing_events"

        /// What came piece by piece is not what came whole behind it; the whole counts.
        case piecesDiffer = "pieces_differ"
    }

    /// What kind of thing.
    public var kind: Kind

    /// What was expected and what was found, in one sentence.
    public var message: String

    /// Where it stands, or nil when it is about the whole.
    public var place: Place?

    /// Creates a warning.
    public init(_ kind: Kind, _ message: String, place: Place? = nil) {
        self.kind = kind
        self.message = message
        self.place = place
    }
}
