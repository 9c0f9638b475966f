internal import CScan

/// The characters of JSON strings, with lone surrogates kept.
///
/// An API may cut a string anywhere between two UTF-16 code units and send the halves of one character in two
/// documents. Joined here, they are that character again; as `String`s both would be lost. The bytes are WTF-8, which
/// is UTF-8 that can also spell a lone surrogate, and spells every text in one way only.
///
/// https://simonsapin.github.io/wtf-8/
public struct JSONText: Sendable, Equatable {
    private var bytes: [UInt8] = []
    private var loneSurrogateCount = 0

    /// No characters.
    public init() {}

    /// Whether there are no characters.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Whether a half of a character stands alone.
    public var hasLoneSurrogates: Bool { loneSurrogateCount > 0 }

    /// The characters, with U+FFFD for each lone surrogate.
    public var string: String {
        guard hasLoneSurrogates else { return String(decoding: bytes, as: UTF8.self) }
        var repaired = self
        repaired.repair()
        return String(decoding: repaired.bytes, as: UTF8.self)
    }

    /// Appends other characters; a lead surrogate at the end and a trail surrogate at their start become one character.
    public mutating func append(_ other: JSONText) {
        var rest = other.bytes[...]
        if let trail = other.firstSurrogate, UTF16.isTrailSurrogate(trail) {
            append(codeUnit: trail)
            loneSurrogateCount -= 1
            rest = rest.dropFirst(3)
        }
        bytes.append(contentsOf: rest)
        loneSurrogateCount += other.loneSurrogateCount
    }

    /// Appends other characters.
    public mutating func append(_ string: String) { bytes.append(contentsOf: string.utf8) }

    /// Appends the characters of a string value with its escapes resolved; nothing for everything but strings.
    public mutating func append(_ value: JSONValue) {
        guard value.kind == .string else { return }
        let range = value.contentRange
        guard value.node.flags.contains(.hasInvalidUTF8) else {
            if let content = value.contentBytes { return bytes.append(contentsOf: content) }
            let end = range.upperBound
            append(in: value.tape.bytes.span.extracting(..<end), from: range.lowerBound, to: end)
            return
        }
        // An escape ends an ill-formed sequence, so that each run is repaired by itself.
        let text = value.tape.bytes.span
        var position = range.lowerBound
        while position < range.upperBound {
            let run = value.tape.slice(position..<range.upperBound).prefix { byte in byte != UInt8(ascii: "\\") }
            bytes.append(contentsOf: String(decoding: run, as: UTF8.self).utf8)
            position += run.count
            if position < range.upperBound { position = appendEscape(in: text, at: position) }
        }
    }

    /// How many bytes the characters take.
    var byteCount: Int { bytes.count }

    /// The bytes, with U+FFFD for each lone surrogate.
    consuming func repairedBytes() -> [UInt8] {
        repair()
        return bytes
    }

    /// Puts U+FFFD in the place of each lone surrogate, which takes three bytes too: EF BF BD.
    private mutating func repair() {
        guard hasLoneSurrogates else { return }
        for index in bytes.indices.dropLast(2) where Self.isSurrogate(bytes[index], bytes[index + 1]) {
            bytes[index] = 0xEF
            bytes[index + 1] = 0xBF
            bytes[index + 2] = 0xBD
        }
        loneSurrogateCount = 0
    }

    /// Whether the next characters may be the other half of the last one.
    var endsInLeadSurrogate: Bool { hasLoneSurrogates && lastSurrogate.map(UTF16.isLeadSurrogate) ?? false }

    /// The most room that is made at once: it is filled with zeros, which costs little while the characters are written
    /// over them before they leave the nearest cache.
    private static let largestRoom = 4096

    /// Appends the characters of a part of a string's content, which is UTF-8.
    ///
    /// - Parameters:
    ///   - content: the content up to its end.
    ///   - start: where the part begins.
    ///   - end: where it ends; an escape that it cuts is read to its own end.
    /// - Returns: the offset behind what was read.
    @discardableResult
    mutating func append(in content: Span<UInt8>, from start: Int, to end: Int) -> Int {
        let part = content.extracting(..<end)
        var position = start
        while position < end {
            let filled = bytes.count
            let count = min(end - position, Self.largestRoom)
            bytes.append(addingCapacity: count) { room in room.append(repeating: 0, count: count) }
            var room = bytes.mutableSpan
            let run = cscan_unescape(part, position, &room, filled)
            bytes.removeLast(count - run.bytesWritten)
            position = run.end
            // A backslash where room was left.
            if run.bytesWritten < count, position < end { position = appendEscape(in: content, at: position) }
        }
        return position
    }

    /// Appends what an escape stands for.
    ///
    /// - Parameters:
    ///   - text: the text that holds it; the reader has found it sound.
    ///   - offset: the offset of its backslash.
    /// - Returns: the offset behind it.
    private mutating func appendEscape(in text: Span<UInt8>, at offset: Int) -> Int {
        if let character = EscapeSequence.character(of: text[offset + 1]) {
            bytes.append(character)
            return offset + 2
        }
        if let unit = try? EscapeSequence.codeUnit(in: text, at: offset) { append(codeUnit: unit) }
        return offset + 6
    }

    /// Appends a code unit of UTF-16, and joins a trail surrogate with a lead surrogate before it.
    private mutating func append(codeUnit unit: UInt16) {
        if UTF16.isTrailSurrogate(unit), let lead = lastSurrogate, UTF16.isLeadSurrogate(lead) {
            bytes.removeLast(3)
            loneSurrogateCount -= 1
            appendEncoded(0x1_0000 + (UInt32(lead) & 0x3FF) << 10 + UInt32(unit) & 0x3FF)
        } else {
            if UTF16.isSurrogate(unit) { loneSurrogateCount += 1 }
            appendEncoded(UInt32(unit))
        }
    }

    /// Appends a code point, surrogates included, the way UTF-8 spells it.
    private mutating func appendEncoded(_ point: UInt32) {
        switch point {
        case ..<0x80:
            bytes.append(UInt8(point))
            return
        case ..<0x800:
            bytes.append(0xC0 | UInt8(point >> 6))
        case ..<0x1_0000:
            bytes.append(0xE0 | UInt8(point >> 12))
            bytes.append(0x80 | UInt8(point >> 6 & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(point >> 18))
            bytes.append(0x80 | UInt8(point >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(point >> 6 & 0x3F))
        }
        bytes.append(0x80 | UInt8(point & 0x3F))
    }

    private var firstSurrogate: UInt16? { surrogate(at: 0) }

    private var lastSurrogate: UInt16? { surrogate(at: bytes.count - 3) }

    /// The surrogate spelled at an offset.
    private func surrogate(at offset: Int) -> UInt16? {
        guard offset >= 0, offset + 3 <= bytes.count, Self.isSurrogate(bytes[offset], bytes[offset + 1]) else {
            return nil
        }
        return 0xD000 | UInt16(bytes[offset + 1] & 0x3F) << 6 | UInt16(bytes[offset + 2] & 0x3F)
    }

    /// Whether these are the first two of the three bytes that spell a surrogate.
    private static func isSurrogate(_ first: UInt8, _ second: UInt8) -> Bool { first == 0xED && second >= 0xA0 }
}
