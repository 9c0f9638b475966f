/// The first eight bytes of a PNG, and what became of them.
///
/// PNG, 3rd edition, §5.2
struct PNGSignature {
    /// The bytes, made so that each common way of damage shows.
    static let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// How far into the bytes a signature is looked for.
    private static let searchedSize = 1 << 16

    /// The rule that is broken; nil where the signature is sound.
    let rule: ImageRule?

    /// What was found, in words.
    let found: String

    /// Where the chunks begin; nil where there is no way to tell.
    let chunks: Int?

    /// Whether the bytes are those of a PNG that was damaged on its way.
    var isDamaged: Bool { rule != nil && rule != .signatureBad && rule != .signatureOfOther }

    /// Ways of damage: the rule, what the bytes begin with instead, and how that comes about.
    private static let damages: [(rule: ImageRule, bytes: [UInt8], found: String)] = [
        (
            .signatureLineEnds, [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A],
            "one whose CRLF became LF: the file went through a transfer in text mode, and every CRLF in it was damaged"
        ),
        (
            .signatureLineEnds, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0D, 0x0A, 0x1A, 0x0D, 0x0A],
            "one whose LF became CRLF: the file went through a transfer in text mode, and every LF in it was damaged"
        ),
        (
            .signatureLineEnds, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0D, 0x1A, 0x0D],
            "one whose LF became CR: the file went through a transfer in text mode, and every LF in it was damaged"
        ),
        (
            .signatureLineEnds, [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x0A, 0x1A, 0x0A],
            "one whose CR became LF: the file went through a transfer in text mode, and every CR in it was damaged"
        ),
        (
            .signatureSevenBit, [0x09, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            "one without its high bit: the file went through a channel of seven bits, which damaged all of it"
        ),
        (
            .signatureUTF8, [0xC2, 0x89, 0x50, 0x4E, 0x47],
            "one in UTF-8: the bytes were read as Latin-1 and written as UTF-8; reading UTF-8 and writing Latin-1 mends it"
        ),
        (
            .signatureUTF8, [0xEF, 0xBF, 0xBD, 0x50, 0x4E, 0x47],
            "one with U+FFFD: the bytes were read as text, and those that are none were replaced; they are lost"
        ),
        (
            .signatureEndOfFile, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x0A],
            "one without its byte 1A, which some systems take for the end of a text"
        ),
        (.signatureLost, [0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "one without its first byte"),
        (.signatureBase64, Array("iVBORw0KGgo".utf8), "base64 of one: the image was encoded twice, or not decoded"),
        (.signatureMNG, [0x8A, 0x4D, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "that of MNG"),
        (.signatureMNG, [0x8B, 0x4A, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "that of JNG"),
    ]

    /// Looks at the first bytes.
    init(of image: ArraySlice<UInt8>) {
        if image.starts(with: PNGSignature.bytes) {
            self.init(nil, "", chunks: PNGSignature.bytes.count)
        } else if image.isEmpty {
            self.init(.signatureEmpty, "no bytes")
        } else if image.count < PNGSignature.bytes.count, PNGSignature.bytes.starts(with: image) {
            self.init(.signatureShort, "its first \(image.count) of 8 bytes")
        } else if let damage = PNGSignature.damages.first(where: { damage in image.starts(with: damage.bytes) }) {
            self.init(damage.rule, damage.found)
        } else if let offset = PNGSignature.offset(in: image) {
            let lead = image.prefix(offset).hexadecimal()
            self.init(
                .signatureLead, "it behind \(offset) bytes that begin with \(lead)",
                chunks: offset + PNGSignature.bytes.count)
        } else {
            let other = ForeignContent(image)
            self.init(other.isKnown ? .signatureOfOther : .signatureBad, other.description)
        }
    }

    private init(_ rule: ImageRule?, _ found: String, chunks: Int? = nil) {
        self.rule = rule
        self.found = found
        self.chunks = chunks
    }

    /// Where a signature stands behind other bytes.
    static func offset(in image: ArraySlice<UInt8>) -> Int? {
        let searched = image.prefix(searchedSize)
        guard let last = searched.indices.dropLast(bytes.count - 1).last else { return nil }
        var index = searched.startIndex
        while index <= last, let start = searched[index...last].firstIndex(of: bytes[0]) {
            if searched[start...].starts(with: bytes) { return start - searched.startIndex }
            index = start + 1
        }
        return nil
    }
}
