internal import ByteCoding

/// A block of a trace: the line above it, and where its lines stand.
struct CurlTraceBlock {
    /// The line above it.
    let heading: CurlTraceHeading

    /// Where that line begins, counted from the exchange's first byte.
    let start: Int

    /// Where its lines stand, counted from the exchange's first byte.
    var lines: Range<Int>

    /// What a block lost.
    enum Loss {
        /// Fewer bytes are there than the line above says, as where the capture is cut.
        case cut(expected: Int, found: Int)

        /// Lines are not what curl writes there.
        case damaged
    }

    /// What ends its lines.
    let ending: TextLine.Ending

    /// Whether its first line has the bytes as digits.
    func hasDigits(in source: ExchangeSource) -> Bool {
        let text = source.slice(lines)
        guard heading.kind != .info, let line = TextLine(in: text, at: 0, ending: ending) else { return false }
        return CurlTraceLine(line.text(in: text))?.hasDigits(ofBlock: heading.size) ?? false
    }

    /// Adds the block's bytes to those before it.
    ///
    /// - Parameters:
    ///   - bytes: what was gathered so far.
    ///   - source: the exchange.
    ///   - hasDigits: whether the trace has bytes as digits, or as characters, of which those that cannot be printed
    ///     are lost.
    /// - Returns: what is missing.
    func gather(into bytes: inout GatheredBytes, from source: ExchangeSource, hasDigits: Bool) -> Loss? {
        let before = bytes.bytes.count
        let text = source.slice(lines)
        var rows: [CurlTraceLine] = []
        var isDamaged = false
        var offset = 0
        while let line = TextLine(in: text, at: offset, ending: ending) {
            let content = line.text(in: text)
            if let row = CurlTraceLine(content) {
                rows.append(row)
            } else if !content.allSatisfy(\.isWhiteSpace) {
                isDamaged = true
            }
            offset = line.end
        }
        let size = heading.size
        for (index, row) in rows.enumerated() {
            let read = bytes.bytes.count - before
            guard row.offset == read, read < size || size == 0 else {
                isDamaged = true
                break
            }
            let next = index + 1 < rows.count ? rows[index + 1].offset : size
            let place = { index in source.start.byte + index - source.bytes.startIndex }
            if !hasDigits {
                let isLast = index + 1 == rows.count
                CurlTraceBlock.append(row.text, upTo: max(next - row.offset, 0), isLast, place, to: &bytes)
            } else {
                let (digits, start) = row.digits(upTo: size - read)
                bytes.append(digits, at: place(start), step: 3)
            }
        }
        let found = bytes.bytes.count - before
        return isDamaged ? .damaged : found < size ? .cut(expected: size, found: found) : nil
    }

    /// Adds the characters of a line, and the CRLF that ends it where the next offset has room for one.
    private static func append(
        _ text: ArraySlice<UInt8>, upTo count: Int, _ isLast: Bool, _ place: (Int) -> Int, to bytes: inout GatheredBytes
    ) {
        let characters = text.prefix(count)
        bytes.append(characters, at: place(characters.startIndex))
        let missing = count - characters.count
        if missing == 2 {
            bytes.append([UInt8(ascii: "\r"), UInt8(ascii: "\n")], at: place(characters.endIndex), step: 0)
        } else if missing > 0, missing <= width, !isLast {
            // An editor has removed the spaces at the end.
            bytes.append(Array(repeating: UInt8(ascii: " "), count: missing), at: place(characters.endIndex), step: 0)
        }
    }

    /// The most characters of a line.
    private static let width = 64
}
