internal import ByteCoding

/// Images under base64 in the middle of a text: in `data:` URLs of pages and style sheets, in Markdown, in logs.
struct EncodedRuns {
    /// Base64 in a text.
    struct Run {
        /// The characters, line ends between them included, counted from the start of the text.
        let range: Range<Int>

        /// The media type of the `data:` URL that it stands in; nil where it stands in none.
        let declaredType: String?
    }

    private let text: ArraySlice<UInt8>

    /// The runs of a text.
    init(in text: ArraySlice<UInt8>) {
        self.text = text
    }

    private static let mark = Array(";base64,".utf8)

    /// The shortest line of a text that goes on in the next one.
    private static let wrappedLine = 60

    /// How far the beginning of a `data:` URL may lie before its data.
    private static let longestType = 200

    /// Hands out every run that is an image's, in order.
    func visit(_ body: (Run) -> Void) {
        let bytes = text.span
        var position = 0
        // The padding counts.
        while let run = Base64Alphabet.runs.first(of: MediaSignature.shortest - 2, in: bytes, from: position) {
            let end = end(of: run, in: bytes)
            if end - run.lowerBound >= MediaSignature.shortest { take(run.lowerBound..<end, body) }
            position = end
        }
    }

    /// Hands out a run where it is an image's.
    private func take(_ range: Range<Int>, _ body: (Run) -> Void) {
        let characters = text.dropFirst(range.lowerBound).prefix(range.count)
        let before = text.prefix(range.lowerBound)
        if before.suffix(EncodedRuns.mark.count).elementsEqual(EncodedRuns.mark) {
            let type = declaredType(before: before.dropLast(EncodedRuns.mark.count))
            guard type?.hasPrefix("image/") == true || MediaSignature.isImage(characters) else { return }
            body(Run(range: range, declaredType: type))
        } else if MediaSignature.isImage(characters) {
            body(Run(range: range, declaredType: nil))
        }
    }

    /// The media type between `data:` and the mark of base64.
    private func declaredType(before text: ArraySlice<UInt8>) -> String? {
        let reach = Array(text.suffix(EncodedRuns.longestType))
        guard let colon = reach.lastIndex(of: UInt8(ascii: ":")),
            reach[...colon].suffix(5).map(\.lowercasedASCII) == Array("data:".utf8)
        else { return nil }
        // The slash may be under JSON's escape.
        return String(decoding: reach[(colon + 1)...].filter { byte in byte != UInt8(ascii: "\\") }, as: UTF8.self)
    }

    /// Where a run ends, with the lines that it goes on in and its padding.
    private func end(of run: Range<Int>, in bytes: Span<UInt8>) -> Int {
        var end = run.upperBound
        var line = run.lowerBound
        while true {
            while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
            var next = end
            while next < bytes.count, next < end + 2, bytes[next].isLineEnd { next += 1 }
            guard next > end, end - line >= EncodedRuns.wrappedLine, next < bytes.count,
                Base64Alphabet.isMember[Int(bytes[next])]
            else { return end }
            line = next
            end = Base64Alphabet.runs.end(in: bytes, from: next)
        }
    }
}
