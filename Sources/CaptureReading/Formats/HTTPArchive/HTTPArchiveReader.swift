internal import ByteCoding
internal import JSONReading

/// Goes through an archive from its outermost brace, and hands out the elements of `entries` one at a time.
///
/// Nothing but the value at the front is in memory. Members may stand in any order: what comes behind the entries is
/// read when it comes.
struct HTTPArchiveReader: ExchangeReader {
    /// Where the reader stands.
    private enum Level {
        case root
        case log
        case entries
        case end
    }

    /// What is wrong outside any entry.
    private(set) var defects: [CaptureDefect] = []

    private var level = Level.root
    private var creator: CaptureProgram?
    private var browser: CaptureProgram?
    private var missing = HTTPArchiveFault.noLog

    /// What the entries begin with.
    private var sign = HTTPArchiveEntrySign()

    /// Whether the first entry has been looked at.
    private var hasLearnt = false

    /// Whether the last entry is damaged, so that pieces of it may follow.
    private var isBehindDamage = false

    /// Whether a member or an element stands before the front, so that a comma is due.
    private var isBehindValue = false

    /// Goes to the first entry.
    ///
    /// - Throws: `.notArchive` when there is no array of entries, and what the source throws.
    mutating func open(_ window: inout CaptureWindow) throws(CaptureError) {
        window.skip(HTTPArchiveCall(window.bytes.prefix(CaptureReader.headSize))?.prefixCount ?? 0)
        let first = try window.nextJSONByte()
        guard first == UInt8(ascii: "{") else {
            let isValue = first.map { byte in byte.isDigit || "[\"tfn-".utf8.contains(byte) } ?? false
            if isValue { throw .notArchive(.notObject) }
            throw fault(expected: "an opening brace", found: first, window)
        }
        window.skip(1)
        while level == .root || level == .log {
            if let (expected, found) = try readMember(from: &window) {
                throw fault(expected: expected, found: found, window)
            }
        }
        if level == .end { throw .notArchive(missing) }
    }

    /// Adds what the archive says of itself, as far as it has been read.
    func describe(_ capture: inout Capture) {
        capture.creator = creator
        capture.browser = browser
    }

    /// Reads the next entry, or gives nil when the archive has been read to its end.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange? {
        var number = number
        while level != .end {
            guard level == .entries else {
                if let (expected, found) = try readMember(from: &window) {
                    try passOver(&window, expected: expected, found: found)
                }
                continue
            }
            if let exchange = try readElement(from: &window, number: &number) { return exchange }
        }
        while try window.skipAll() != nil {}
        return nil
    }

    /// Reads the next element of `entries`, or its end; nil when that is no entry.
    private mutating func readElement(
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
    private mutating func passOver(
        _ window: inout CaptureWindow, expected: String, found: UInt8?, isStray: Bool = false
    ) throws(CaptureError) -> Int {
        let location = window.location
        if isStray { window.skip(1) }
        let passed = try window.skipToEntry(sign)
        let rest = passed.isEntry ? "\(passed.count) bytes up to the next entry are passed over" : "what follows is not read"
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

    /// Reads the next member of the object at hand, or its end; gives what was expected where there is neither.
    private mutating func readMember(
        from window: inout CaptureWindow
    ) throws(CaptureError) -> (expected: String, found: UInt8?)? {
        var byte = try window.nextJSONByte()
        if isBehindValue, byte == UInt8(ascii: ",") {
            window.skip(1)
            byte = try window.nextJSONByte()
        }
        if byte == UInt8(ascii: "}") {
            window.skip(1)
            level = level == .log ? .root : .end
            isBehindValue = true
            return nil
        }
        guard byte == UInt8(ascii: "\"") else { return ("a name or a closing brace", byte) }
        let key = try window.loadJSONValue()
        let name = JSONDocument(parsing: window.bytes.prefix(key.count)).root?.string
        window.skip(key.count)
        byte = try window.nextJSONByte()
        guard byte == UInt8(ascii: ":") else { return ("a colon", byte) }
        window.skip(1)
        byte = try window.nextJSONByte()
        guard let byte, !",:]}".utf8.contains(byte) else { return ("a value", byte) }
        isBehindValue = true
        let isWhole =
            level == .root
            ? try readRootMember(name, first: byte, from: &window) : try readLogMember(name, first: byte, from: &window)
        return isWhole ? nil : ("the end of a value", nil)
    }

    /// Reads the value of an outermost member; false when the capture ends in it.
    private mutating func readRootMember(
        _ name: String?, first: UInt8, from window: inout CaptureWindow
    ) throws(CaptureError) -> Bool {
        guard name == "log" else { return try window.skipJSONValue() }
        guard first == UInt8(ascii: "{") else {
            missing = .logNotObject
            return try window.skipJSONValue()
        }
        window.skip(1)
        missing = .noEntries
        level = .log
        isBehindValue = false
        return true
    }

    /// Reads the value of a member of the log; false when the capture ends in it.
    private mutating func readLogMember(
        _ name: String?, first: UInt8, from window: inout CaptureWindow
    ) throws(CaptureError) -> Bool {
        switch name {
        case "entries" where first == UInt8(ascii: "["):
            window.skip(1)
            level = .entries
            return true
        case "creator", "browser":
            let value = try window.loadJSONValue()
            let root = JSONDocument(parsing: window.bytes.prefix(value.count)).root
            let tool = root.flatMap { root in
                root.isObject ? CaptureProgram(name: root["name"]?.string, version: root["version"]?.string) : nil
            }
            if name == "creator" { creator = tool ?? creator } else { browser = tool ?? browser }
            window.skip(value.count)
            return value.isWhole
        default:
            return try window.skipJSONValue()
        }
    }

    private func fault(expected: String, found: UInt8?, _ window: CaptureWindow) -> CaptureError {
        .notArchive(.notJSON(expected: expected, found: found, at: window.location))
    }

    /// Notes a defect, at the front of the window unless a location is given.
    private mutating func report(
        _ id: String, expected: String, found: UInt8?, _ advice: String, _ window: CaptureWindow,
        at location: Location? = nil
    ) {
        let words = "expected \(expected), found \(found?.spelled ?? "the end of the capture")"
        defects.append(
            CaptureDefect(
                id: "har." + id, message: advice.isEmpty ? words : words + "; \(advice)",
                location: location ?? window.location))
    }
}
