/// What was taken out of a text and put into it, word by word.
public struct WordDifference: Sendable {
    /// A stretch of the two texts.
    public struct Piece: Hashable, Sendable {
        /// Which of the texts has it.
        public enum Kind: String, Sendable {
            /// Both.
            case same

            /// The first alone.
            case removed

            /// The second alone.
            case added
        }

        /// Which of the texts has it.
        public var kind: Kind

        /// The stretch.
        public var text: String
    }

    /// The stretches in order; the ones that are not added make up the first text, those not removed the second.
    public let pieces: [Piece]

    /// The most words of a text that are compared one by one.
    private static let mostWords = 20_000

    /// Compares two texts.
    ///
    /// Both directions give the same, with the sides exchanged. Beyond 20,000 words, or 1,000 edits, all between the
    /// common beginning and the common end counts as replaced.
    public init(from: String, to: String) {
        let first = WordDifference.words(of: from)
        let second = WordDifference.words(of: to)
        var builder = PieceBuilder()
        var position = (a: 0, b: 0)
        for match in SequenceDifference.matches(first, second, mostElements: WordDifference.mostWords) {
            builder.append(first[position.a..<match.a], .removed)
            builder.append(second[position.b..<match.b], .added)
            builder.append(first[match.a...match.a], .same)
            position = (match.a + 1, match.b + 1)
        }
        builder.append(first[position.a...], .removed)
        builder.append(second[position.b...], .added)
        pieces = builder.finish()
    }

    /// A word, or what stands between two.
    struct Word: Hashable, Comparable {
        /// The text, compared by its bytes.
        let text: Substring

        /// Whether it is nothing but white space.
        var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

        static func == (left: Word, right: Word) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

        static func < (left: Word, right: Word) -> Bool {
            left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    /// A text cut into runs of letters and digits, runs of white space, and single other characters; a point between two
    /// digits belongs to their number or version.
    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        let scalars = text.unicodeScalars
        var start = text.startIndex
        var last: Class?
        var previous: Unicode.Scalar?
        for index in scalars.indices {
            let scalar = scalars[index]
            var current = Class(of: scalar)
            if scalar == ".", isDigit(previous), isDigit(scalars[scalars.index(after: index)...].first) {
                current = .word
            }
            if let last, last != current || current == .single {
                words.append(Word(text: text[start..<index]))
                start = index
            }
            last = current
            previous = scalar
        }
        if start < text.endIndex { words.append(Word(text: text[start...])) }
        return words
    }

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { scalar in "0"..."9" ~= scalar } ?? false
    }

    /// What a character is part of.
    private enum Class {
        case word
        case blank
        case single

        init(of scalar: Unicode.Scalar) {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": self = .word
            case " ", "\n", "\r", "\t": self = .blank
            case "\u{2E80}"..."\u{9FFF}", "\u{F900}"..."\u{FAFF}", "\u{20000}"..."\u{3FFFF}": self = .single
            default:
                let properties = scalar.properties
                let isWord = properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend
                self = isWord ? .word : properties.isWhitespace ? .blank : .single
            }
        }
    }
}

/// Joins words into stretches; a blank that both texts have between two changes belongs to the changes.
private struct PieceBuilder {
    private var removed: [Substring] = []
    private var added: [Substring] = []
    private var same: [Substring] = []
    private var isSameBlank = true
    private var pieces: [WordDifference.Piece] = []

    mutating func append(_ words: ArraySlice<WordDifference.Word>, _ kind: WordDifference.Piece.Kind) {
        for word in words {
            switch kind {
            case .same:
                same.append(word.text)
                isSameBlank = isSameBlank && word.isBlank
            case .removed, .added:
                settle()
                if kind == .removed { removed.append(word.text) } else { added.append(word.text) }
            }
        }
    }

    /// Takes what was the same into the changes around it, or ends the changes before it.
    private mutating func settle() {
        guard !same.isEmpty else { return }
        if isSameBlank, !removed.isEmpty || !added.isEmpty {
            if !removed.isEmpty { removed += same }
            if !added.isEmpty { added += same }
            if removed.isEmpty || added.isEmpty { flushChanges(movingOutBlank: same.count) }
        } else {
            flush()
        }
        same = []
        isSameBlank = true
    }

    /// Ends the changes; the last words of the only side that has any were the same on both.
    private mutating func flushChanges(movingOutBlank count: Int) {
        if !removed.isEmpty { removed.removeLast(count) }
        if !added.isEmpty { added.removeLast(count) }
        flush()
    }

    private mutating func flush() {
        add(removed, .removed)
        add(added, .added)
        add(same, .same)
        removed = []
        added = []
        same = []
        isSameBlank = true
    }

    private mutating func add(_ words: [Substring], _ kind: WordDifference.Piece.Kind) {
        guard !words.isEmpty else { return }
        if let last = pieces.last, last.kind == kind {
            pieces[pieces.count - 1].text = last.text + words.joined()
        } else {
            pieces.append(WordDifference.Piece(kind: kind, text: words.joined()))
        }
    }

    consuming func finish() -> [WordDifference.Piece] {
        flush()
        return pieces
    }
}
