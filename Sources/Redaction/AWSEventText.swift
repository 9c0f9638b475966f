internal import ByteCoding
internal import EventStreaming

/// The payloads of an AWS event stream: each stands between lengths and checksums of its own.
///
/// https://smithy.io/2.0/aws/amazon-eventstream.html
enum AWSEventText {
    /// A copy of a stream without the secrets in its payloads, or nil when there are none; every other byte stays.
    ///
    /// What is damaged, or cut by the end of the stream, keeps its length: so the messages behind it are still found.
    static func copy(
        of stream: ArraySlice<UInt8>, _ context: WalkContext, depth: Int
    ) -> (bytes: [UInt8]?, secrets: [SecretSpan]) {
        var documents = AWSEventDocuments()
        var parser = AWSEventStreamParser()
        var messages: [AWSEventMessage] = []
        parser.append(stream) { message in
            documents.add(message)
            messages.append(message)
        }
        let end = parser.finish()
        let joined = documents.withoutPieces(context)
        var secrets: [SecretSpan] = []
        var changes: [(range: Range<Int>, bytes: [UInt8])] = []
        for message in messages {
            let whole = joined[message.offset]
            let (copy, found) = SecretWalk.copy(
                of: whole.map { whole in whole.payload[...] } ?? message.payload, context, depth: depth)
            secrets += (whole?.secrets ?? []) + found
            guard let payload = copy ?? whole?.payload else { continue }
            let headers = stream.dropFirst(message.offset).prefix(message.payloadOffset - message.offset)
                .dropFirst(AWSEventPrelude.byteCount)
            let messageEnd = message.payloadOffset + message.payload.count + AWSEventPrelude.checksumByteCount
            changes.append((message.offset..<messageEnd, self.message(headers, payload)))
        }
        for range in end.faults.map(\.range) + [end.incompleteTail].compactMap({ tail in tail }) {
            let damaged = stream.dropFirst(range.lowerBound).prefix(range.count)
            let (copy, found) = damagedCopy(of: damaged, context, depth: depth)
            secrets += found
            if let copy { changes.append((range, copy)) }
        }
        guard !changes.isEmpty else { return (nil, secrets) }
        guard !context.isLearning else { return ([], secrets) }
        changes.sort { left, right in left.range.lowerBound < right.range.lowerBound }
        return (stream.replacing(changes), secrets)
    }

    /// A copy of the same length of bytes that are no whole message; nil where no secret is in them.
    private static func damagedCopy(
        of bytes: ArraySlice<UInt8>, _ context: WalkContext, depth: Int
    ) -> (bytes: [UInt8]?, secrets: [SecretSpan]) {
        var context = context
        context.keepsLength = true
        var walk = SecretWalk(context)
        walk.hideKnown(in: bytes, .identity)
        walk.walkWords(bytes, .identity, depth: depth)
        let parts = HiddenPart.merged(walk.hidden)
        let secrets = walk.inner + parts.compactMap(context.span)
        return (parts.isEmpty ? nil : SecretWalk.applying(parts, to: bytes, context), secrets)
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
