/// One of the codings that lie around a body, by its name; the catalogue of codings is open, and so is this.
///
/// RFC 9110 §8.4.1, RFC 9112 §7
public struct BodyLayer: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name in lower case: `gzip`.
    public let rawValue: String

    /// Creates a layer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name itself.
    public var description: String { rawValue }

    /// Base64. RFC 4648 §4
    public static let base64 = BodyLayer(rawValue: "base64")

    /// Chunks. RFC 9112 §7.1
    public static let chunked = BodyLayer(rawValue: "chunked")

    /// Gzip. RFC 1952
    public static let gzip = BodyLayer(rawValue: "gzip")

    /// Deflate in the zlib format, or without it. RFC 1950, RFC 1951
    public static let deflate = BodyLayer(rawValue: "deflate")

    /// Brotli. RFC 7932
    public static let brotli = BodyLayer(rawValue: "br")

    /// Zstandard. RFC 8878
    public static let zstandard = BodyLayer(rawValue: "zstd")
}
