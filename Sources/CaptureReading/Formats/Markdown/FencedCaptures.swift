internal import ByteCoding

/// The captures that stand in fences of Markdown, as people put them into an issue.
struct FencedCaptures {
    /// The formats of those that were found in the head of a capture, in order.
    private let formats: [any CaptureFormat.Type]

    /// How many fences are looked at.
    private static let mostFences = 64

    /// Finds the captures in the fences of a head, or gives nil where there are less than two.
    init?(in head: ArraySlice<UInt8>) {
        var found: [any CaptureFormat.Type] = []
        var offset = 0
        for _ in 0..<FencedCaptures.mostFences {
            guard let fence = FencedCaptures.next(in: head, from: offset) else { break }
            if let format = FencedCaptures.format(of: head.dropFirst(fence.lowerBound).prefix(fence.count)) {
                found.append(format)
            }
            offset = fence.upperBound
            if let close = TextLine(in: head, at: offset, ending: .any) { offset = close.end }
        }
        guard found.count > 1 else { return nil }
        formats = found
    }

    /// The format of the first one.
    var format: any CaptureFormat.Type { formats[0] }

    /// Whether a reader of fences reads more than the format that claims the whole text.
    ///
    /// Formats that are sure know of fences themselves; but commands of curl stand in one, and what came back in another.
    func areMore(than claim: (format: any CaptureFormat.Type, confidence: Confidence)?) -> Bool {
        guard let claim else { return true }
        let isCommand = claim.format.id == .copyAsCurl
        return isCommand ? formats.contains { format in format.id != .copyAsCurl } : claim.confidence < .likely
    }

    /// The format of the text in a fence; nil where it is none.
    static func format(of text: ArraySlice<UInt8>) -> (any CaptureFormat.Type)? {
        let head = text.prefix(CaptureReader.headSize)
        guard let claim = CaptureFormatCatalog.claim(head) else {
            return WrappedCapture(in: head).flatMap { wrapped in wrapped.isLogged ? wrapped.format : nil }
        }
        // Any object may be a sample of something else.
        return claim.confidence >= .likely || claim.format.id == .json ? claim.format : nil
    }

    /// The lines between the first fence behind an offset and the one that closes it, counted from the text's first byte;
    /// where none closes it, up to the end.
    private static func next(in text: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
        var offset = start
        var begin: Int?
        while let line = TextLine(in: text, at: offset, ending: .any) {
            let isFence = line.text(in: text).isFence
            if let begin, isFence { return begin..<offset }
            offset = line.end
            if isFence { begin = offset }
        }
        return begin.map { begin in begin..<max(begin, text.count) }
    }
}
