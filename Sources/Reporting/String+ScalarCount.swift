extension String {
    /// How many Unicode scalars there are: `unicodeScalars.count`, without walking from one to the next.
    var scalarCount: Int {
        let bytes = utf8Span.span
        var count = 0
        // Each has one byte that continues none.
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
