/// The rules of a PNG datastream as a whole: signature, chunks, order, header, palette, image data.
///
/// PNG, 3rd edition; the clause of each rule stands behind it.
extension ImageRule {
    // MARK: Signature

    static let signatureEmpty = ImageRule("SIG-EMPTY", .error, "5.2")
    static let signatureShort = ImageRule("SIG-SHORT", .error, "5.2")
    static let signatureLineEnds = ImageRule("SIG-CRLF", .error, "5.2, 13.1")
    static let signatureSevenBit = ImageRule("SIG-7BIT", .error, "5.2")
    static let signatureUTF8 = ImageRule("SIG-UTF8", .error, "5.2")
    static let signatureEndOfFile = ImageRule("SIG-EOFCHAR", .error, "5.2")
    static let signatureLost = ImageRule("SIG-LOST", .error, "5.2")
    static let signatureLead = ImageRule("SIG-LEAD", .error, "5.2")
    static let signatureBase64 = ImageRule("SIG-B64", .error, "RFC 4648 §4")
    static let signatureMNG = ImageRule("SIG-MNG", .error, "MNG 1.0 §3")
    static let signatureOfOther = ImageRule("SIG-OTHER", .error, "RFC 9110 §8.3")
    static let signatureBad = ImageRule("SIG-BAD", .error, "5.2")

    // MARK: Chunks

    static let chunkCut = ImageRule("CHK-TRUNC", .error, "5.3, 13.1")
    static let chunkLength = ImageRule("CHK-LEN31", .error, "5.3")
    static let chunkType = ImageRule("CHK-TYPE", .error, "5.3")
    static let chunkReserved = ImageRule("CHK-RESV", .error, "5.4")
    static let chunkChecksum = ImageRule("CHK-CRC", .error, "5.5, 13.1")
    static let ancillaryChecksum = ImageRule("CHK-CRCA", .error, "5.5, 13.1")
    static let unknownCritical = ImageRule("CHK-UNKCRIT", .error, "5.4, 13.2")
    static let unknownPublic = ImageRule("CHK-UNKPUB", .warning, "5.4, 14.1")
    static let privateChunk = ImageRule("CHK-PRIV", .info, "5.4")
    static let appleCrushed = ImageRule("CHK-CGBI", .error, "Apple's extension")

    // MARK: Order

    static let orderFirst = ImageRule("ORD-IHDR1", .error, "5.6")
    static let orderDuplicate = ImageRule("ORD-DUP", .error, "5.6")
    static let orderNoImageData = ImageRule("ORD-NOIDAT", .error, "11.2")
    static let orderNoEnd = ImageRule("ORD-NOIEND", .error, "5.6")
    static let orderSplitImageData = ImageRule("ORD-IDAT", .error, "5.6, 11.2.3")
    static let orderLatePalette = ImageRule("ORD-PLTE", .error, "5.6")
    static let orderBeforePalette = ImageRule("ORD-PREPLTE", .error, "5.6")
    static let orderAfterPalette = ImageRule("ORD-POSTPLTE", .error, "5.6")
    static let orderBeforeImageData = ImageRule("ORD-PREIDAT", .error, "5.6")
    static let orderExif = ImageRule("ORD-EXIF", .warning, "5.6")
    static let trailing = ImageRule("TRAIL", .warning, "13.3")
    static let endLength = ImageRule("IEND-LEN", .error, "11.2.4")

    // MARK: Header

    static let headerLength = ImageRule("IHDR-LEN", .error, "11.2.1, 13.2")
    static let headerZero = ImageRule("IHDR-ZERO", .error, "11.2.1")
    static let headerSize = ImageRule("IHDR-DIM31", .error, "7.1, 11.2.1")
    static let headerColor = ImageRule("IHDR-CT", .error, "11.2.1")
    static let headerDepth = ImageRule("IHDR-BD", .error, "11.2.1")
    static let headerCompression = ImageRule("IHDR-CM", .error, "11.2.1")
    static let headerFilter = ImageRule("IHDR-FM", .error, "11.2.1")
    static let headerInterlace = ImageRule("IHDR-IL", .error, "11.2.1")

    // MARK: Palette

    static let paletteThirds = ImageRule("PLTE-MOD3", .error, "11.2.2")
    static let paletteEmpty = ImageRule("PLTE-EMPTY", .error, "11.2.2")
    static let paletteBig = ImageRule("PLTE-BIG", .error, "11.2.2")
    static let paletteDepth = ImageRule("PLTE-DEPTH", .error, "11.2.2")
    static let paletteGray = ImageRule("PLTE-GREY", .error, "11.2.2")
    static let paletteMissing = ImageRule("PLTE-MISS", .error, "11.2.2")

    // MARK: Image data

    static let imageDataEmpty = ImageRule("IDAT-EMPTY", .info, "11.2.3")
    static let imageShort = ImageRule("IMG-SHORT", .error, "10.2")
    static let imageLong = ImageRule("IMG-LONG", .warning, "10.2, 13.4")
    static let imageHuge = ImageRule("IMG-HUGE", .warning, "13.6")
    static let imageFilter = ImageRule("IMG-FILTER", .error, "9.2")
    static let imageIndex = ImageRule("IMG-INDEX", .error, "11.2.2, 13.1")

    // MARK: Animation

    static let animationLength = ImageRule("acTL-LEN", .error, "11.3.6.1")
    static let animationZero = ImageRule("acTL-ZERO", .error, "11.3.6.1")
    static let animationCount = ImageRule("acTL-COUNT", .error, "11.3.6.1")
    static let animationMissing = ImageRule("APNG-NOACTL", .warning, "4.9.1")
    static let animationSequence = ImageRule("APNG-SEQ", .error, "4.9.2")
    static let frameLength = ImageRule("fcTL-LEN", .error, "11.3.6.2")
    static let frameZero = ImageRule("fcTL-ZERO", .error, "11.3.6.2")
    static let frameBounds = ImageRule("fcTL-BOUNDS", .error, "11.3.6.2")
    static let frameDispose = ImageRule("fcTL-DISPOSE", .error, "11.3.6.2")
    static let frameBlend = ImageRule("fcTL-BLEND", .error, "11.3.6.2")
    static let frameSecondDefault = ImageRule("fcTL-PRE2", .error, "5.6")
    static let frameDefault = ImageRule("fcTL-DEFAULT", .error, "11.3.6.2")
    static let frameNoData = ImageRule("fcTL-NODATA", .error, "11.3.6.3")
    static let frameDataLength = ImageRule("fdAT-LEN", .error, "11.3.6.3")
    static let frameDataEarly = ImageRule("fdAT-PRE", .error, "5.6")
    static let frameDataAlone = ImageRule("fdAT-NOFC", .error, "11.3.6.2")
}
