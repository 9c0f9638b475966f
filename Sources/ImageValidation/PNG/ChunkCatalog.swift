/// The types of chunks that are registered, or known.
///
/// PNG, 3rd edition, §5.6, §11; Extensions to the PNG Specification, 1.5.0
enum ChunkCatalog {
    /// Every type, by name as ASCII orders it.
    static let all: [ChunkDescriptor] = [
        .appleCrushed, .imageData, .imageEnd, .imageHeader, .palette, .animationControl, .background,
        .contentCredentials,
        .chromaticities, .codePoints, .contentLightLevel, .signature, .exif, .frameControl, .frameData, .fractal,
        .gamma,
        .gifControl, .gifPlainText, .gifApplication, .histogram, .profile, .internationalText, .masteringDisplay,
        .offset, .calibration, .physicalDimensions, .significantBits, .physicalScale, .suggestedPalette, .standardRGB,
        .stereo, .text, .time, .transparency, .compressedText,
    ]

    /// Public types that programs write without a registration, and who does.
    static let unregistered: [ChunkType: String] = ["iDOT": "written by Apple's software"]

    /// Private types that are met often, and what they are.
    static let privateTypes: [ChunkType: String] = [
        "cpIp": "Corel Photo-Paint", "mkBF": "Adobe Fireworks", "mkBS": "Adobe Fireworks", "mkBT": "Adobe Fireworks",
        "mkTS": "Adobe Fireworks", "npOl": "an optical path of Android", "npTc": "a nine-patch of Android",
        "prVW": "a preview of Adobe Fireworks", "vpAg": "the virtual page of ImageMagick",
    ]

    /// By type.
    static let byType = Dictionary(uniqueKeysWithValues: all.map { descriptor in (descriptor.type, descriptor) })
}
