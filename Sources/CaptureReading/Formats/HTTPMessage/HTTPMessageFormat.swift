internal import ByteCoding

/// Raw HTTP/1.x requests and responses one after the other, as they were on the wire or written by hand.
///
/// RFC 9112
enum HTTPMessageFormat: CaptureFormat {
    /// The name `http-message`.
    static let id = CaptureFormatID.httpMessage

    /// Certain for a request line or a status line at the beginning; blank lines may stand before it.
    ///
    /// Of a request line that is longer than the head (some put whole documents into a URL) the beginning has to do.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        let text = head.drop(while: \.isLineEnd)
        guard let line = TextLine(in: text, at: 0, ending: .lineFeed) else { return .none }
        if HTTPStartLine(line.text(in: text)) != nil { return .certain }
        let isCut = !line.isTerminated && head.count >= CaptureReader.headSize
        return isCut && HTTPStartLine.isRequestBeginning(line.text(in: text)) ? .likely : .none
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
