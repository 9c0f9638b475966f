internal import ByteCoding

/// The value behind the name of a secret, in a text that need not be JSON: a string, a number, or all that an array or
/// an object holds.
struct JSONSecretValue {
    /// The secrets that were found, in order.
    private(set) var secrets: [SecretSpan] = []

    /// The index of the text behind what was read.
    private(set) var position: Int

    private let text: ArraySlice<UInt8>
    private let depth: Int
    private let isProse: Bool

    /// What the values mean that stand in each container which is open, the innermost last.
    private var open: [MemberMeaning] = []

    /// How many containers may be open at once: far more than any API nests.
    private static let mostOpen = 1_024

    /// A value that begins at an index of a text, behind white space perhaps.
    ///
    /// - Parameters:
    ///   - text: the text; ranges count from its first byte.
    ///   - position: the index.
    ///   - depth: in how many strings of JSON the value lies.
    ///   - isProse: whether the text is something else than JSON.
    init(of text: ArraySlice<UInt8>, at position: Int, depth: Int, isProse: Bool) {
        self.text = text
        self.position = position
        self.depth = depth
        self.isProse = isProse
    }

    /// Reads the value; where there is none, nothing but white space is passed over.
    mutating func read(as meaning: MemberMeaning) {
        var meaning = meaning
        repeat {
            guard readToken(&meaning) else { return }
        } while !open.isEmpty
    }

    /// Reads a string, a number or a bracket, and what stands before it that is neither.
    ///
    /// - Parameter meaning: what the next value means.
    /// - Returns: whether the value may go on behind it.
    private mutating func readToken(_ meaning: inout MemberMeaning) -> Bool {
        skipBlanks()
        guard position < text.endIndex else { return false }
        switch text[position] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < JSONSecretValue.mostOpen else { return false }
            open.append(meaning)
            position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard open.popLast() != nil else { return false }
            meaning = open.last ?? .none
            position += 1
        case UInt8(ascii: ","):
            guard let outer = open.last else { return false }
            meaning = outer
            position += 1
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return readString(&meaning)
        default: return readWord(&meaning)
        }
        return true
    }

    /// Passes over white space, and in a string over that which is escaped by a letter.
    private mutating func skipBlanks() {
        while position < text.endIndex {
            let byte = text[position]
            if byte.isWhiteSpace {
                position += 1
            } else if depth > 0, byte == UInt8(ascii: "\\"), let letter = text[position...].prefix(2).last,
                "nrt".utf8.contains(letter)
            {
                position += 2
            } else {
                return
            }
        }
    }

    /// Reads a string, which is a name when a colon stands behind it.
    private mutating func readString(_ meaning: inout MemberMeaning) -> Bool {
        let mark = text[position...].firstIndex { byte in byte != UInt8(ascii: "\\") } ?? text.endIndex
        guard let quote = JSONQuote(at: mark, in: text), quote.depth == depth else {
            let isMark = mark < text.endIndex && text[mark] == UInt8(ascii: "\"")
            // Fewer backslashes end a string that lies around the value.
            let isOuter = isMark && mark - position < (1 << depth) - 1
            guard !open.isEmpty, !isOuter else { return false }
            position = isMark ? mark + 1 : mark
            return true
        }
        let (content, end, isClosed) = quote.string(in: text)
        position = end
        guard isClosed else {
            add(content, of: quote, meaning)
            return false
        }
        skipBlanks()
        if let outer = open.last, position < text.endIndex, text[position] == UInt8(ascii: ":") {
            meaning = outer.member(named: quote.characters(of: content))
            position += 1
        } else {
            add(content, of: quote, meaning)
            meaning = open.last ?? .none
        }
        return true
    }

    /// Reads a number, or passes over anything else that neither white space nor a bracket ends.
    private mutating func readWord(_ meaning: inout MemberMeaning) -> Bool {
        let word = text[position...].prefix { byte in
            byte.isLetter || byte.isDigit || byte >= 0x80 || "+-._<>".utf8.contains(byte)
        }
        let digits = word.first == UInt8(ascii: "-") ? word.dropFirst() : word
        let isNumber =
            digits.first?.isDigit == true && digits.allSatisfy { byte in byte.isDigit || "+-.eE".utf8.contains(byte) }
        guard isNumber || !open.isEmpty else { return false }
        position += max(1, word.count)
        if isNumber, let secret = meaning.secret, !secret.demandsLook {
            let lexeme = String(decoding: word, as: UTF8.self)
            secrets.append(
                SecretSpan(
                    kind: secret.kind, value: lexeme, range: range(of: word), name: meaning.name, hasOrdinaryName: true)
            )
            meaning = open.last ?? .none
        }
        return true
    }

    /// Adds the secrets of a string: of the value of a header those that the header has, else all of it.
    private mutating func add(_ content: ArraySlice<UInt8>, of quote: JSONQuote, _ meaning: MemberMeaning) {
        guard let secret = meaning.secret else { return }
        let range = range(of: content)
        let characters = quote.characters(of: content)
        // What is no UTF-8 is not what stands there either.
        let isVerbatim = !content.contains(UInt8(ascii: "\\")) && characters.utf8.count == content.count
        secrets += FieldSecrets.spans(in: characters, of: secret).map { span in
            var span = span
            span.name = meaning.name
            span.hasOrdinaryName = span.hasOrdinaryName || isProse || depth > 0
            span.range =
                isVerbatim ? span.range.lowerBound + range.lowerBound..<span.range.upperBound + range.lowerBound : range
            return span
        }
    }

    private func range(of piece: ArraySlice<UInt8>) -> Range<Int> {
        piece.startIndex - text.startIndex..<piece.endIndex - text.startIndex
    }
}
