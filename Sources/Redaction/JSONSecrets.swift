internal import ByteCoding

/// The secrets of a text that holds JSON: strings and numbers under members of known names, in arrays and objects too.
///
/// The text is not read by the grammar. Whatever its faults, however deep it is nested and whatever stands around it, a
/// name between quotation marks is found that a colon and a value follow. So it is in a string of JSON which holds JSON
/// itself. The text is passed over once, in time linear in its length.
enum JSONSecrets {
    /// Finds the secrets of a text, in order.
    ///
    /// - Parameters:
    ///   - text: the text; ranges count from its first byte.
    ///   - isProse: whether the text is something else than JSON. Then, as in a string of JSON, somebody may have
    ///     written about secrets, and values that are none stand under their names.
    /// - Returns: the secrets; those that stand in a string of JSON take its escapes with them.
    static func spans(in text: ArraySlice<UInt8>, isProse: Bool = false) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var offset = 0
        while let colon = ByteScan.first(UInt8(ascii: ":"), in: text.span, from: offset) {
            offset = colon + 1
            guard let (meaning, quote) = meaning(before: text.startIndex + colon, in: text) else { continue }
            var value = JSONSecretValue(of: text, at: text.startIndex + offset, depth: quote.depth, isProse: isProse)
            value.read(as: meaning)
            found += value.secrets
            offset = value.position - text.startIndex
        }
        return found
    }

    /// The most bytes that the name of a secret takes, its escapes and hidden characters included.
    private static let longestName = 128

    /// Whether the name that a quotation mark ends may be a secret's: false for nearly every name, at little cost.
    private static func mayNameSecret(endingAt mark: Int, in text: ArraySlice<UInt8>) -> Bool {
        var end = mark
        while end > text.startIndex, text[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        var start = end
        let lowest = max(text.startIndex, mark - longestName)
        while start > lowest, text[start - 1] != UInt8(ascii: "\"") {
            if text[start - 1] == UInt8(ascii: "\\") { return true }
            start -= 1
        }
        return SecretPlaces.mayName(member: text[start..<end])
    }

    /// What the name before a colon means, and the mark that ends it; nil when it is no secret's, or no name.
    private static func meaning(
        before colon: Int, in text: ArraySlice<UInt8>
    ) -> (meaning: MemberMeaning, quote: JSONQuote)? {
        guard let last = text[..<colon].lastIndex(where: { byte in !byte.isWhiteSpace }),
            text[last] == UInt8(ascii: "\""), mayNameSecret(endingAt: last, in: text),
            let closing = JSONQuote(at: last, in: text)
        else { return nil }
        let head = text[..<closing.range.lowerBound].suffix(longestName)
        guard let first = head.lastIndex(of: UInt8(ascii: "\"")), let opening = JSONQuote(at: first, in: text),
            opening.depth == closing.depth
        else { return nil }
        let name = head[opening.range.upperBound...]
        let meaning = MemberMeaning.none.member(named: opening.characters(of: name))
        return meaning.kind == nil ? nil : (meaning, closing)
    }
}
