internal import ByteCoding

/// What stands behind the end of an image.
///
/// PNG, 3rd edition, §13.3
struct TrailingData: CustomStringConvertible {
    /// In words, to stand behind "found".
    let description: String

    /// Looks at bytes that are not empty.
    init(_ bytes: ArraySlice<UInt8>) {
        description = "\(bytes.count) bytes" + TrailingData.kind(of: bytes)
    }

    private static func kind(of bytes: ArraySlice<UInt8>) -> String {
        if bytes.allSatisfy({ byte in byte == 0 }) { return ", all zero" }
        if bytes.starts(with: PNGSignature.bytes) { return ", another PNG" }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return ", a zip archive" }
        if let format = ImageFormatCatalog.format(of: bytes) { return ", an image in the format \(format.id)" }
        // The end of the longer file that a shorter one was written over. CVE-2023-21036
        let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
        if bytes.suffix(end.count).elementsEqual(end) {
            return ", the end of another PNG: what a crop was to remove may be readable in it (CVE-2023-21036)"
        }
        let isText = bytes.allSatisfy { byte in byte >= 0x20 && byte != 0x7F || byte.isWhiteSpace }
        if isText, String(strictlyDecodingUTF8: bytes) != nil { return ", a text" }
        return ", beginning with \(bytes.hexadecimal(8))"
    }
}
