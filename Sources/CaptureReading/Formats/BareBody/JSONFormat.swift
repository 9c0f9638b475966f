internal import ByteCoding
internal import JSONReading

/// A JSON answer without its headers.
enum JSONFormat: CaptureFormat {
    /// The name `json`.
    static let id = CaptureFormatID.json

    /// Likely for an object, or an array of them, with a member that answers of LLM APIs have; possible for all else that
    /// begins as an object or an array does.
    ///
    /// Our own reports, which lie beside captures, are none.
    ///
    /// RFC 8259 §2
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        guard beginsContainer(head) else { return .none }
        if case .jsonLines = BodyContent(of: head, declared: nil) { return .none }
        let root = JSONDocument(parsing: head).root
        if root?["schema"]?.string?.hasPrefix("unspool.") == true { return .none }
        return hasAnswer(root) ? .likely : .possible
    }

    /// Whether a document begins as an answer of an LLM API, or an array of them.
    static func hasAnswer(_ root: JSONValue?) -> Bool {
        let answer = root?.isArray == true ? root?[0] : root
        return answerNames.contains { name in answer?[name] != nil }
    }

    /// Members of whole answers, of their pieces, and of errors.
    private static let answerNames = [
        "candidates", "choices", "completion", "done", "error", "generation", "message", "output", "outputs",
        "promptFeedback", "results", "type", "usage", "usageMetadata",
    ]

    /// Whether the first two characters that are no white space can begin an object or an array.
    private static func beginsContainer(_ head: ArraySlice<UInt8>) -> Bool {
        let text = head.drop(while: \.isWhiteSpace)
        guard let open = text.first else { return false }
        let inside = text.dropFirst().drop(while: \.isWhiteSpace).first
        switch open {
        case UInt8(ascii: "{"): return inside.map { byte in "\"}".utf8.contains(byte) } ?? true
        case UInt8(ascii: "["): return inside.map { byte in byte.isDigit || "{[\"]-tfn".utf8.contains(byte) } ?? true
        default: return false
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
}

extension CaptureFormatID {
    /// A JSON answer without its headers.
    public static let json = CaptureFormatID(rawValue: "json")
}
