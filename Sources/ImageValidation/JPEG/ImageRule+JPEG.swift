/// The rules of JPEG; the clause of each stands behind it.
///
/// ITU-T T.81 unless another one is named
extension ImageRule {
    static let jpegMarker = ImageRule("JPG-MARKER", .error, "B.1.1.2")
    static let jpegLength = ImageRule("JPG-LEN", .error, "B.1.1.4")
    static let jpegCut = ImageRule("JPG-TRUNC", .error, "B.1.1.4")
    static let jpegFrame = ImageRule("JPG-SOF", .error, "B.2.2")
    static let jpegFrameCount = ImageRule("JPG-SOF-COUNT", .error, "B.2.1")
    static let jpegSize = ImageRule("JPG-DIM", .error, "B.2.2")
    static let jpegPrecision = ImageRule("JPG-PREC", .error, "B.2.2")
    static let jpegComponents = ImageRule("JPG-COMP", .error, "B.2.2")
    static let jpegScan = ImageRule("JPG-SOS", .error, "B.2.3")
    static let jpegQuantization = ImageRule("JPG-DQT", .error, "B.2.4.1")
    static let jpegHuffman = ImageRule("JPG-DHT", .warning, "B.2.4.2")
    static let jpegRestart = ImageRule("JPG-RST", .warning, "B.1.1.3")
    static let jpegNoEnd = ImageRule("JPG-NOEOI", .error, "B.2.1")
    static let jpegTrailing = ImageRule("JPG-TRAIL", .warning, "B.2.1")
    static let jpegPictures = ImageRule("JPG-MPF", .info, "CIPA DC-007")
    static let jpegProfile = ImageRule("JPG-ICC", .warning, "ICC.1:2022 §B.4")
}
