internal import ByteCoding
internal import JSONReading

/// The elements of `entries`, and what is read instead of one that is damaged.
///
/// An entry ends at its last bracket, or before the next entry where it is not sound up to there. What belongs to no
/// entry is passed over up to the next one, and told with its place and size.
extension HTTPArchiveReader {
    /// Reads the next element of `entries`, or its end; nil when that is no entry.
    mutating func readElement(
        from window: inout CaptureWindow, number: inout Int
    ) throws(CaptureError) -> Exchange? {
        let line = window.location.line
        let first = try window.nextJSONByte()
        guard let first else {
            report("truncated", expected: "another entry or the end of the entries", found: nil, "", window)
            level = .end
            return nil
        }
        switch first {
        case UInt8(ascii: ","):
            window.skip(1)
        case UInt8(ascii: "{"):
            if !hasLearnt {
                let isOnOwnLine = window.location.line > line
                sign.learn(indentation: isOnOwnLine ? window.location.column - 1 : nil)
                sign.learn(from: window.bytes.span)
                hasLearnt = true
            }
            return try readEntry(from: &window, number: &number)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            try readBracket(first, from: &window)
        case _ where first.isDigit || "[\"tfn-".utf8.contains(first):
            try readOther(first, from: &window, number: &number)
        default:
            if try passOver(&window, expected: "an entry", found: first, isStray: true) > 64, !isBehindDamage {
                number += 1
            }
        }
        return nil
    }

    /// Reads the object at the front; nil when it is a piece of a damaged entry.
    private mutating func readEntry(
        from window: inout CaptureWindow, number: inout Int
    ) throws(CaptureError) -> Exchange? {
        if sign.isBehindFirstByte(of: window.bytes.span) {
            try passOver(&window, expected: "an entry", found: window.bytes.first)
            return nil
        }
        let value = try window.loadEntry(sign)
        if isBehindDamage, !sign.isAtFront(of: window.bytes.span), !isEntry(window.bytes.prefix(value.count)) {
            try passOver(&window, expected: "an entry", found: window.bytes.first)
            return nil
        }
        if value.end == .capture { reportCut(number: number, after: value.count, window) }
        var text = window.bytes.prefix(value.count)
        if value.end == .nextEntry {
            text = text.trimmed
            if text.last == UInt8(ascii: ",") { text = text.dropLast() }
        }
        let count = text.count
        // The window copies what is still looked at.
        text = []
        let source = window.take(count)
        let entry = HTTPArchiveEntry(source, number: number)
        // A brace too many may leave an entry without a member.
        isBehindDamage = !entry.isSound || entry.isEmpty
        if !isBehindDamage { sign.learn(from: source.bytes.span) }
        return entry.exchange()
    }

    /// Whether an object has what only entries have.
    private func isEntry(_ text: ArraySlice<UInt8>) -> Bool {
        let root = JSONDocument(parsing: text).root
        return ["request", "response", "startedDateTime"].contains { name in root?[name] != nil }
    }

    /// Reads the bracket at the front: the end of the entries, unless they go on behind it.
    private mutating func readBracket(_ byte: UInt8, from window: inout CaptureWindow) throws(CaptureError) {
        let isEnd = byte == UInt8(ascii: "]")
        if !isEnd || isBehindDamage, sign.first(in: window.bytes.span, range: 1..<window.bytes.count) != nil {
            try passOver(&window, expected: "an entry", found: byte)
            return
        }
        if isEnd {
            window.skip(1)
        } else {
            report(
                "syntax", expected: "another entry or the end of the entries", found: byte, "they end there", window)
        }
        level = .log
        isBehindValue = true
    }

    /// Reads the element at the front that is no object: a defect that keeps its number.
    ///
    /// What no comma follows is a piece of a damaged entry.
    private mutating func readOther(
        _ first: UInt8, from window: inout CaptureWindow, number: inout Int
    ) throws(CaptureError) {
        if first == UInt8(ascii: "["), sign.isBehindFirstByte(of: window.bytes.span) {
            try passOver(&window, expected: "an entry", found: first)
            return
        }
        let value = try window.loadEntry(sign)
        if value.end == .capture {
            reportCut(number: number, after: value.count, window)
            window.skip(value.count)
            number += 1
            return
        }
        while window.bytes.count < value.count + HTTPArchiveEntrySign.reach, try window.extend() {}
        guard value.end == .bracket, isElement(before: window.bytes.dropFirst(value.count)) else {
            let isEntryName = sign.isEntryName(atFrontOf: window.bytes.span)
            let count = try passOver(&window, expected: "an entry", found: first)
            // An entry that has lost its brace keeps its number; what stands behind a brace too many has none.
            if !isBehindDamage, isEntryName ?? (count > 64) { number += 1 }
            return
        }
        report(
            "entry-not-an-object", expected: "an object as entry \(number)", found: first, "it is passed over", window)
        window.skip(value.count)
        number += 1
    }

    /// Whether an element ends before a text: behind damage only if the entries end there too, or one follows.
    private func isElement(before text: ArraySlice<UInt8>) -> Bool {
        let rest = text.drop(while: \.isWhiteSpace)
        guard let next = rest.first, next != UInt8(ascii: "]") else { return true }
        return next == UInt8(ascii: ",") && (!isBehindDamage || sign.isBehindFirstByte(of: rest.span))
    }

    /// Passes over what belongs to no entry, up to the next one, and gives how many bytes that are; reading ends where
    /// none follows.
    @discardableResult
    mutating func passOver(
        _ window: inout CaptureWindow, expected: String, found: UInt8?, isStray: Bool = false
    ) throws(CaptureError) -> Int {
        let location = window.location
        if isStray { window.skip(1) }
        let passed = try window.skipToEntry(sign)
        let rest =
            passed.isEntry
            ? "\(passed.count) bytes up to the next entry are passed over" : "what follows is not read"
        report("syntax", expected: expected, found: found, rest, window, at: location)
        level = passed.isEntry ? .entries : .end
        return passed.count
    }

    private mutating func reportCut(number: Int, after count: Int, _ window: CaptureWindow) {
        level = .end
        report(
            "truncated", expected: "the end of entry \(number)", found: nil,
            "the entries before it are whole, what there is of this one is read", window,
            at: window.location(of: window.place(count)))
    }
}
