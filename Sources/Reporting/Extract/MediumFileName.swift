internal import ByteCoding
internal import ImageValidation
internal import MediaFinding

/// The name of a file that a medium is extracted to: `003-model-7f3a91c2.png`.
///
/// Nothing of it comes from the capture but what is chosen from lists that stand here: not the role as captured, not a
/// file name, not a declared type.
struct MediumFileName {
    /// The name.
    let text: String

    /// The roles that a name may say.
    private static let roles: Set<String> = ["assistant", "developer", "function", "model", "system", "tool", "user"]

    /// How many digits of the digest are enough to tell files apart that do not want to be alike.
    private static let digestLength = 8

    /// Names a medium.
    ///
    /// - Parameters:
    ///   - medium: the medium.
    ///   - number: its number.
    ///   - digest: the digest of its bytes in hexadecimal.
    ///   - isWhole: whether all of the digest is said, as for one that has the beginning of another's.
    init(of medium: EmbeddedMedium, number: Int, digest: String, isWhole: Bool = false) {
        let role = medium.part?.role.flatMap { role in MediumFileName.roles.contains(role) ? role : nil }
        let digits = String(repeating: "0", count: max(0, 3 - String(number).utf8.count)) + String(number)
        let sum = isWhole ? digest[...] : digest.prefix(MediumFileName.digestLength)
        let suffix = MediumFileName.suffix(of: medium)
        text = "\(digits)-\(role ?? (medium.isAnswer ? "response" : "request"))-\(sum).\(suffix)"
    }

    /// The suffix, by the first bytes alone.
    private static func suffix(of medium: EmbeddedMedium) -> String {
        guard let bytes = medium.bytes else { return "bin" }
        // A browser that opens a drawing by its own suffix runs the programs in it.
        if medium.format == .svg { return "txt" }
        if let format = ImageFormatCatalog.format(of: bytes[...]) { return format.suffixes.first ?? "bin" }
        if let known = magics.first(where: { known in bytes.dropFirst(known.offset).starts(with: known.magic) }) {
            return known.suffix
        }
        return bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WAVE".utf8) ? "wav" : "bin"
    }

    private static let magics: [(suffix: String, offset: Int, magic: [UInt8])] = [
        ("mp3", 0, Array("ID3".utf8)), ("mp3", 0, [0xFF, 0xFB]), ("mp3", 0, [0xFF, 0xF3]),
        ("ogg", 0, Array("OggS".utf8)),
        ("flac", 0, Array("fLaC".utf8)), ("mp4", 4, Array("ftyp".utf8)), ("webm", 0, [0x1A, 0x45, 0xDF, 0xA3]),
        ("zip", 0, [0x50, 0x4B, 3, 4]),
    ]
}
