internal import ByteCoding

/// What of an exchange has been met in a trace: it tells where the next one begins.
struct CurlTraceProgress {
    private var hasRequest = false
    private var hasResponse = false
    private var hasFinalHead = false

    /// Whether no block with bytes of a message has been met.
    var isEmpty: Bool { !hasRequest && !hasResponse }

    /// Notes a block that begins with these bytes, or gives false where it begins the next exchange.
    mutating func accept(_ heading: CurlTraceHeading, beginning: [UInt8]) -> Bool {
        switch heading.kind {
        case .info, .encrypted: break
        case .sentHeader:
            if !isEmpty, HTTPStartLine.isRequestBeginning(beginning[...]) { return false }
            hasRequest = true
        case .sentData: hasRequest = true
        case .receivedHeader:
            let isHead = beginning.starts(with: "HTTP/".utf8)
            if isHead, hasFinalHead { return false }
            hasResponse = true
            if isHead { hasFinalHead = !CurlTraceProgress.isInterim(beginning) }
        case .receivedData: hasResponse = true
        }
        return true
    }

    /// Whether a status line is that of a response before the final one.
    ///
    /// RFC 9110 §15.2
    private static func isInterim(_ statusLine: [UInt8]) -> Bool {
        let code = statusLine.drop { byte in byte != UInt8(ascii: " ") }.dropFirst()
        return code.first == UInt8(ascii: "1") && !code.starts(with: "101".utf8)
    }
}
