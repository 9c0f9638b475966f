/// Reads CBOR from bytes that anybody may have written.
///
/// What it takes is bounded by the bytes that are there, whatever they claim, and by a depth.
///
/// RFC 8949 §3
struct CBORReader {
    private var rest: ArraySlice<UInt8>

    /// How deep values may stand in one another: credentials need six.
    private static let deepest = 32

    /// The value that bytes begin with; nil where they are no CBOR.
    static func value(of bytes: ArraySlice<UInt8>) -> CBORValue? {
        var reader = CBORReader(rest: bytes)
        return reader.value(depth: 0)
    }

    private mutating func value(depth: Int) -> CBORValue? {
        guard depth < CBORReader.deepest, let first = rest.popFirst() else { return nil }
        let isOpen = first & 0x1F == 31
        guard let argument = isOpen ? 0 : argument(first & 0x1F) else { return nil }
        switch first >> 5 {
        case 0: return isOpen ? nil : .integer(argument)
        case 1: return isOpen ? nil : .integer(-1 - argument)
        case 2: return (isOpen ? pieces(type: 2) : take(argument)).map(CBORValue.bytes)
        case 3:
            return (isOpen ? pieces(type: 3) : take(argument)).map { text in
                .text(String(decoding: text, as: UTF8.self))
            }
        case 4: return elements(isOpen ? nil : argument, depth).map(CBORValue.array)
        case 5: return members(isOpen ? nil : argument, depth).map(CBORValue.map)
        case 6: return isOpen ? nil : value(depth: depth + 1).map { value in .tagged(argument, value) }
        default: return isOpen ? nil : .other
        }
    }

    /// The number that goes with the first byte; nil where it is not there, or larger than an `Int`.
    private mutating func argument(_ code: UInt8) -> Int? {
        guard code >= 24 else { return Int(code) }
        guard code <= 27, let bytes = take(1 << Int(code - 24)) else { return nil }
        let number = bytes.reduce(UInt64(0)) { number, byte in number << 8 | UInt64(byte) }
        return Int(exactly: number)
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Whether the next byte ends a value of open length; it is taken then.
    private mutating func isAtBreak() -> Bool {
        guard rest.first == 0xFF else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The pieces of a string of open length, joined.
    private mutating func pieces(type: UInt8) -> ArraySlice<UInt8>? {
        var joined: [UInt8] = []
        while !isAtBreak() {
            guard let first = rest.popFirst(), first >> 5 == type, first & 0x1F != 31,
                let count = argument(first & 0x1F), let piece = take(count)
            else { return nil }
            joined += piece
        }
        return joined[...]
    }

    private mutating func elements(_ count: Int?, _ depth: Int) -> [CBORValue]? {
        guard count ?? 0 <= rest.count else { return nil }
        var elements: [CBORValue] = []
        while count.map({ count in elements.count < count }) ?? !isAtBreak() {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        }
        return elements
    }

    private mutating func members(_ count: Int?, _ depth: Int) -> [(key: CBORValue, value: CBORValue)]? {
        guard count ?? 0 <= rest.count else { return nil }
        var members: [(key: CBORValue, value: CBORValue)] = []
        while count.map({ count in members.count < count }) ?? !isAtBreak() {
            guard let key = value(depth: depth + 1), let value = value(depth: depth + 1) else { return nil }
            members.append((key, value))
        }
        return members
    }
}
