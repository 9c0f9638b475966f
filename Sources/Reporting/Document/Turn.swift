/// A turn of a conversation as a report shows it.
public struct Turn: Hashable, Sendable {
    /// What a turn says, piece by piece.
    public enum Piece: Hashable, Sendable {
        /// Captured words, which a renderer may shorten if it says by how much.
        case words(String)

        /// A remark in place of something that is no text.
        case remark(Inline)
    }

    /// Its number, or `>` for the answer.
    public var marker: String

    /// Its role.
    public var role: String

    /// What it says.
    public var pieces: [Piece]

    /// Why it ended.
    public var end: Inline?

    /// Creates a turn.
    public init(marker: String, role: String, pieces: [Piece], end: Inline? = nil) {
        self.marker = marker
        self.role = role
        self.pieces = pieces
        self.end = end
    }
}
