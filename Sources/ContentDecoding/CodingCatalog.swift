/// The codings that are known.
public enum CodingCatalog {
    /// Every coding, by name.
    public static let all: [any ContentCoding] = [
        Brotli(), Chunked(), DictionaryBrotli(), DictionaryZstandard(), Deflate(), Gzip(), Zstandard(),
    ]

    /// The coding of a name, compared without case; nil when there is none.
    public static func coding(named name: String) -> (any ContentCoding)? {
        let name = name.lowercased()
        return all.first { coding in coding.name == name || coding.aliases.contains(name) }
    }

    /// The coding that data are under by their first bytes, or nil where those tell none.
    ///
    /// Those with a dictionary come first: their data begin as a skippable frame of zstd does.
    public static func coding(claiming head: ArraySlice<UInt8>) -> (any ContentCoding)? {
        let claims = all.filter { coding in coding.claims(head) }
        return claims.max { left, right in longestMagic(of: left) < longestMagic(of: right) }
    }

    private static func longestMagic(of coding: any ContentCoding) -> Int {
        coding.magics.map(\.count).max() ?? 0
    }
}
