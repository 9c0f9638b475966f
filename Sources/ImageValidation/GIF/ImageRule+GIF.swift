/// The rules of GIF; the clause of each stands behind it.
///
/// GIF89a Specification
extension ImageRule {
    static let gifCut = ImageRule("GIF-TRUNC", .error, "GIF89a §12")
    static let gifScreen = ImageRule("GIF-SCREEN", .warning, "GIF89a §18")
    static let gifBlock = ImageRule("GIF-BLOCK", .error, "GIF89a §12")
    static let gifLabel = ImageRule("GIF-EXT", .warning, "GIF89a §23 to §26")
    static let gifVersion = ImageRule("GIF-VERSION", .warning, "GIF89a §17")
    static let gifFrame = ImageRule("GIF-BOUNDS", .error, "GIF89a §20")
    static let gifFrameZero = ImageRule("GIF-DIM", .error, "GIF89a §20")
    static let gifTable = ImageRule("GIF-TABLE", .warning, "GIF89a §19, §21")
    static let gifCode = ImageRule("GIF-CODE", .error, "GIF89a §22")
    static let gifNoImage = ImageRule("GIF-NOIMAGE", .error, "GIF89a §20")
    static let gifNoEnd = ImageRule("GIF-NOTRAILER", .error, "GIF89a §27")
    static let gifTrailing = ImageRule("GIF-TRAIL", .warning, "GIF89a §27")
}
