internal import ByteCoding

/// What `curl -v` writes to the terminal: header lines behind `>` and `<`, information behind `*`, and content as it is.
///
///     $ curl -v https://example.com/v1/models
///     * Connected to example.com (192.0.2.1) port 443
///     > GET /v1/models HTTP/1.1
///     > Accept: */*
///     >
///     < HTTP/1.1 200 OK
///     < Content-Type: application/json
///     <
///     {"data": []}
///     * Connection #0 to host example.com left intact
///
/// The content of requests is not in it, unless the command that was typed has it.
///
/// https://curl.se/docs/manpage.html#-v
enum CurlVerboseFormat: CaptureFormat {
    /// The name `curl-verbose`.
    static let id = CaptureFormatID.curlVerbose

    /// Curl prints content without its chunks, and with `--compressed` without its codings.
    static let storage = BodyStorage.decoded

    /// Certain for a start line behind its mark where the capture begins as curl's output or with a command; possible
    /// behind other text, and for lines of information alone.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        let ending = CurlVerboseLine.ending(of: head)
        var offset = 0
        while let line = TextLine(in: head, at: offset, ending: ending) {
            let text = line.text(in: head)
            if !text.trimmed.isEmpty, !text.isFence, !text.beginsTypescript {
                let beginsWell = beginsOutput(text) || CurlCommandStart(text) != nil
                if CurlVerboseLine.isVerbose(head.dropFirst(offset)) { return beginsWell ? .certain : .possible }
                return isConnecting(text) ? .possible : .none
            }
            offset = line.end
        }
        return .none
    }

    /// A reader of such output, and of raw messages behind it.
    static func makeReader() -> any ExchangeReader {
        HTTPMessageReader.beginningWithVerbose()
    }

    /// Whether a line can be the first one of the output.
    private static func beginsOutput(_ line: ArraySlice<UInt8>) -> Bool {
        switch CurlVerboseLine(line) {
        case .info, .data, .progress: true
        case .sent, .received: CurlVerboseLine.isStartLine(line)
        case .failure, .other: false
        }
    }

    /// Whether a line tells that a connection is tried.
    private static func isConnecting(_ line: ArraySlice<UInt8>) -> Bool {
        guard case .info(let content) = CurlVerboseLine(line) else { return false }
        let words = line.dropFirst(content.lowerBound)
        return ["  Trying ", "Host ", "Could not resolve", "Connected to ", "Rebuilt URL"].contains { beginning in
            words.starts(with: beginning.utf8)
        }
    }
}

extension CaptureFormatID {
    /// What `curl -v` writes.
    public static let curlVerbose = CaptureFormatID(rawValue: "curl-verbose")
}
