/// One way in which a text is not canonical base64, and where it first is not.
public struct Base64Flaw: Sendable, Equatable {
    /// The ways, each told apart because each has another cause.
    public enum Kind: Sendable, Equatable {
        /// A space, tab, LF, FF or CR between the characters: lines wrapped as in mail, or a pretty-printed text.
        ///
        /// RFC 4648 §3.1
        case whiteSpace
        /// `-` or `_` in place of `+` or `/`.
        ///
        /// RFC 4648 §5
        case urlSafeAlphabet
        /// The last group lacks `=`; where no more follows, the offset is the length of the text.
        ///
        /// RFC 4648 §3.2
        case missingPadding
        /// The bits of the last character that belong to no byte are not zero; common where a text was cut.
        ///
        /// RFC 4648 §3.5
        case nonZeroTailBits
        /// A character that is neither of the alphabets nor white space, or an `=` where none can stand.
        case strayCharacter(UInt8)
        /// A lone character ends the text: its six bits make no byte.
        case truncated
        /// The text goes on after padding: texts were joined end to end, or there is too much padding.
        case contentAfterPadding
    }

    /// What is wrong.
    public let kind: Kind

    /// The offset of the first character where it is wrong, from the start of the text.
    public let offset: Int
}

extension Base64Flaw: CustomStringConvertible {
    /// What was expected, what was found and where: of the text itself, nothing but a stray character.
    public var description: String {
        let sentence =
            switch kind {
            case .whiteSpace: "expected no white space in base64, found some"
            case .urlSafeAlphabet: "expected the standard base64 alphabet, found the URL-safe one"
            case .missingPadding: "expected more base64 padding, found none"
            case .nonZeroTailBits: "expected zero bits after the last base64 byte, found others"
            case .strayCharacter(let byte): "expected a base64 character, found \(byte.spelled)"
            case .truncated: "expected another base64 character, found the end"
            case .contentAfterPadding: "expected the end after base64 padding, found more"
            }
        return "\(sentence) at offset \(offset)"
    }
}
