/// A format that is recognised and named, and not checked.
struct NamedFormat: ImageFormat {
    let id: ImageFormatID
    let mediaTypes: [String]
    let suffixes: [String]

    private let recognises: @Sendable (ArraySlice<UInt8>) -> Bool

    /// AVIF by its brands.
    ///
    /// AV1 Image File Format 1.1.0 §2
    static let avif = NamedFormat(.avif, ["image/avif"], ["avif"]) { bytes in
        isBoxed(bytes, brands: ["avif", "avis"])
    }

    /// Windows bitmap: the header's size field tells it from a text that begins with BM.
    static let bmp = NamedFormat(.bmp, ["image/bmp", "image/x-ms-bmp"], ["bmp"]) { bytes in
        bytes.count >= 18 && bytes.has("BM") && [12, 40, 52, 56, 64, 108, 124].contains(bytes.little32(14))
    }

    /// HEIC and HEIF by their brands.
    ///
    /// ISO/IEC 23008-12
    static let heic = NamedFormat(.heic, ["image/heic", "image/heif"], ["heic", "heif"]) { bytes in
        isBoxed(bytes, brands: ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"])
    }

    /// JPEG XL, bare or in boxes.
    ///
    /// ISO/IEC 18181-2
    static let jxl = NamedFormat(.jxl, ["image/jxl"], ["jxl"]) { bytes in
        bytes.starts(with: [0xFF, 0x0A])
            || bytes.starts(with: [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A])
    }

    /// PDF by its header.
    ///
    /// ISO 32000-2 §7.5.2
    static let pdf = NamedFormat(.pdf, ["application/pdf"], ["pdf"]) { bytes in bytes.has("%PDF-") }

    /// SVG by its outermost element.
    ///
    /// SVG 2 §5
    static let svg = NamedFormat(.svg, ["image/svg+xml"], ["svg"]) { bytes in isSVG(bytes) }

    /// TIFF in either order of bytes.
    ///
    /// TIFF 6.0 §2
    static let tiff = NamedFormat(.tiff, ["image/tiff"], ["tif", "tiff"]) { bytes in
        bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
    }

    private init(
        _ id: ImageFormatID, _ mediaTypes: [String], _ suffixes: [String],
        recognises: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
    ) {
        self.id = id
        self.mediaTypes = mediaTypes
        self.suffixes = suffixes
        self.recognises = recognises
    }

    func claims(_ bytes: ArraySlice<UInt8>) -> Bool { recognises(bytes) }

    func validate(_ bytes: ArraySlice<UInt8>, options: ImageValidationOptions) -> ImageReport {
        var report = ImageReport(format: id, byteCount: bytes.count)
        var log = DefectLog(options)
        log.add(.namedOnly, expected: "GIF, JPEG, PNG or WebP", found: "\(id.name), which is named and not checked")
        report.defects = log.defects
        return report
    }

    /// Whether bytes begin with a box `ftyp` of one of these brands.
    ///
    /// ISO/IEC 14496-12 §4.3
    private static func isBoxed(_ bytes: ArraySlice<UInt8>, brands: [String]) -> Bool {
        bytes.has("ftyp", at: 4) && brands.contains { brand in bytes.has(brand, at: 8) }
    }

    /// Whether bytes begin with the element `svg`, behind what XML allows before it.
    private static func isSVG(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
        let text = head.drop { character in character.isWhitespace || character == "\u{FEFF}" }
        if text.hasPrefix("<svg") { return true }
        guard text.hasPrefix("<?xml") || text.hasPrefix("<!--") || text.hasPrefix("<!DOCTYPE svg") else { return false }
        return text.contains("<svg")
    }
}
