internal import ByteCoding
internal import Conversation

/// What the first characters of base64 say that they are of.
///
/// RFC 4648 §4: the first six characters hold the first four bytes and four bits more.
enum MediaSignature {
    /// The beginnings of images under base64, JSON's escape of a slash included.
    private static let beginnings: [[UInt8]] = [
        "iVBORw0KGgo", "/9j/", "\\/9j\\/", "R0lGODdh", "R0lGODlh", "UklGR", "_9j_",
    ].map { text in Array(text.utf8) }

    /// The shortest text that is taken for an image by its beginning alone.
    static let shortest = EventJoiner.shortestApart

    /// How many of the first characters have to be of base64.
    private static let probe = 48

    /// Whether a text begins as the base64 of an image does, and goes on as base64.
    static func isImage(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= shortest, beginnings.contains(where: { beginning in text.starts(with: beginning) }) else {
            return false
        }
        return text.prefix(probe).allSatisfy { byte in
            Base64Alphabet.isMember[Int(byte)] || byte == UInt8(ascii: "\\") || byte.isWhiteSpace
                || byte == UInt8(ascii: "=")
        }
    }

    /// Whether a text may be base64 at all, as far as its beginning tells; the slightest damage does not count.
    static func mayBeBase64(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.prefix(probe)
        let strangers = head.count { byte in
            !Base64Alphabet.isMember[Int(byte)] && !byte.isWhiteSpace && byte != UInt8(ascii: "=")
                && byte != UInt8(ascii: "\\")
        }
        return head.count >= 4 && strangers * 16 <= head.count && !head.contains(UInt8(ascii: " "))
    }
}
