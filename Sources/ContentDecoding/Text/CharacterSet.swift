/// A character set that text is written in, by the name that reports use.
///
/// WHATWG Encoding §4.2
public enum CharacterSet: String, Sendable {
    /// UTF-8.
    case utf8 = "utf-8"

    /// UTF-16, the low byte first.
    case utf16LittleEndian = "utf-16le"

    /// UTF-16, the high byte first.
    case utf16BigEndian = "utf-16be"

    /// What browsers read for ISO 8859-1 and ASCII too.
    case windows1252 = "windows-1252"

    /// Japanese, as Windows has it.
    case shiftJIS = "shift_jis"

    /// Japanese, as Unix had it.
    case eucJP = "euc-jp"

    /// Chinese, and all of Unicode.
    case gb18030

    /// Traditional Chinese, with the characters of Hong Kong.
    case big5

    /// Korean, as Windows has it.
    case eucKR = "euc-kr"

    /// The set that a label stands for, compared without case; nil where it stands for none that is read.
    ///
    /// UTF-7 is not: what it hides as letters comes out as markup.
    public init?(label: String) {
        guard let set = CharacterSet.labels[label.lowercased()] else { return nil }
        self = set
    }

    private static let labels: [String: CharacterSet] = [
        "utf-8": .utf8, "utf8": .utf8, "unicode-1-1-utf-8": .utf8,
        "utf-16": .utf16LittleEndian, "utf-16le": .utf16LittleEndian, "ucs-2": .utf16LittleEndian,
        "unicode": .utf16LittleEndian, "utf-16be": .utf16BigEndian,
        "windows-1252": .windows1252, "cp1252": .windows1252, "x-cp1252": .windows1252, "iso-8859-1": .windows1252,
        "iso8859-1": .windows1252, "iso_8859-1": .windows1252, "latin1": .windows1252, "l1": .windows1252,
        "us-ascii": .windows1252, "ascii": .windows1252,
        "shift_jis": .shiftJIS, "shift-jis": .shiftJIS, "sjis": .shiftJIS, "ms_kanji": .shiftJIS,
        "x-sjis": .shiftJIS, "windows-31j": .shiftJIS, "cp932": .shiftJIS,
        "euc-jp": .eucJP, "x-euc-jp": .eucJP,
        "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "gb_2312-80": .gb18030, "x-gbk": .gb18030,
        "big5": .big5, "big5-hkscs": .big5, "cn-big5": .big5, "x-x-big5": .big5,
        "euc-kr": .eucKR, "ks_c_5601-1987": .eucKR, "ksc5601": .eucKR, "windows-949": .eucKR, "korean": .eucKR,
    ]

    /// The text of bytes in this set; nil where they are none, or the system does not know the set.
    func text(of bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .utf16LittleEndian: CharacterSet.wideText(of: bytes) { low, high in high << 8 | low }
        case .utf16BigEndian: CharacterSet.wideText(of: bytes) { high, low in high << 8 | low }
        case .windows1252: Windows1252.text(of: bytes)
        case .shiftJIS: SystemConverter.text(of: bytes, from: "CP932")
        case .eucJP: SystemConverter.text(of: bytes, from: "EUC-JP")
        case .gb18030: SystemConverter.text(of: bytes, from: "GB18030")
        case .big5: SystemConverter.text(of: bytes, from: "BIG5-HKSCS")
        case .eucKR: SystemConverter.text(of: bytes, from: "UHC")
        }
    }

    /// The text of UTF-16; nil for an odd number of bytes and for lone surrogates.
    private static func wideText(
        of bytes: ArraySlice<UInt8>, unit: (UInt16, UInt16) -> UInt16
    ) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            unit(UInt16(bytes[index]), UInt16(bytes[index + 1]))
        }
        return String(validating: units, as: UTF16.self)
    }
}
