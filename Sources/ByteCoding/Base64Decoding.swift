/// What became of a base64 text.
public struct Base64Decoding: Sendable, Equatable {
    /// The bytes of all that was read, the whole bytes of an unfinished last group among them.
    public let bytes: [UInt8]

    /// The flaws of the text: the first of each kind, by offset.
    public let flaws: [Base64Flaw]

    /// How many characters were read, padding and white space included.
    ///
    /// Where a stray character stopped the decoding, this is its offset.
    public let charactersRead: Int

    /// Whether the text is canonical: standard alphabet, whole padding, nothing that does not belong.
    public var isClean: Bool { flaws.isEmpty }

    /// Whether the text was read to its end, that is, no stray character stopped it.
    public var isDecoded: Bool {
        !flaws.contains { flaw in
            if case .strayCharacter = flaw.kind { true } else { false }
        }
    }
}
