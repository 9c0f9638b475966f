internal import ByteCoding

/// A JSON answer without its headers.
enum JSONFormat: CaptureFormat {
    /// The name `json`.
    static let id = CaptureFormatID.json

    /// Likely when the first two characters that are no white space can begin an object or an array.
    ///
    /// RFC 8259 §2
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        let text = head.drop(while: isWhiteSpace)
        guard let open = text.first else { return .none }
        guard let inside = text.dropFirst().drop(while: isWhiteSpace).first else {
            return open == UInt8(ascii: "{") || open == UInt8(ascii: "[") ? .possible : .none
        }
        switch open {
        case UInt8(ascii: "{"):
            return inside == UInt8(ascii: "\"") || inside == UInt8(ascii: "}") ? .likely : .none
        case UInt8(ascii: "["):
            return inside.isDigit || "{[\"]-tfn".utf8.contains(inside) ? .likely : .none
        default:
            return .none
        }
    }

    /// A reader of the one body.
    static func makeReader() -> any ExchangeReader {
        BareBodyReader(keepsByteOrderMark: false)
    }

    /// Whether a byte is white space between tokens.
    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte.isBlank || byte.isLineEnd
    }
}

extension CaptureFormatID {
    /// A JSON answer without its headers.
    public static let json = CaptureFormatID(rawValue: "json")
}
