internal import ByteCoding
internal import EventStreaming

/// The payloads of an AWS event stream: each stands between lengths and checksums of its own.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
enum AWSEventText {
    /// A copy of a stream without the secrets in its payloads, or nil when there are none; every other byte stays, those
    /// of damaged messages too.
    static func copy(
        of stream: ArraySlice<UInt8>, _ context: WalkContext, depth: Int
    ) -> (bytes: [UInt8]?, secrets: [SecretSpan]) {
        var result: [UInt8] = []
        var secrets: [SecretSpan] = []
        var copied = stream.startIndex
        var isChanged = false
        var parser = AWSEventStreamParser()
        parser.append(stream) { message in
            let (payload, found) = SecretWalk.copy(of: message.payload, context, depth: depth)
            secrets += found
            guard let payload else { return }
            isChanged = true
            let start = stream.startIndex + message.offset
            let payloadStart = stream.startIndex + message.payloadOffset
            let headers = stream[(start + AWSEventPrelude.byteCount)..<payloadStart]
            result += stream[copied..<start] + self.message(headers, payload)
            copied = payloadStart + message.payload.count + AWSEventPrelude.checksumByteCount
        }
        return (isChanged ? result + stream[copied...] : nil, secrets)
    }

    /// A message of some headers, as they were encoded, and a payload.
    private static func message(_ headers: ArraySlice<UInt8>, _ payload: [UInt8]) -> [UInt8] {
        let around = AWSEventPrelude.byteCount + AWSEventPrelude.checksumByteCount
        let length = UInt32(truncatingIfNeeded: around + headers.count + payload.count)
        let lengths = length.bigEndianBytes + UInt32(truncatingIfNeeded: headers.count).bigEndianBytes
        let body = lengths + CRC32(of: lengths[...]).value.bigEndianBytes + headers + payload
        return body + CRC32(of: body[...]).value.bigEndianBytes
    }
}
