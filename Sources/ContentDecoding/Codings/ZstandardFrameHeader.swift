/// The beginning of a zstd frame, put together from pieces, and the window that it asks for.
///
/// RFC 8878 §3.1.1.1
struct ZstandardFrameHeader {
    /// The fewest bytes that tell what a frame is: its magic number and the byte behind.
    static let least = 5

    /// The most bytes of a header.
    private static let most = 18

    private var bytes: [UInt8] = []

    /// Whether the header was told before.
    private var isTold = false

    /// Appends bytes of the frame, and says whether they complete what there is to know; once.
    mutating func append(_ piece: ArraySlice<UInt8>) -> Bool {
        guard !isTold else { return false }
        bytes += piece.prefix(ZstandardFrameHeader.most - bytes.count)
        isTold = isWhole
        return isTold
    }

    /// Whether the frame is of a format before 0.8.
    var isLegacy: Bool { ZstandardFrameHeader.isLegacy(bytes) }

    /// Whether a frame that begins so is of a format before 0.8.
    static func isLegacy(_ beginning: [UInt8]) -> Bool {
        (0x22...0x27).contains(beginning.first ?? 0) && beginning.dropFirst().starts(with: [0xB5, 0x2F, 0xFD])
    }

    /// The window in bytes; nil for frames of another kind, and where it is that of the content and fits any client.
    var windowSize: Int? {
        guard isStandard, bytes.count > 5 else { return nil }
        if !isSingleSegment {
            let descriptor = Int(bytes[5])
            let base = 1 << (10 + descriptor >> 3)
            return base + base / 8 * (descriptor & 7)
        }
        let start = 5 + dictionaryIDSize
        let field = bytes.dropFirst(start).prefix(contentSizeSize)
        let size = field.reversed().reduce(UInt64(0)) { size, byte in size << 8 | UInt64(byte) }
        return Int(clamping: contentSizeSize == 2 ? size + 256 : size)
    }

    private var isStandard: Bool { bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) }

    private var descriptor: UInt8 { bytes.count > 4 ? bytes[4] : 0 }

    private var isSingleSegment: Bool { descriptor & 0x20 != 0 }

    private var dictionaryIDSize: Int { [0, 1, 2, 4][Int(descriptor & 3)] }

    private var contentSizeSize: Int {
        let flag = Int(descriptor >> 6)
        return flag == 0 ? (isSingleSegment ? 1 : 0) : 1 << flag
    }

    private var isWhole: Bool {
        guard bytes.count >= ZstandardFrameHeader.least else { return false }
        guard isStandard else { return true }
        return bytes.count >= 5 + (isSingleSegment ? 0 : 1) + dictionaryIDSize + contentSizeSize
    }
}
