import ByteCoding
import Foundation

/// A small PNG in shades of gray, as base64.
struct MadePNG {
    let base64: String

    /// Writes an image; a row whose filter is `Sub` holds other bytes for the same pixels.
    init(_ shades: [[UInt8]], isFiltered: Bool = false) {
        let rows = shades.flatMap { row -> [UInt8] in
            guard isFiltered else { return [0] + row }
            return [1] + row.indices.map { index in row[index] &- (index > 0 ? row[index - 1] : 0) }
        }
        let size = [shades[0].count, shades.count].flatMap { number in MadePNG.big32(UInt32(number)) }
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes += MadePNG.chunk("IHDR", size + [8, 0, 0, 0, 0]) + MadePNG.chunk("IDAT", MadePNG.zlib(rows))
        base64 = Data(bytes + MadePNG.chunk("IEND", [])).base64EncodedString()
    }

    /// A square of so many pixels a side that grows lighter from left to right; `change` alters a pixel's shade.
    static func gradient(_ side: Int, _ change: (Int, Int) -> Int = { _, _ in 0 }) -> [[UInt8]] {
        (0..<side).map { y in (0..<side).map { x in UInt8(clamping: x * 200 / side + change(x, y)) } }
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        var crc = CRC32()
        crc.update((Array(type.utf8) + data)[...])
        return big32(UInt32(data.count)) + Array(type.utf8) + data + big32(crc.value)
    }

    private static func zlib(_ data: [UInt8]) -> [UInt8] {
        let count = UInt16(data.count)
        let sizes = [count, ~count].flatMap { number in [UInt8(number & 0xFF), UInt8(number >> 8)] }
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in data {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return [0x78, 0x01, 1] + sizes + data + big32(high << 16 | low)
    }

    private static func big32(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { shift in UInt8(truncatingIfNeeded: number >> shift) }
    }
}
