internal import ByteCoding

/// What stands behind the brace that ends an archive.
extension HTTPArchiveReader {
    /// Goes into the object behind the archive, whose entries are numbered on, and says whether there is one.
    ///
    /// Archives that were put one behind the other are told, the first of them, and so is anything else but the end of a call or a fence around one.
    mutating func entersFurtherArchive(in window: inout CaptureWindow) throws(CaptureError) -> Bool {
        guard let first = try window.nextJSONByte(), !");`".utf8.contains(first) else { return false }
        let isObject = first == UInt8(ascii: "{")
        // Each may be no longer than its braces.
        guard !isObject || !hasFurtherArchive else { return enter(&window) }
        hasFurtherArchive = isObject
        report(
            isObject ? "further-archive" : "trailing-content", expected: "the end of the capture", found: first,
            isObject
                ? "the entries of what follows are read too; put each archive in a file of its own"
                : "what follows is left out", window)
        return isObject ? enter(&window) : false
    }

    /// Goes behind the brace that opens an archive.
    private mutating func enter(_ window: inout CaptureWindow) -> Bool {
        window.skip(1)
        level = .root
        isBehindValue = false
        return true
    }
}
