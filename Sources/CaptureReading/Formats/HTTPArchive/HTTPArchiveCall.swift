internal import ByteCoding

/// The call that wraps an archive written for a page to load as a script (JSONP): `onInputData(`.
///
/// The HAR viewer of 2010 and its tests write it.
struct HTTPArchiveCall {
    /// How many bytes stand before the archive.
    let prefixCount: Int

    /// No function has a name longer than this.
    private static let longestName = 128

    /// Reads the beginning of a capture; nil when it begins with no call.
    init?(_ head: ArraySlice<UInt8>) {
        let text = head.drop(while: \.isWhiteSpace)
        let name = text.prefix(HTTPArchiveCall.longestName).prefix { byte in
            byte.isLetter || byte.isDigit || "_$.".utf8.contains(byte)
        }
        guard let first = name.first, !first.isDigit else { return nil }
        let rest = text[name.endIndex...].drop(while: \.isBlank)
        guard rest.first == UInt8(ascii: "(") else { return nil }
        prefixCount = rest.startIndex + 1 - head.startIndex
    }
}
