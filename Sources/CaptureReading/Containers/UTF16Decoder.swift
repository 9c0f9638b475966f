internal import ContentDecoding

/// Writes UTF-16 as UTF-8, without its byte order mark.
///
/// A surrogate without its other half becomes U+FFFD, and is told at the end.
///
/// RFC 2781 §2.2
final class UTF16Decoder: CodingDecoder {
    /// Which byte of a unit comes first.
    enum ByteOrder {
        case littleEndian
        case bigEndian
    }

    let notes: [CodingNote] = []

    private let order: ByteOrder

    /// The first byte of a unit whose second one has not come.
    private var half: UInt8?

    /// The first half of a pair whose second one has not come.
    private var lead: UInt32?

    private var isAtStart = true
    private var byteCount = 0

    /// How many halves of pairs stand alone, and where the first of them does.
    private var aloneCount = 0
    private var firstAlone = 0

    /// The most bytes that one unit is written as: U+FFFD for a half before it, and itself.
    private static let longest = 6

    /// Creates a decoder of a byte order.
    init(_ order: ByteOrder) {
        self.order = order
    }

    func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
        var consumed = 0
        let before = output.count
        for byte in input {
            guard output.freeCapacity >= UTF16Decoder.longest else { break }
            consumed += 1
            byteCount += 1
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let (high, low) = order == .littleEndian ? (byte, first) : (first, byte)
            append(UInt32(high) << 8 | UInt32(low), to: &output)
        }
        return CodingStep(consumed: consumed, produced: output.count - before)
    }

    func finish() -> CodingFault? {
        if half != nil || lead != nil {
            return CodingFault(.truncated, "expected the rest of a character, found the end")
        }
        guard aloneCount > 0 else { return nil }
        let message =
            "expected surrogates in pairs, found \(aloneCount) alone, the first at byte \(firstAlone), and wrote U+FFFD"
        return CodingFault(.corrupt, message)
    }

    /// Takes a unit.
    private func append(_ unit: UInt32, to output: inout OutputSpan<UInt8>) {
        defer { isAtStart = false }
        if isAtStart, unit == 0xFEFF { return }
        if let lead {
            self.lead = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return write(0x10000 + (lead & 0x3FF) << 10 + unit & 0x3FF, to: &output)
            }
            writeAlone(unitsBack: 2, to: &output)
        }
        switch unit {
        case 0xD800...0xDBFF: lead = unit
        case 0xDC00...0xDFFF: writeAlone(unitsBack: 1, to: &output)
        default: write(unit, to: &output)
        }
    }

    private func writeAlone(unitsBack: Int, to output: inout OutputSpan<UInt8>) {
        if aloneCount == 0 { firstAlone = byteCount - 2 * unitsBack }
        aloneCount += 1
        write(0xFFFD, to: &output)
    }

    /// Writes a code point. RFC 3629 §3
    private func write(_ point: UInt32, to output: inout OutputSpan<UInt8>) {
        func put(_ bits: UInt32) { output.append(UInt8(truncatingIfNeeded: bits)) }
        switch point {
        case ..<0x80: put(point)
        case ..<0x800:
            put(0xC0 | point >> 6)
            put(0x80 | point & 0x3F)
        case ..<0x10000:
            put(0xE0 | point >> 12)
            put(0x80 | point >> 6 & 0x3F)
            put(0x80 | point & 0x3F)
        default:
            put(0xF0 | point >> 18)
            put(0x80 | point >> 12 & 0x3F)
            put(0x80 | point >> 6 & 0x3F)
            put(0x80 | point & 0x3F)
        }
    }
}
