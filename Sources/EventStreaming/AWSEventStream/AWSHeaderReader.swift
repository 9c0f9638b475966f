/// Reads the headers of a message: name, type and value, one behind the other.
struct AWSHeaderReader {
    private var rest: ArraySlice<UInt8>

    /// Reads from the bytes that the headers take.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// All headers, or nil where one is cut or has a type that does not exist.
    mutating func headers() -> [AWSEventHeader]? {
        var headers: [AWSEventHeader] = []
        while !rest.isEmpty {
            guard let nameLength = take(1)?.first, let name = take(Int(nameLength)), let type = take(1)?.first,
                let value = value(ofType: type)
            else { return nil }
            headers.append(AWSEventHeader(name: String(decoding: name, as: UTF8.self), value: value))
        }
        return headers
    }

    private mutating func value(ofType type: UInt8) -> AWSEventHeader.Value? {
        switch type {
        case 0: .bool(true)
        case 1: .bool(false)
        case 2: number(Int8.self).map(AWSEventHeader.Value.int8)
        case 3: number(Int16.self).map(AWSEventHeader.Value.int16)
        case 4: number(Int32.self).map(AWSEventHeader.Value.int32)
        case 5: number(Int64.self).map(AWSEventHeader.Value.int64)
        case 6: counted().map { bytes in .bytes(Array(bytes)) }
        case 7: counted().map { bytes in .string(String(decoding: bytes, as: UTF8.self)) }
        case 8: number(Int64.self).map(AWSEventHeader.Value.timestamp)
        case 9: take(16).map { bytes in .uuid(Array(bytes)) }
        default: nil
        }
    }

    /// Takes bytes behind the two that say how many there are.
    private mutating func counted() -> ArraySlice<UInt8>? {
        number(UInt16.self).flatMap { count in take(Int(count)) }
    }

    /// Takes a big-endian number of the type's width.
    private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        take(Number.bitWidth / 8)?.reduce(0) { number, byte in
            Number(truncatingIfNeeded: Number.Magnitude(truncatingIfNeeded: number) << 8)
                | Number(truncatingIfNeeded: byte)
        }
    }

    /// Takes so many bytes; nil when there are fewer.
    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
