/// Raw HTTP/1.x requests and responses one after the other, as they were on the wire or written by hand.
///
/// RFC 9112
enum HTTPMessageFormat: CaptureFormat {
    /// The name `http-message`.
    static let id = CaptureFormatID.httpMessage

    /// Certain for a request line or a status line at the beginning; blank lines may stand before it.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        let text = head.drop(while: \.isLineEnd)
        guard let line = TextLine(in: text, at: 0, ending: .lineFeed) else { return .none }
        return HTTPStartLine(line.text(in: text)) == nil ? .none : .certain
    }

    /// A reader of messages.
    static func makeReader() -> any ExchangeReader {
        HTTPMessageReader()
    }
}

extension CaptureFormatID {
    /// Raw HTTP/1.x messages.
    public static let httpMessage = CaptureFormatID(rawValue: "http-message")
}
