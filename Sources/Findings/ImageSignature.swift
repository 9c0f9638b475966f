/// What the first bytes of a file say that it is.
///
/// WHATWG MIME Sniffing §6
enum ImageSignature {
    /// The media type of bytes by what they begin with; nil where they begin like nothing that is known here.
    static func mediaType(of bytes: some Collection<UInt8>) -> String? {
        let head = Array(bytes.prefix(16))
        for (type, offset, magic) in magics where head.count >= offset + magic.count {
            guard head[offset..<offset + magic.count].elementsEqual(magic) else { continue }
            if type == "image/webp", !head.starts(with: "RIFF".utf8) { continue }
            return type
        }
        return nil
    }

    private static let magics: [(type: String, offset: Int, magic: [UInt8])] = [
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/gif", 0, Array("GIF8".utf8)),
        ("image/webp", 8, Array("WEBP".utf8)),
        ("image/bmp", 0, Array("BM".utf8)),
        ("image/avif", 4, Array("ftypavif".utf8)),
        ("image/heic", 4, Array("ftypheic".utf8)),
        ("application/pdf", 0, Array("%PDF-".utf8)),
    ]
}
