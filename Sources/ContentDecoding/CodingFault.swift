/// Why a layer cannot be removed to its end.
public struct CodingFault: Hashable, Sendable {
    /// The kinds of faults, by the identifiers that reports use.
    public enum Kind: String, Sendable {
        /// The data end too soon.
        case truncated

        /// The data are damaged.
        case corrupt

        /// The data do not begin as the coding does.
        case corruptHeader = "corrupt_header"

        /// The decoded data are not those that the checksum, or the size beside it, was made of.
        case checksum

        /// What should be a chunk is none.
        case badChunk = "bad_chunk"

        /// The format of the data is known, and not read.
        case unsupported

        /// The data need a dictionary that travels elsewhere.
        case dictionaryRequired = "dictionary_required"

        /// The data need more memory than they are given.
        case windowTooLarge = "window_too_large"

        /// More came out than was asked for, or more work than it is worth.
        case absoluteLimit = "limit:absolute"

        /// More came out than any honest body holds.
        case ratioLimit = "limit:ratio"
    }

    /// What kind it is.
    public var kind: Kind

    /// What was expected and what was found, in one sentence.
    public var message: String

    /// Creates a fault.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
