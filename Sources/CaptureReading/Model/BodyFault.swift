/// Why a body could not be decoded to its end; what came before is in the body's bytes.
public struct BodyFault: Hashable, Sendable {
    /// The kinds of faults, by the identifiers in reports.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// The identifier: `truncated`.
        public let rawValue: String

        /// Creates a kind.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    /// What kind it is.
    public var kind: Kind

    /// What was expected, what was found, and what to do, in one sentence.
    public var message: String

    /// The offset of the first byte that could not be used, in the bytes that the layer was removed from; nil where
    /// no byte is at fault.
    public var offset: Int?

    /// The layer that could not be removed whole; nil where it happened outside any.
    public var layer: BodyLayer?

    /// Creates a fault.
    public init(_ kind: Kind, _ message: String, offset: Int? = nil, layer: BodyLayer? = nil) {
        self.kind = kind
        self.message = message
        self.offset = offset
        self.layer = layer
    }
}

extension BodyFault {
    /// The fault of content that is larger than was asked for.
    public static func tooLarge(limit: Int) -> BodyFault {
        BodyFault(.absoluteLimit, "expected no more than \(limit) bytes, found more; stopped there", offset: limit)
    }
}

extension BodyFault.Kind {
    /// The data end too soon.
    public static let truncated = Self(rawValue: "truncated")

    /// The data are damaged.
    public static let corrupt = Self(rawValue: "corrupt")

    /// The data do not begin as the coding does.
    public static let corruptHeader = Self(rawValue: "corrupt_header")

    /// The data are not those that the checksum, or the size beside it, was made of.
    public static let checksum = Self(rawValue: "checksum")

    /// What should be a chunk is none.
    public static let badChunk = Self(rawValue: "bad_chunk")

    /// The coding is none that is known.
    public static let unknownCoding = Self(rawValue: "unknown_coding")

    /// The coding is known and not read.
    public static let unsupported = Self(rawValue: "unsupported")

    /// The data need a dictionary that the capture does not hold.
    public static let dictionaryRequired = Self(rawValue: "dictionary_required")

    /// The data need more memory than is given to one body.
    public static let windowTooLarge = Self(rawValue: "window_too_large")

    /// There are more layers than anybody uses.
    public static let tooManyCodings = Self(rawValue: "too_many_codings")

    /// The capture says that there was a body, and has none.
    public static let bodyMissing = Self(rawValue: "body_missing")

    /// A tool read coded bytes as text, and what was coded is lost.
    public static let mangledText = Self(rawValue: "mangled_text")

    /// The decoded body is larger than was asked for.
    public static let absoluteLimit = Self(rawValue: "limit:absolute")

    /// The decoded body is so much larger than the captured one that it must be meant to do harm.
    public static let ratioLimit = Self(rawValue: "limit:ratio")
}
