/// The rules of WebP; the clause of each stands behind it.
///
/// RFC 9649 unless another one is named
extension ImageRule {
    static let webPSize = ImageRule("WEBP-RIFF", .error, "RFC 9649 §2.4")
    static let webPCut = ImageRule("WEBP-TRUNC", .error, "RFC 9649 §2.3")
    static let webPPadding = ImageRule("WEBP-PAD", .warning, "RFC 9649 §2.3")
    static let webPFirst = ImageRule("WEBP-FIRST", .error, "RFC 9649 §2.5 to §2.7")
    static let webPLossy = ImageRule("WEBP-VP8", .error, "RFC 6386 §9.1")
    static let webPLossless = ImageRule("WEBP-VP8L", .error, "RFC 9649 §3.4")
    static let webPHeader = ImageRule("WEBP-VP8X", .error, "RFC 9649 §2.7")
    static let webPFlags = ImageRule("WEBP-FLAGS", .error, "RFC 9649 §2.7")
    static let webPDimensions = ImageRule("WEBP-DIM", .error, "RFC 9649 §2.7")
    static let webPFrame = ImageRule("WEBP-ANMF", .error, "RFC 9649 §2.7.1.1")
    static let webPUnknown = ImageRule("WEBP-UNKNOWN", .info, "RFC 9649 §2.7.1.6")
    static let webPNoImage = ImageRule("WEBP-NOIMAGE", .error, "RFC 9649 §2.7")
    static let webPTrailing = ImageRule("WEBP-TRAIL", .warning, "RFC 9649 §2.4")
}
