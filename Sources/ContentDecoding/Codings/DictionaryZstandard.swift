/// The coding `dcz`: zstd with a dictionary that the client has from an earlier response.
///
/// RFC 9842 §5
public struct DictionaryZstandard: ContentCoding {
    /// The name `dcz`.
    public let name = "dcz"

    /// A skippable frame that holds the hash of the dictionary.
    public let magics: [[UInt8]] = [[0x5E, 0x2A, 0x4D, 0x18, 0x20, 0x00, 0x00, 0x00]]

    /// Creates the coding.
    public init() {}

    /// A decoder that tells which dictionary is missing.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        MissingDictionaryDecoder(name: name, magicSize: 8)
    }
}
