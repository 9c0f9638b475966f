internal import JSONReading

/// A quotation mark in a text that holds JSON, and how deep the JSON lies that it belongs to.
///
/// In JSON itself a string stands between plain quotation marks. In JSON that is a string of JSON each has a backslash
/// in front, one level further down three, then seven.
struct JSONQuote {
    /// Where the backslashes in front of it begin, and where it ends, as indices of the text.
    let range: Range<Int>

    /// In how many strings the JSON lies: 0 where it lies in none.
    let depth: Int

    /// The most strings in one another that are looked into.
    private static let deepest = 4

    /// The mark at an index; nil when none stands there, or with a number of backslashes that no level has.
    init?(at mark: Int, in text: ArraySlice<UInt8>) {
        guard text.indices.contains(mark), text[mark] == UInt8(ascii: "\"") else { return nil }
        let nearest = text[..<mark].suffix(1 << JSONQuote.deepest)
        let run = nearest.reversed().prefix { byte in byte == UInt8(ascii: "\\") }.count
        let depth = (run + 1).trailingZeroBitCount
        guard run + 1 == 1 << depth, depth <= JSONQuote.deepest else { return nil }
        range = mark - run..<mark + 1
        self.depth = depth
    }

    /// The bytes up to the mark that closes the string which this one opens, or up to the end of the text.
    ///
    /// A string that lies around it and ends first ends it too.
    ///
    /// - Returns: the bytes; where the text goes on; and whether the mark was of this level.
    func string(in text: ArraySlice<UInt8>) -> (content: ArraySlice<UInt8>, end: Int, isClosed: Bool) {
        let period = 2 << depth
        var run = 0
        for index in range.upperBound..<text.endIndex {
            switch text[index] {
            case UInt8(ascii: "\\"): run += 1
            // As many backslashes as escape the mark of a string inside, behind backslashes of the content.
            case UInt8(ascii: "\"") where run % period != period - 1:
                let own = period / 2 - 1
                let content = text[range.upperBound..<index - min(run % period, own)]
                return (content, index + 1, run % period == own)
            default: run = 0
            }
        }
        return (text[range.upperBound...], text.endIndex, false)
    }

    /// The characters that the bytes between two marks of this level stand for.
    ///
    /// Where they are not escaped as JSON has it, they are themselves, less the backslashes.
    func characters(of content: ArraySlice<UInt8>) -> String {
        var bytes = content
        for _ in 0...depth where bytes.contains(UInt8(ascii: "\\")) {
            let mark = [UInt8(ascii: "\"")]
            let document = JSONDocument(parsing: mark + bytes + mark)
            if document.isComplete, let string = document.root?.string {
                bytes = Array(string.utf8)[...]
            } else {
                bytes.removeAll { byte in byte == UInt8(ascii: "\\") }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
