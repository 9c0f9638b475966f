/// Base64 as it is found in captures: every text decodes as far as it can, and what is wrong with it is told.
///
/// RFC 4648 §4, §5
public enum Base64 {
    /// Decodes a text in the standard or the URL-safe alphabet, padded or not.
    ///
    /// White space is passed over, and padded texts that were joined end to end are decoded one after the other. Any
    /// other character that does not belong stops the decoding. Time is linear in the length of the text.
    ///
    /// - Parameter text: the characters; offsets in the result count from the start of the slice.
    /// - Returns: the bytes of all that could be decoded, and each kind of flaw that was met.
    public static func decode(_ text: ArraySlice<UInt8>) -> Base64Decoding {
        var decoder = Base64Decoder()
        decoder.append(text)
        return decoder.finish()
    }

    /// How many bytes a text of the given length can stand for when it has no flaw but perhaps missing padding.
    ///
    /// A multiple of four may end in padding and leaves three possible counts; any other length is that of an unpadded
    /// text and leaves one. A lone last character stands for no byte, and a negative length counts as none.
    ///
    /// - Parameter characters: the length of the text, padding included.
    /// - Returns: the smallest and the largest count of bytes.
    public static func decodedCount(characters: Int) -> ClosedRange<Int> {
        guard characters > 0 else { return 0...0 }
        let whole = characters / 4 * 3
        switch characters % 4 {
        case 0: return whole - 2...whole
        case 2: return whole + 1...whole + 1
        case 3: return whole + 2...whole + 2
        default: return whole...whole
        }
    }
}
