/// The formats of images that are known.
public enum ImageFormatCatalog {
    /// Every format, by name.
    public static let all: [any ImageFormat] = [
        NamedFormat.avif, NamedFormat.bmp, GIFFormat(), NamedFormat.heic, JPEGFormat(), NamedFormat.jxl,
        NamedFormat.pdf, PNGFormat(), NamedFormat.svg, NamedFormat.tiff, WebPFormat(),
    ]

    /// The format of a name; nil for a name that is not known.
    public static func format(_ id: ImageFormatID) -> (any ImageFormat)? {
        all.first { format in format.id == id }
    }

    /// The format that bytes begin as; nil where they begin as none.
    public static func format(of bytes: ArraySlice<UInt8>) -> (any ImageFormat)? {
        all.first { format in format.claims(bytes) }
    }

    /// The format of a media type, in any case and without parameters; nil for one that is not known.
    public static func format(mediaType: String) -> (any ImageFormat)? {
        let essence = mediaType.prefix { character in character != ";" }.lowercased()
        let name = essence.split(separator: " ").first.map(String.init) ?? ""
        return all.first { format in format.mediaTypes.contains(name) }
    }

    /// The format that a file's name says; nil where it says none.
    public static func format(fileName: String) -> (any ImageFormat)? {
        guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let suffix = fileName[fileName.utf8.index(after: dot)...].lowercased()
        return all.first { format in format.suffixes.contains(suffix) }
    }
}
