/// The second byte of a marker, the first being FF.
///
/// ITU-T T.81, table B.1
struct JPEGMarker: Equatable, CustomStringConvertible {
    /// The byte.
    let code: UInt8

    /// The start of the image.
    static let start = JPEGMarker(code: 0xD8)

    /// The end of the image.
    static let end = JPEGMarker(code: 0xD9)

    /// The start of a scan, whose entropy-coded data follow the segment.
    static let scan = JPEGMarker(code: 0xDA)

    /// Quantization tables.
    static let quantization = JPEGMarker(code: 0xDB)

    /// Huffman tables.
    static let huffman = JPEGMarker(code: 0xC4)

    /// The number of lines, where the frame left it open.
    static let lines = JPEGMarker(code: 0xDC)

    /// A comment.
    static let comment = JPEGMarker(code: 0xFE)

    /// Whether it begins a frame, and so says how large the image is.
    var isFrame: Bool { (0xC0...0xCF).contains(code) && ![0xC4, 0xC8, 0xCC].contains(code) }

    /// Whether the frame is coded without loss: its samples may have 2 to 16 bits.
    var isLossless: Bool { [0xC3, 0xC7, 0xCB, 0xCF].contains(code) }

    /// Whether the frame is coded arithmetically, without Huffman tables.
    var isArithmetic: Bool { code >= 0xC9 && isFrame }

    /// The number of a restart marker; nil for others.
    var restart: Int? { (0xD0...0xD7).contains(code) ? Int(code) - 0xD0 : nil }

    /// The number of a marker that applications use; nil for others.
    var application: Int? { (0xE0...0xEF).contains(code) ? Int(code) - 0xE0 : nil }

    /// Whether nothing belongs to it but itself.
    var isAlone: Bool { code == 0x01 || (0xD0...0xD9).contains(code) }

    /// Whether it has a meaning.
    var isKnown: Bool { code == 0x01 || code >= 0xC0 && code != 0xFF }

    /// The name of the standard.
    var description: String {
        if let restart { return "RST\(restart)" }
        if let application { return "APP\(application)" }
        if isFrame { return "SOF\(code - 0xC0)" }
        let names: [UInt8: String] = [
            0x01: "TEM", 0xC4: "DHT", 0xC8: "JPG", 0xCC: "DAC", 0xD8: "SOI", 0xD9: "EOI", 0xDA: "SOS", 0xDB: "DQT",
            0xDC: "DNL", 0xDD: "DRI", 0xDE: "DHP", 0xDF: "EXP", 0xFE: "COM",
        ]
        return names[code] ?? "FF \([code][...].hexadecimal())"
    }
}
