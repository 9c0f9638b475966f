internal import ByteCoding
internal import JSONReading

/// A JSON answer without its headers.
enum JSONFormat: CaptureFormat {
    /// The name `json`.
    static let id = CaptureFormatID.json

    /// Likely for an object, or an array of them, with a member that answers of LLM APIs have; possible for all else that
    /// begins as an object or an array does.
    ///
    /// Our own reports, which lie beside captures, are none, and neither is what stops being JSON before its first value.
    ///
    /// RFC 8259 §2
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        guard beginsContainer(head) else { return .none }
        if case .jsonLines = BodyContent(of: head, declared: nil) { return .none }
        let document = JSONDocument(parsing: head)
        let root = document.root
        if let fault = document.fault, isDamage(fault), !hasAnswer(root), !hasWholeValue(root) { return .none }
        if root?["schema"]?.string?.hasPrefix("unspool.") == true { return .none }
        return hasAnswer(root) ? .likely : .possible
    }

    /// Whether a fault is one of what is written, not of its end or its size.
    private static func isDamage(_ fault: JSONFault) -> Bool {
        switch fault {
        case .unexpectedByte, .invalidNumber, .invalidLiteral, .invalidEscape: true
        case .empty, .truncated, .tooDeep, .tooLarge, .trailingContent: false
        }
    }

    /// Whether anything in a document was read to its end.
    private static func hasWholeValue(_ root: JSONValue?) -> Bool {
        guard let root else { return false }
        return root.members.contains { member in !member.value.isUnfinished }
            || root.elements.contains { element in !element.isUnfinished }
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

    /// A reader of a body that ends where its value does.
    static func makeWrappedReader() -> any ExchangeReader {
        BareBodyReader(
            keepsByteOrderMark: false,
            wrappedLength: { bytes in
                var scan = JSONValueScan()
                return scan.end(in: bytes.span, from: 0) ?? BareBodyReader.lengthToFence(bytes)
            }, foreignContent: foreignContent)
    }

    /// The defect of a body that is not one whole JSON document, or nil.
    ///
    /// What neither begins as JSON answers do nor is JSON otherwise may be of another format that was named wrongly.
    private static func foreignContent(in source: ExchangeSource) -> CaptureDefect? {
        guard let fault = JSONDocument(parsing: source.bytes).fault else { return nil }
        let isForeign = recognise(source.bytes.prefix(CaptureReader.headSize)) == .none
        let (id, advice) =
            isForeign ? ("not-json", "the capture is no JSON, name another format or none") : words(fault)
        return CaptureDefect(
            id: "json." + id, message: "\(fault); \(advice)", place: source.place(fault.offset))
    }

    /// What to call a fault of JSON, and what it means for the reader.
    private static func words(_ fault: JSONFault) -> (id: String, advice: String) {
        switch fault {
        case .truncated: ("truncated", "the capture was cut short, what came before is read")
        case .tooDeep: ("too-deep", "what came before is read")
        case .trailingContent: ("trailing-content", "the first value is read, put the others in files of their own")
        case .tooLarge: ("too-large", "nothing of it is read")
        case .empty, .unexpectedByte, .invalidNumber, .invalidLiteral, .invalidEscape:
            ("damaged", "the capture was edited or damaged, what came before is read")
        }
    }
}

extension CaptureFormatID {
    /// A JSON answer without its headers.
    public static let json = CaptureFormatID(rawValue: "json")
}
