/// What the chunks of an image say of its colours; where several speak, they should agree.
///
/// PNG, 3rd edition, §11.3.2
struct ColorStatements {
    /// The chunk `sRGB`.
    var standardRGB: PNGChunk?

    /// The chunk `iCCP`.
    var profile: PNGChunk?

    /// The chunk `gAMA`, and its number.
    var gamma: (chunk: PNGChunk, value: Int)?

    /// The chunk `cHRM`, and its numbers.
    var chromaticities: (chunk: PNGChunk, values: [Int])?

    /// The chunk `mDCV`.
    var mastering: PNGChunk?

    /// The chunk `cICP`.
    var codePoints: PNGChunk?

    /// What `gAMA` has to say beside `sRGB`. §11.3.2.5
    fileprivate static let standardGamma = 45455

    /// What `cHRM` has to say beside `sRGB`. §11.3.2.5
    private static let standardChromaticities = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000]
}

extension PNGReading {
    /// Tells where what is said of colour does not agree.
    mutating func compareColors() {
        if let standard = colors.standardRGB {
            if colors.profile != nil {
                tell(.colorBoth, standard, expected: "sRGB or iCCP", found: "both")
            }
            if let gamma = colors.gamma, abs(gamma.value - ColorStatements.standardGamma) > 1 {
                tell(
                    .colorGamma, gamma.chunk, expected: "a gamma of \(ColorStatements.standardGamma) beside sRGB",
                    found: "\(gamma.value)")
            }
            if let stated = colors.chromaticities, !ColorStatements.isStandard(stated.values) {
                tell(
                    .colorChromaticities, stated.chunk, expected: "the chromaticities of sRGB beside sRGB",
                    found: stated.values.map(String.init).joined(separator: " "))
            }
        }
        if let mastering = colors.mastering, colors.codePoints == nil {
            tell(.masteringAlone, mastering, expected: "cICP beside mDCV", found: "none")
        }
    }
}

extension ColorStatements {
    /// Whether chromaticities are those of sRGB, rounded one way or the other.
    fileprivate static func isStandard(_ values: [Int]) -> Bool {
        zip(values, standardChromaticities).allSatisfy { value, standard in abs(value - standard) <= 1 }
    }
}
