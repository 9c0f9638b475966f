internal import CaptureReading

/// The text that an exchange was read from, without the bodies that stand in it: they are searched as what they are.
struct BareText {
    /// The text.
    private(set) var bytes: [UInt8] = []

    /// What was left out: before which byte of the text, and how many bytes of the source.
    private var cuts: [(offset: Int, count: Int)] = []

    /// Takes the text of an exchange.
    init(of exchange: Exchange) {
        let source = exchange.source
        let bodies = [exchange.request?.body, exchange.response?.body].compactMap { body in
            body.flatMap { body in BareText.range(of: body, in: source) }
        }
        var position = 0
        for range in bodies.sorted(by: { left, right in left.lowerBound < right.lowerBound }) {
            guard range.lowerBound >= position else { continue }
            bytes += source.slice(position..<range.lowerBound)
            cuts.append((bytes.count, range.count))
            position = range.upperBound
        }
        bytes += source.slice(position..<source.bytes.count)
    }

    /// Where a byte of the text stands in the source.
    func sourceOffset(of offset: Int) -> Int {
        cuts.reduce(offset) { result, cut in offset >= cut.offset ? result + cut.count : result }
    }

    /// Where a source has a body as it is, or under the escapes of a string; nil where neither is sure.
    ///
    /// The brackets of a body that is itself a value of JSON are none of it, so that the document around it stays one.
    private static func range(of body: Body, in source: ExchangeSource) -> Range<Int>? {
        let text = source.bytes.span
        let first = body.place.byte - source.start.byte
        guard !body.encoded.isEmpty, first >= 0, first + body.encoded.count <= text.count else { return nil }
        let end = first + body.encoded.count
        if source.slice(first..<end).elementsEqual(body.encoded) {
            let hasBrackets = "{[".utf8.contains(text[first]) && "}]".utf8.contains(text[end - 1]) && end - first > 2
            return hasBrackets ? first + 1..<end - 1 : first..<end
        }
        guard body.layers.isEmpty, !body.isWrapped, first > 0, "\"'".utf8.contains(text[first - 1]) else { return nil }
        let last = body.place(ofByte: body.bytes.count).byte - source.start.byte
        return last > first && last < text.count && text[last] == text[first - 1] ? first..<last : nil
    }
}
