internal import ByteCoding

extension CurlTransfers {
    /// The part that information of curl stands for: the end of a transfer, or of its request that is sent again.
    ///
    /// - Parameter information: the line behind its mark.
    /// - Returns: the end, or nil where the information tells of something else.
    static func end(_ information: ArraySlice<UInt8>) -> Part? {
        let line = information.prefix(longestInformation)
        let isKept = line.starts(with: "Connection #".utf8) && line.firstRange(of: Array("left intact".utf8)) != nil
        let isRetried = line.split(separator: UInt8(ascii: " ")).contains { word in word.elementsEqual("retrying".utf8)
        }
        if isKept || isRetried || countedEndings.contains(where: { ending in line.starts(with: ending.utf8) }) {
            return .end(isCounted: true)
        }
        return endings.contains { ending in line.starts(with: ending.utf8) } ? .end(isCounted: false) : nil
    }

    private static let longestInformation = 160

    /// What curl says once for each transfer, or for each connection to a proxy that it asks for.
    private static let countedEndings = [
        "CONNECT phase completed", "Closing connection", "Issue another request", "closing connection",
        "shutting down connection",
    ]

    private static let endings = [
        "CONNECT tunnel established", "Connection died", "Empty reply", "HTTP/2 stream", "OpenSSL SSL_",
        "Operation timed out", "Proxy replied", "Recv failure", "SSL_", "Send failure", "transfer closed",
    ]
}
