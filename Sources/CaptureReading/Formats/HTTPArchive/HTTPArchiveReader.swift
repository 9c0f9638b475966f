internal import ByteCoding
internal import JSONReading

/// Goes through an archive from its outermost brace, and hands out the elements of `entries` one at a time.
///
/// Nothing but the value at the front is in memory. Members may stand in any order: what comes behind the entries is
/// read when it comes.
struct HTTPArchiveReader: ExchangeReader {
    /// Where the reader stands.
    enum Level {
        case root
        case log
        case entries
        case end
    }

    /// What is wrong outside any entry.
    private(set) var defects: [CaptureDefect] = []

    var level = Level.root
    private var creator: CaptureProgram?
    private var browser: CaptureProgram?
    private var missing = HTTPArchiveFault.noLog

    /// What the entries begin with.
    var sign = HTTPArchiveEntrySign()

    /// Whether the first entry has been looked at.
    var hasLearnt = false

    /// Whether the last entry is damaged, so that pieces of it may follow.
    var isBehindDamage = false

    /// Whether a member or an element stands before the front, so that a comma is due.
    var isBehindValue = false

    /// Whether another archive was met behind the first.
    var hasFurtherArchive = false

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
        repeat {
            while level != .end {
                guard level == .entries else {
                    if let (expected, found) = try readMember(from: &window) {
                        try passOver(&window, expected: expected, found: found)
                    }
                    continue
                }
                if let exchange = try readElement(from: &window, number: &number) { return exchange }
            }
        } while try entersFurtherArchive(in: &window)
        while try window.skipAll() != nil {}
        return nil
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
    mutating func report(
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
