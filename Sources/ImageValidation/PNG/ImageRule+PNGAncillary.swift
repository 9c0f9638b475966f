/// The rules of what stands in a PNG's ancillary chunks.
///
/// PNG, 3rd edition; the clause of each rule stands behind it.
extension ImageRule {
    // MARK: Transparency and colour

    static let transparencyAlpha = ImageRule("tRNS-ALPHA", .error, "11.3.1.1")
    static let transparencyLength = ImageRule("tRNS-LEN", .error, "11.3.1.1")
    static let transparencyMany = ImageRule("tRNS-MANY", .error, "11.3.1.1")
    static let transparencyRange = ImageRule("tRNS-RANGE", .warning, "11.3.1.1")
    static let chromaticitiesLength = ImageRule("cHRM-LEN", .error, "11.3.2.1")
    static let chromaticitiesOdd = ImageRule("cHRM-ODD", .warning, "11.3.2.1")
    static let chromaticitiesNegative = ImageRule("cHRM-NEG", .warning, "11.3.2.1")
    static let gammaLength = ImageRule("gAMA-LEN", .error, "11.3.2.2")
    static let gammaZero = ImageRule("gAMA-ZERO", .warning, "11.3.2.2")
    static let gammaBig = ImageRule("gAMA-BIG", .error, "7.1")
    static let gammaOdd = ImageRule("gAMA-ODD", .warning, "11.3.2.2")
    static let profileNul = ImageRule("iCCP-NUL", .error, "11.3.2.3")
    static let profileLength = ImageRule("iCCP-LEN", .error, "11.3.2.3")
    static let profileMethod = ImageRule("iCCP-CM", .error, "11.3.2.3")
    static let profileHeader = ImageRule("iCCP-ICC", .warning, "11.3.2.3, ICC.1")
    static let profileSpace = ImageRule("iCCP-SPACE", .error, "11.3.2.3")
    static let significantBitsLength = ImageRule("sBIT-LEN", .error, "11.3.2.4")
    static let significantBitsRange = ImageRule("sBIT-RANGE", .error, "11.3.2.4")
    static let standardRGBLength = ImageRule("sRGB-LEN", .error, "11.3.2.5")
    static let standardRGBIntent = ImageRule("sRGB-INTENT", .error, "11.3.2.5")
    static let colorBoth = ImageRule("CLR-BOTH", .warning, "11.3.2.5")
    static let colorGamma = ImageRule("CLR-GAMA", .warning, "11.3.2.5")
    static let colorChromaticities = ImageRule("CLR-CHRM", .warning, "11.3.2.5")
    static let codePointsLength = ImageRule("cICP-LEN", .error, "11.3.2.6")
    static let codePointsMatrix = ImageRule("cICP-MATRIX", .error, "11.3.2.6")
    static let codePointsRange = ImageRule("cICP-RANGE", .error, "11.3.2.6")
    static let codePointsReserved = ImageRule("cICP-RESV", .warning, "11.3.2.6, H.273")
    static let masteringLength = ImageRule("mDCV-LEN", .error, "11.3.2.7")
    static let masteringLuminance = ImageRule("mDCV-LUM", .warning, "11.3.2.7")
    static let masteringAlone = ImageRule("mDCV-NOCICP", .warning, "11.3.2.7")
    static let lightLevelLength = ImageRule("cLLI-LEN", .error, "11.3.2.8")
    static let lightLevelOrder = ImageRule("cLLI-ORDER", .warning, "11.3.2.8")

    // MARK: Text

    static let textNul = ImageRule("TXT-NUL", .error, "11.3.3.2")
    static let textNulInside = ImageRule("TXT-NULIN", .error, "11.3.3.2")
    static let textControl = ImageRule("TXT-CTRL", .warning, "13.3, 13.7")
    static let textIsUTF8 = ImageRule("TXT-ISUTF8", .warning, "11.3.3.2")
    static let textReturn = ImageRule("TXT-CR", .info, "11.3.3.2")
    static let textShort = ImageRule("TXT-SHORT", .error, "11.3.3.3, 11.3.3.4")
    static let textMethod = ImageRule("TXT-CM", .error, "11.3.3.3")
    static let textMethodUnused = ImageRule("TXT-CM0", .warning, "11.3.3.4")
    static let textFlag = ImageRule("TXT-FLAG", .error, "11.3.3.4")
    static let textLanguage = ImageRule("TXT-LANG", .warning, "11.3.3.4")
    static let textUTF8 = ImageRule("TXT-UTF8", .error, "11.3.3.4")

    // MARK: The others

    static let backgroundLength = ImageRule("bKGD-LEN", .error, "11.3.4.1")
    static let backgroundIndex = ImageRule("bKGD-INDEX", .error, "11.3.4.1")
    static let backgroundRange = ImageRule("bKGD-RANGE", .warning, "11.3.4.1")
    static let histogramNoPalette = ImageRule("hIST-NOPLTE", .error, "11.3.4.2")
    static let histogramLength = ImageRule("hIST-LEN", .error, "11.3.4.2")
    static let dimensionsLength = ImageRule("pHYs-LEN", .error, "11.3.4.3")
    static let dimensionsUnit = ImageRule("pHYs-UNIT", .error, "11.3.4.3")
    static let dimensionsZero = ImageRule("pHYs-ZERO", .warning, "11.3.4.3")
    static let dimensionsBig = ImageRule("pHYs-BIG", .error, "7.1")
    static let suggestedNul = ImageRule("sPLT-NUL", .error, "11.3.4.4")
    static let suggestedDepth = ImageRule("sPLT-DEPTH", .error, "11.3.4.4")
    static let suggestedLength = ImageRule("sPLT-LEN", .error, "11.3.4.4")
    static let suggestedSort = ImageRule("sPLT-SORT", .error, "11.3.4.4")
    static let suggestedDuplicate = ImageRule("sPLT-DUP", .error, "11.3.4.4")
    static let exifHeader = ImageRule("eXIf-HDR", .error, "11.3.4.5")
    static let exifDirectory = ImageRule("eXIf-IFD", .warning, "11.3.4.5, 13.3")
    static let timeLength = ImageRule("tIME-LEN", .error, "11.3.5.1")
    static let timeRange = ImageRule("tIME-RANGE", .error, "11.3.5.1")
    static let timeDate = ImageRule("tIME-DATE", .warning, "the calendar")
    static let credentialsOrder = ImageRule("caBX-ORDER", .warning, "C2PA 2.2 §A.3.2")
    static let credentialsBox = ImageRule("caBX-JUMBF", .warning, "C2PA 2.2 §A.3.2")
    static let extensionLength = ImageRule("EXT-LEN", .warning, "PNG extensions")
    static let extensionValue = ImageRule("EXT-VALUE", .warning, "PNG extensions")

    // MARK: Keywords and names

    static func keywordLength(_ prefix: String) -> ImageRule { ImageRule(prefix + "-KEYLEN", .error, "11.3.3.1") }
    static func keywordCharacter(_ prefix: String) -> ImageRule { ImageRule(prefix + "-KEYCHAR", .error, "11.3.3.1") }
    static func keywordSpace(_ prefix: String) -> ImageRule { ImageRule(prefix + "-KEYSPACE", .error, "11.3.3.1") }
}
