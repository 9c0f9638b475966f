/// The name of an image format, as reports show it.
public struct ImageFormatID: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The name.
    public let rawValue: String

    /// Takes a name, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }

    /// The name in prose: `PNG`, `WebP`.
    public var name: String {
        switch self {
        case .webp: "WebP"
        case .jxl: "JPEG XL"
        default: rawValue.uppercased()
        }
    }

    /// AV1 Image File Format.
    public static let avif = ImageFormatID(rawValue: "avif")

    /// Windows bitmap.
    public static let bmp = ImageFormatID(rawValue: "bmp")

    /// Graphics Interchange Format.
    public static let gif = ImageFormatID(rawValue: "gif")

    /// High Efficiency Image File Format with HEVC.
    public static let heic = ImageFormatID(rawValue: "heic")

    /// JPEG.
    public static let jpeg = ImageFormatID(rawValue: "jpeg")

    /// JPEG XL.
    public static let jxl = ImageFormatID(rawValue: "jxl")

    /// Portable Document Format.
    public static let pdf = ImageFormatID(rawValue: "pdf")

    /// Portable network graphics.
    public static let png = ImageFormatID(rawValue: "png")

    /// Scalable vector graphics.
    public static let svg = ImageFormatID(rawValue: "svg")

    /// Tagged Image File Format.
    public static let tiff = ImageFormatID(rawValue: "tiff")

    /// WebP.
    public static let webp = ImageFormatID(rawValue: "webp")
}
