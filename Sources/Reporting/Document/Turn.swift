/// A turn of a conversation as a report shows it.
package struct Turn: Hashable, Sendable {
    /// What a turn says, piece by piece.
    package enum Piece: Hashable, Sendable {
        /// Captured words, which a renderer may shorten if it says by how much.
        case words(Beginning)

        /// A remark in place of something that is no text.
        case remark(Inline)
    }

    /// Its number, or `>` for the answer.
    package var marker: String

    /// Its role.
    package var role: String

    /// What it says.
    package var pieces: [Piece]

    /// Why it ended.
    package var end: Inline?

    /// Creates a turn.
    package init(marker: String, role: String, pieces: [Piece], end: Inline? = nil) {
        self.marker = marker
        self.role = role
        self.pieces = pieces
        self.end = end
    }
}
