/// Reads a text in one pass and lays its values on a tape.
///
/// Containers that are still open wait on a stack of their own, so depth costs memory and never the call stack.
///
/// RFC 8259 §2
struct JSONTapeBuilder {
    /// The values so far, in the order of their first bytes.
    private(set) var nodes: [JSONNode] = []

    /// What the strings so far were forgiven.
    private(set) var flaws: JSONFlaws = []

    /// Why reading stopped, if it did.
    private(set) var fault: JSONFault?

    private var position = 0
    private var current = OpenContainer(node: 0, kind: .document)
    private var parents: [OpenContainer] = []
    private let depthLimit: Int

    /// Nodes to make room for at once: one for so many bytes, up to 1 MB of them; a tape of long strings needs fewer.
    private static let bytesPerNode = 8
    private static let initialNodeLimit = 65_536

    /// A container whose end was not read yet.
    private struct OpenContainer {
        enum Kind { case document, array, object }

        let node: Int
        let kind: Kind
        var count = 0
    }

    /// An empty tape.
    init(depthLimit: Int) { self.depthLimit = depthLimit }

    /// Reads a whole text; to be called once.
    mutating func read(_ text: Span<UInt8>) {
        nodes.reserveCapacity(min(text.count / Self.bytesPerNode + 1, Self.initialNodeLimit))
        do throws(JSONFault) {
            try readDocument(text)
        } catch {
            fault = error
            closeEverything(at: error.offset)
        }
    }

    private mutating func readDocument(_ text: Span<UInt8>) throws(JSONFault) {
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
        skipWhiteSpace(text)
        guard position < text.count else { throw .empty(offset: text.count) }
        try readValue(text, expected: .value)
        while !parents.isEmpty {
            if current.kind == .object { try readMember(text) } else { try readElement(text) }
        }
        skipWhiteSpace(text)
        guard position == text.count else { throw .trailingContent(offset: position) }
    }

    // MARK: Containers

    /// Reads the next element of the current array, or its end.
    private mutating func readElement(_ text: Span<UInt8>) throws(JSONFault) {
        let isFirst = current.count == 0
        let expected: JSONExpectation = isFirst ? .valueOrArrayEnd : .commaOrArrayEnd
        let byte = try nextByte(text, expected: expected)
        if byte == UInt8(ascii: "]") { return closeContainer() }
        if isFirst { return try readValue(text, expected: expected) }
        guard byte == UInt8(ascii: ",") else { throw unexpected(byte, expected: expected) }
        position += 1
        try readValue(text, expected: .value)
    }

    /// Reads the next member of the current object, or its end.
    private mutating func readMember(_ text: Span<UInt8>) throws(JSONFault) {
        var expected: JSONExpectation = current.count == 0 ? .keyOrObjectEnd : .commaOrObjectEnd
        var byte = try nextByte(text, expected: expected)
        if byte == UInt8(ascii: "}") { return closeContainer() }
        if current.count > 0 {
            guard byte == UInt8(ascii: ",") else { throw unexpected(byte, expected: expected) }
            position += 1
            expected = .key
            byte = try nextByte(text, expected: expected)
        }
        guard byte == UInt8(ascii: "\"") else { throw unexpected(byte, expected: expected) }
        try readString(text, flags: .isKey)
        byte = try nextByte(text, expected: .colon)
        guard byte == UInt8(ascii: ":") else { throw unexpected(byte, expected: .colon) }
        position += 1
        try readValue(text, expected: .value)
    }

    private mutating func openContainer(_ kind: JSONKind) throws(JSONFault) {
        guard parents.count < depthLimit else { throw .tooDeep(limit: depthLimit, offset: position) }
        append(kind, end: position + 1)
        parents.append(current)
        current = OpenContainer(node: nodes.count - 1, kind: kind == .object ? .object : .array)
        position += 1
    }

    private mutating func closeContainer() {
        position += 1
        close(end: position, flags: [])
    }

    private mutating func close(end: Int, flags: JSONNode.Flags) {
        nodes[current.node].close(end: end, next: nodes.count, count: current.count, flags: flags)
        if let parent = parents.popLast() { current = parent }
    }

    /// Ends every open container at a fault, and drops a key that has no value.
    private mutating func closeEverything(at offset: Int) {
        if let last = nodes.last, last.flags.contains(.isKey) { nodes.removeLast() }
        while !parents.isEmpty { close(end: offset, flags: .isUnfinished) }
    }

    // MARK: Values

    private mutating func readValue(_ text: Span<UInt8>, expected: JSONExpectation) throws(JSONFault) {
        let byte = try nextByte(text, expected: expected)
        switch byte {
        case UInt8(ascii: "\""): try readString(text, flags: [])
        case UInt8(ascii: "{"): try openContainer(.object)
        case UInt8(ascii: "["): try openContainer(.array)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try readNumber(text)
        case UInt8(ascii: "n"): try readLiteral(text, .null, "null")
        case UInt8(ascii: "f"): try readLiteral(text, .false, "false")
        case UInt8(ascii: "t"): try readLiteral(text, .true, "true")
        default: throw unexpected(byte, expected: expected)
        }
    }

    /// Reads a string; one that breaks off is kept as far as it goes.
    private mutating func readString(_ text: Span<UInt8>, flags: JSONNode.Flags) throws(JSONFault) {
        let end = PlainRun.end(in: text, from: position + 1)
        if end < text.count, text[end] == UInt8(ascii: "\"") {
            append(.string, end: end + 1, flags: flags)
            position = end + 1
            return
        }
        var scan = StringScan(from: end)
        do throws(JSONFault) {
            try scan.readToEnd(of: text)
        } catch {
            append(.string, end: scan.position, flags: flags.union(scan.flags).union(.isUnfinished))
            throw error
        }
        append(.string, end: scan.position, flags: flags.union(scan.flags))
        position = scan.position
    }

    /// Reads a number; one that the end of the text may have cut is kept if it is a number so far.
    private mutating func readNumber(_ text: Span<UInt8>) throws(JSONFault) {
        let end = try NumberScan.end(in: text, from: position)
        let mayBeCut = end == text.count && !parents.isEmpty
        append(.number, end: end, flags: mayBeCut ? .isUnfinished : [])
        position = end
    }

    private mutating func readLiteral(_ text: Span<UInt8>, _ kind: JSONKind, _ word: String) throws(JSONFault) {
        var offset = position
        for letter in word.utf8 {
            guard offset < text.count else { throw .truncated(expected: .literal, offset: offset) }
            guard text[offset] == letter else {
                throw .invalidLiteral(expected: kind, found: text[offset], offset: offset)
            }
            offset += 1
        }
        append(kind, end: offset)
        position = offset
    }

    /// Appends the value that begins at the current position.
    private mutating func append(_ kind: JSONKind, end: Int, flags: JSONNode.Flags = []) {
        nodes.append(JSONNode(kind: kind, start: position, end: end, next: nodes.count + 1, flags: flags))
        if !flags.contains(.isKey) { current.count += 1 }
        flaws.formUnion(JSONFlaws(flags))
    }

    // MARK: Bytes

    /// The next byte that is not white space, which stays where it is.
    private mutating func nextByte(_ text: Span<UInt8>, expected: JSONExpectation) throws(JSONFault) -> UInt8 {
        skipWhiteSpace(text)
        guard position < text.count else { throw .truncated(expected: expected, offset: position) }
        return text[position]
    }

    private mutating func skipWhiteSpace(_ text: Span<UInt8>) {
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    private func unexpected(_ byte: UInt8, expected: JSONExpectation) -> JSONFault {
        .unexpectedByte(found: byte, expected: expected, offset: position)
    }
}
