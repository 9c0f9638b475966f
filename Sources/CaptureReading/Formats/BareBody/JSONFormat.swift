internal import ByteCoding
internal import JSONReading

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
        BareBodyReader(keepsByteOrderMark: false, foreignContent: foreignContent)
    }

    /// The defect of a body that neither begins as JSON answers do nor is JSON otherwise, or nil.
    ///
    /// What begins as they do is not parsed here: whoever reads the body meets its faults.
    private static func foreignContent(in source: ExchangeSource) -> CaptureDefect? {
        guard recognise(source.bytes.prefix(CaptureReader.headSize)) == .none,
            let fault = JSONDocument(parsing: source.bytes).fault
        else { return nil }
        return CaptureDefect(
            id: "json.not-json", message: "\(fault); the capture is no JSON, name another format or none",
            place: source.place(fault.offset))
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
