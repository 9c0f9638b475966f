/// A turn of a conversation as a page shows it: with all its words.
struct Bubble: Sendable {
    /// Who speaks.
    enum Side: Sendable {
        /// The instruction above the turns.
        case system

        /// A turn that the request sent as the user's.
        case user

        /// A turn that the request sent as the model's.
        case model

        /// The answer.
        case answer
    }

    /// A piece of what is said.
    enum Piece: Sendable {
        /// Words.
        case text(CutText)

        /// Words of a kind that is named: reasoning, a refusal, a kind of the provider's own.
        case named(Inline, CutText)

        /// A value under a heading: a call, its answer, a part of an unknown kind.
        case value(Inline, CutText)

        /// An image.
        case picture(Picture)

        /// A remark in place of something that is no text.
        case note(Inline)
    }

    /// The name of its place.
    var anchor: Anchor

    /// Who speaks.
    var side: Side

    /// Its role as captured, and its number.
    var role: String

    /// The line of the capture where it begins, where that is known.
    var line: Int?

    /// What is said.
    var pieces: [Piece]

    /// Why it ended.
    var end: Inline?
}

/// A text, or as much of it as a page can hold.
struct CutText: Sendable {
    /// The text.
    let text: String

    /// How many characters (Unicode scalars) follow it.
    let hidden: Int

    /// The last of those that follow: how a text ends tells whether it is whole.
    let ending: String

    /// How many characters it has, those that follow included.
    let count: Int

    /// The most characters of a text in a page: a whole book.
    static let mostCharacters = 400_000

    /// The most characters of an ending.
    private static let endingLength = 1000

    /// Takes a text, from which secrets have been taken out: a cut through one would show a part of it.
    init(_ whole: String, most: Int = CutText.mostCharacters) {
        let scalars = whole.unicodeScalars
        guard whole.utf8.count > most,
            let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
            end != scalars.endIndex
        else {
            text = whole
            hidden = 0
            ending = ""
            count = whole.scalarCount
            return
        }
        text = String(scalars[..<end])
        ending = String(scalars[end...].suffix(CutText.endingLength))
        count = whole.scalarCount
        hidden = count - most
    }
}
