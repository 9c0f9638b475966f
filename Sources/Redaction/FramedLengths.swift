internal import CaptureReading

/// The lengths that messages declare, where the text of a capture is divided by them: they follow what a copy's bodies
/// have become, or no reader would find the next message.
///
/// RFC 9112 §6.2
enum FramedLengths {
    /// The parts of a text that declare the length of a body which other parts change.
    ///
    /// - Parameters:
    ///   - exchanges: the exchanges in the text.
    ///   - text: the text.
    ///   - start: the offset of its first byte in the capture.
    ///   - parts: what is replaced in it, in order.
    ///   - context: says by what.
    /// - Returns: the declarations, each with its new length; none of a length that was wrong before.
    static func parts(
        of exchanges: [Exchange], in text: ArraySlice<UInt8>, at start: Int, changedBy parts: [HiddenPart],
        _ context: WalkContext
    ) -> [HiddenPart] {
        let messages = exchanges.flatMap { exchange in
            [
                (exchange.request?.fields, exchange.request?.body),
                (exchange.response?.fields, exchange.response?.body),
            ]
        }
        return messages.compactMap { fields, body in
            guard let body, !body.isWrapped,
                let line = fields?.first(where: { line in line.isNamed("content-length") }),
                Int(line.value) == body.encoded.count
            else { return nil }
            let content = body.place.byte - start..<body.place.byte - start + body.encoded.count
            let value = line.place.byte - start..<line.place.byte - start + line.value.utf8.count
            guard value.lowerBound >= 0, value.upperBound <= text.count,
                text[(text.startIndex + value.lowerBound)..<(text.startIndex + value.upperBound)]
                    .elementsEqual(line.value.utf8)
            else { return nil }
            let growth = parts.reduce(0) { growth, part in
                guard content.contains(part.range.lowerBound) else { return growth }
                return growth + context.replacement(of: part).count - part.range.count
            }
            guard growth != 0 else { return nil }
            let length = Array(String(body.encoded.count + growth).utf8)
            return HiddenPart(range: value, content: .encoded(length), rank: .encoded)
        }
    }
}
