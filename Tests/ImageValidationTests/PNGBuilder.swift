import ByteCoding

/// Builds a PNG chunk by chunk, sound or broken.
struct PNGBuilder {
    /// A chunk before it is written.
    struct Chunk {
        var type: String
        var data: [UInt8]

        /// What is written for its length, where that is to be wrong.
        var length: UInt32?

        /// What its checksum is changed by.
        var checksumDamage: UInt32 = 0
    }

    /// The signature.
    var signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The chunks.
    var chunks: [Chunk] = []

    /// What stands behind the last chunk.
    var trailing: [UInt8] = []

    /// The bytes.
    var bytes: [UInt8] {
        signature + chunks.flatMap(PNGBuilder.bytes) + trailing
    }

    private static func bytes(_ chunk: Chunk) -> [UInt8] {
        let named = Array(chunk.type.unicodeScalars.map { scalar in UInt8(scalar.value) }) + chunk.data
        var crc = CRC32()
        crc.update(named[...])
        return big32(chunk.length ?? UInt32(chunk.data.count)) + named + big32(crc.value ^ chunk.checksumDamage)
    }

    /// A sound image of 4 x 3 pixels of 8 bits; its rows hold small numbers.
    static func image(color: UInt8 = 2, depth: UInt8 = 8, interlace: UInt8 = 0) -> PNGBuilder {
        let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(color)] ?? 1
        let rowSize = (4 * channels * Int(depth) + 7) / 8
        let rows = (0..<3).map { row in [UInt8](repeating: UInt8(row), count: rowSize) }
        var builder = PNGBuilder()
        builder.add("IHDR", header(4, 3, depth: depth, color: color, interlace: interlace))
        if color == 3 { builder.add("PLTE", [UInt8](repeating: 7, count: 9)) }
        builder.add("IDAT", zlib(rows.flatMap { row in [0] + row }))
        builder.add("IEND", [])
        return builder
    }

    /// A sound animation of two frames, of which the image is the first.
    static func animation() -> PNGBuilder {
        var builder = image(color: 0)
        builder.insert("acTL", big32(2) + big32(0), before: "IDAT")
        builder.insert("fcTL", frame(0, 4, 3), before: "IDAT")
        builder.insert("fcTL", frame(1, 2, 2, x: 1, y: 1), before: "IEND")
        builder.insert("fdAT", big32(2) + zlib([0, 1, 1, 0, 1, 1]), before: "IEND")
        return builder
    }

    // MARK: Changing

    mutating func add(_ type: String, _ data: [UInt8]) {
        chunks.append(Chunk(type: type, data: data))
    }

    mutating func insert(_ type: String, _ data: [UInt8], before name: String) {
        chunks.insert(Chunk(type: type, data: data), at: index(of: name))
    }

    func with(_ type: String, _ data: [UInt8], before name: String = "IDAT") -> PNGBuilder {
        var copy = self
        copy.insert(type, data, before: name)
        return copy
    }

    func changing(_ name: String, _ change: (inout Chunk) -> Void) -> PNGBuilder {
        var copy = self
        change(&copy.chunks[index(of: name)])
        return copy
    }

    func replacing(_ name: String, by data: [UInt8]) -> PNGBuilder {
        changing(name) { chunk in chunk.data = data }
    }

    func without(_ name: String) -> PNGBuilder {
        var copy = self
        copy.chunks.remove(at: index(of: name))
        return copy
    }

    private func index(of name: String) -> Int {
        chunks.firstIndex { chunk in chunk.type == name } ?? chunks.count
    }

    // MARK: Data

    static func header(
        _ width: UInt32, _ height: UInt32, depth: UInt8 = 8, color: UInt8 = 2, interlace: UInt8 = 0
    ) -> [UInt8] {
        big32(width) + big32(height) + [depth, color, 0, 0, interlace]
    }

    static func frame(
        _ sequence: UInt32, _ width: UInt32, _ height: UInt32, x: UInt32 = 0, y: UInt32 = 0, dispose: UInt8 = 0,
        blend: UInt8 = 0
    ) -> [UInt8] {
        big32(sequence) + big32(width) + big32(height) + big32(x) + big32(y) + [0, 1, 0, 10, dispose, blend]
    }

    static func big32(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { shift in UInt8(truncatingIfNeeded: number >> shift) }
    }

    /// Zlib data of stored blocks.
    static func zlib(_ data: [UInt8], header: [UInt8] = [0x78, 0x01]) -> [UInt8] {
        header + stored(data) + big32(adler(data))
    }

    /// Deflate data of one stored block.
    static func stored(_ data: [UInt8], isLast: Bool = true) -> [UInt8] {
        let count = UInt16(data.count)
        let sizes = [count, ~count].flatMap { number in [UInt8(number & 0xFF), UInt8(number >> 8)] }
        return [isLast ? 1 : 0] + sizes + data
    }

    static func adler(_ data: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in data {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return high << 16 | low
    }
}
