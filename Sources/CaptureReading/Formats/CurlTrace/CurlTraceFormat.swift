/// What `curl --trace` and `curl --trace-ascii` write, with or without `--trace-time` and `--trace-ids`.
///
/// Blocks of bytes in both directions, each below a line that names its kind and size:
///
///     07:57:17.952353 => Send header, 222 bytes (0xde)
///     0000: 50 4f 53 54 20 2f 76 31 62 65 74 61 2f 6d 6f 64 POST /v1beta/mod
///
/// or, with `--trace-ascii`, 64 characters a line and a line end wherever CRLF was sent:
///
///     <= Recv header, 17 bytes (0x11)
///     0000: HTTP/1.1 200 OK
///
/// https://curl.se/docs/manpage.html#--trace
enum CurlTraceFormat: CaptureFormat {
    /// The name `curl-trace`.
    static let id = CaptureFormatID.curlTrace

    /// Certain for a block of bytes with a first line of them; likely where only lines of information are there.
    ///
    /// A few lines may stand before, such as the command that was typed.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        var confidence = Confidence.none
        var isBlockOpen = false
        var strayCount = 0
        var offset = 0
        let ending = CurlVerboseLine.ending(of: head)
        while let line = TextLine(in: head, at: offset, ending: ending) {
            let text = line.text(in: head)
            offset = line.end
            if isBlockOpen, CurlTraceLine(text) != nil { return .certain }
            if let block = CurlTraceHeading(text) {
                isBlockOpen = block.kind != .info
                confidence = .likely
            } else {
                isBlockOpen = false
                if confidence == .none, !text.isEmpty { strayCount += 1 }
            }
            if strayCount > longestPreamble { return .none }
        }
        return confidence
    }

    /// A reader of traces.
    static func makeReader() -> any ExchangeReader {
        CurlTraceReader()
    }

    /// How many lines may stand before the first block.
    private static let longestPreamble = 100
}

extension CaptureFormatID {
    /// The trace of curl.
    public static let curlTrace = CaptureFormatID(rawValue: "curl-trace")
}
