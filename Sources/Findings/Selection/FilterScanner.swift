/// Cuts the text of a filter into terms: a name and values, each with its place.
struct FilterScanner {
    /// A piece of the text without its quotation marks.
    struct Piece {
        /// Its characters.
        var text: String

        /// The column of the first of them, from 1.
        var column: Int

        /// Whether it stood between quotation marks, so that nothing in it is a sign.
        var isQuoted = false

        /// How a message names it.
        var quoted: String { "'\(text)'" }
    }

    /// A term before it is understood.
    struct Term {
        /// Whether a `-` turns it round.
        var isNegated = false

        /// The name before the colon; nil for a bare word.
        var name: Piece?

        /// The values, one at least.
        var values: [Piece]
    }

    private let text: [Character]
    private var position = 0

    /// A scanner at the start of a text.
    init(_ text: String) {
        self.text = Array(text)
    }

    /// The next term; nil at the end.
    mutating func next() throws(FilterFault) -> Term? {
        while let character = current, character.isWhitespace { position += 1 }
        guard current != nil else { return nil }
        let isNegated = current == "-"
        if isNegated { position += 1 }
        let head = try piece(endingAt: [":"])
        guard current == ":", !head.isQuoted else {
            guard !head.text.isEmpty else { throw fault("a name or a word behind -") }
            return Term(isNegated: isNegated, values: [head])
        }
        position += 1
        var values = [try value()]
        while current == "," {
            position += 1
            values.append(try value())
        }
        return Term(isNegated: isNegated, name: head, values: values)
    }

    private var current: Character? { position < text.count ? text[position] : nil }

    /// A value, which is not empty unless it is quoted.
    private mutating func value() throws(FilterFault) -> Piece {
        let value = try piece(endingAt: [","])
        guard !value.text.isEmpty || value.isQuoted else { throw fault("a value") }
        return value
    }

    /// The characters up to a blank or one of the given ones, or those between quotation marks.
    private mutating func piece(endingAt ends: Set<Character>) throws(FilterFault) -> Piece {
        if current == "\"" { return try quotedPiece() }
        var piece = Piece(text: "", column: position + 1)
        while let character = current, !character.isWhitespace, !ends.contains(character) {
            piece.text.append(character)
            position += 1
        }
        return piece
    }

    private mutating func quotedPiece() throws(FilterFault) -> Piece {
        let column = position + 1
        var piece = Piece(text: "", column: column + 1, isQuoted: true)
        position += 1
        while let character = current, character != "\"" {
            if character == "\\", position + 1 < text.count { position += 1 }
            piece.text.append(text[position])
            position += 1
        }
        guard current != nil else {
            throw FilterFault(expected: "a closing quotation mark", found: "the end of the filter", column: column)
        }
        position += 1
        return piece
    }

    private func fault(_ expected: String) -> FilterFault {
        FilterFault(
            expected: expected, found: current.map { character in "'\(character)'" } ?? "the end of the filter",
            column: position + 1)
    }
}
