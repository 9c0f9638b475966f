internal import JSONReading

/// A streamed answer as JSON values, one a line, without its headers.
///
/// https://jsonlines.org
enum JSONLinesFormat: CaptureFormat {
    /// The name `json-lines`.
    static let id = CaptureFormatID.jsonLines

    /// Likely for lines of which the first is an object with a member that answers of LLM APIs have; possible for other
    /// lines of objects.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        guard case .jsonLines = BodyContent(of: head, declared: nil) else { return .none }
        let first = JSONDocument(parsing: head.prefix { byte in byte != UInt8(ascii: "\n") })
        return JSONFormat.hasAnswer(first.root) ? .likely : .possible
    }

    /// A reader of the one body.
    static func makeReader() -> any ExchangeReader {
        BareBodyReader(keepsByteOrderMark: false, foreignContent: foreignContent)
    }

    /// A reader of a body that ends at a fence.
    static func makeWrappedReader() -> any ExchangeReader {
        BareBodyReader(
            keepsByteOrderMark: false, wrappedLength: BareBodyReader.lengthToFence, foreignContent: foreignContent)
    }

    /// The defect of a body that does not begin with lines of objects, or nil.
    private static func foreignContent(in source: ExchangeSource) -> CaptureDefect? {
        guard recognise(source.bytes.prefix(CaptureReader.headSize)) == .none else { return nil }
        return CaptureDefect(
            id: "json-lines.not-lines",
            message: "expected JSON objects, one a line, found something else; name another format or none",
            place: source.place(0))
    }
}

extension CaptureFormatID {
    /// A streamed answer as JSON values, one a line, without its headers.
    public static let jsonLines = CaptureFormatID(rawValue: "json-lines")
}
