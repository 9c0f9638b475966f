internal import ByteCoding

/// The bytes that `curl --trace` and `--trace-ascii` write as a dump, with the places of each in the text.
///
///     0000: 50 4f 53 54 20 2f 76 31 62 65 74 61 2f 6d 6f 64 POST /v1beta/mod
///     0000: POST /v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=s
///
/// A dump has room for as many bytes as there were: what is put in the place of a secret is as long as the secret.
struct TraceDump {
    /// What went in one direction without a break.
    struct Run {
        /// The bytes.
        fileprivate(set) var bytes: [UInt8] = []

        /// Where the digits of each byte stand, two of them; nil where the dump has none.
        fileprivate var digits: [Int?] = []

        /// Where the character of each byte stands; nil for a line end that the dump leaves out.
        fileprivate var characters: [Int?] = []

        /// The offset in the block that the next line has if it goes on.
        fileprivate var next = 0
    }

    /// The runs, in order.
    private(set) var runs: [Run] = []

    /// The lines that are no dump, joined where they follow each other.
    private(set) var others: [Range<Int>] = []

    private var direction: UInt8 = 0

    /// Whether the next line of a dump begins one of the message.
    private var beginsLine = false

    /// How many columns the digits of a line take, each pair with a blank behind it.
    private static let digitColumns = 48

    /// Reads a text.
    init(of text: ArraySlice<UInt8>) {
        let bytes = text.span
        var start = 0
        while start < bytes.count {
            let end = LineScan.firstLineFeed(in: bytes, from: start) ?? bytes.count
            let line = text[text.startIndex + start..<text.startIndex + end]
            if let body = TraceDump.body(of: line) {
                append(line, offset: body.offset, at: start, content: body.start - line.startIndex)
            } else {
                readOther(line, start..<min(end + 1, bytes.count))
            }
            start = end + 1
        }
    }

    /// Where the content of a line of a dump begins, and its offset in the block; nil for any other line.
    private static func body(of line: ArraySlice<UInt8>) -> (offset: Int, start: Int)? {
        let digits = line.prefix(16).prefix { byte in byte.hexadecimalDigit != nil }
        guard digits.count >= 4, line[digits.endIndex...].starts(with: ": ".utf8) else { return nil }
        let offset = digits.reduce(0) { offset, byte in offset << 4 | Int(byte.hexadecimalDigit ?? 0) }
        return (offset, digits.endIndex + 2)
    }

    /// A line between dumps: the head of a block tells a direction.
    private mutating func readOther(_ line: ArraySlice<UInt8>, _ range: Range<Int>) {
        let words = String(decoding: line.prefix(40), as: UTF8.self)
        let direction: UInt8? = words.contains("=> Send") ? 1 : words.contains("<= Recv") ? 2 : nil
        beginsLine = words.contains(" header,")
        if let direction, direction != self.direction || runs.isEmpty {
            self.direction = direction
            runs.append(Run())
        }
        if let last = others.last, last.upperBound == range.lowerBound {
            others[others.count - 1] = last.lowerBound..<range.upperBound
        } else {
            others.append(range)
        }
    }

    private mutating func append(_ line: ArraySlice<UInt8>, offset: Int, at start: Int, content: Int) {
        if runs.isEmpty { runs.append(Run()) }
        var run = runs.removeLast()
        defer { runs.append(run) }
        let text = line.dropFirst(content)
        let pairs = TraceDump.digitPairs(of: text)
        if !pairs.isEmpty {
            for (index, byte) in pairs.enumerated() {
                run.bytes.append(byte)
                run.digits.append(start + content + index * 3)
                let column = TraceDump.digitColumns + index
                // A line that was cut has fewer characters than digits.
                run.characters.append(column < text.count ? start + content + column : nil)
            }
            return
        }
        // Without digits a line ends where one of the message does, and what ends it is left out.
        if offset > 0 ? offset != run.next : beginsLine && !run.bytes.isEmpty {
            run.bytes.append(UInt8(ascii: "\n"))
            run.digits.append(nil)
            run.characters.append(nil)
        }
        // An offset may be any number that the digits spell.
        run.next = offset &+ text.count
        for index in 0..<text.count {
            run.bytes.append(text[text.startIndex + index])
            run.digits.append(nil)
            run.characters.append(start + content + index)
        }
    }

    /// The bytes that the digits of a line stand for; none where it has none.
    private static func digitPairs(of text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.count > digitColumns else { return [] }
        var pairs: [UInt8] = []
        for index in 0..<digitColumns / 3 {
            let column = text.startIndex + index * 3
            guard let high = text[column].hexadecimalDigit, let low = text[column + 1].hexadecimalDigit,
                text[column + 2] == UInt8(ascii: " ")
            else { return text[column..<text.startIndex + digitColumns].allSatisfy(\.isBlank) ? pairs : [] }
            pairs.append(high << 4 | low)
        }
        return pairs
    }
}

extension TraceDump.Run {
    /// The parts of the text that a range of the bytes stands in, each with what takes its place.
    func parts(hiding range: Range<Int>, with mark: [UInt8]) -> [HiddenPart] {
        // Too short a place for the mark says no more than that something was there.
        let isRoomy = range.count >= 8
        return range.flatMap { index -> [HiddenPart] in
            let position = index - range.lowerBound
            let byte =
                !isRoomy ? UInt8(ascii: "*") : position < mark.count ? mark[position] : UInt8(ascii: "x")
            let spelled = byte < 0x10 ? [] : Array(String(byte, radix: 16).utf8)
            let digits = digits[index].map { start in
                HiddenPart(range: start..<start + 2, content: .encoded(spelled), rank: .joined)
            }
            let character = characters[index].map { start in
                HiddenPart(range: start..<start + 1, content: .encoded([byte]), rank: .joined)
            }
            return [digits, character].compactMap { part in part }
        }
    }
}
