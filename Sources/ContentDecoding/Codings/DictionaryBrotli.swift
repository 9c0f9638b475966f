/// The coding `dcb`: brotli with a dictionary that the client has from an earlier response.
///
/// RFC 9842 §4
public struct DictionaryBrotli: ContentCoding {
    /// The name `dcb`.
    public let name = "dcb"

    /// What the data begin with; the hash of the dictionary follows.
    public let magics: [[UInt8]] = [[0xFF, 0x44, 0x43, 0x42]]

    /// Creates the coding.
    public init() {}

    /// A decoder that tells which dictionary is missing.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        MissingDictionaryDecoder(name: name, magicSize: 4)
    }
}
