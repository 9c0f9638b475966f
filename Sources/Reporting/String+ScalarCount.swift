extension String {
    /// How many Unicode scalars there are: `unicodeScalars.count`, without walking from one to the next.
    var scalarCount: Int {
        guard !utf8Span.isKnownASCII else { return utf8.count }
        let bytes = utf8Span.span
        var count = 0
        // Each has one byte that continues none. No sum of bytes of a text overflows, and one that may is slow.
        for index in bytes.indices { count &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0 }
        return count
    }
}
