/// A word of a command line with its quotes and escapes removed.
struct ShellWord: Sendable {
    /// Its bytes, with their places.
    var bytes = GatheredBytes()

    /// Where it begins in the capture, with the quote.
    var place: Place

    /// Its text; bytes that are no UTF-8 are replaced by U+FFFD.
    var text: String { String(decoding: bytes.bytes, as: UTF8.self) }

    /// The word without its first bytes.
    func dropping(_ count: Int) -> ShellWord {
        var rest = ShellWord(place: place)
        rest.bytes = bytes.dropping(count)
        return rest
    }
}
