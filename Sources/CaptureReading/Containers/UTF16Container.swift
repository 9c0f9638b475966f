internal import ByteCoding
internal import ContentDecoding

/// A capture in UTF-16, as programs on Windows save text: it is read as UTF-8.
///
/// RFC 2781
struct UTF16Container: CaptureContainer {
    let id: ContainerID

    private let order: UTF16Decoder.ByteOrder

    /// Creates the container of a byte order.
    init(_ order: UTF16Decoder.ByteOrder) {
        self.order = order
        id = order == .littleEndian ? .utf16LittleEndian : .utf16BigEndian
    }

    /// By the byte order mark that is none of UTF-32, or by two characters of ASCII with zero bytes beside them.
    func recognise(_ head: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(head.prefix(4))
        if bytes.starts(with: order == .littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]) {
            return !bytes.dropFirst(2).elementsEqual([0, 0])
        }
        guard bytes.count == 4 else { return false }
        let (low, high) = order == .littleEndian ? (0, 1) : (1, 0)
        return [0, 2].allSatisfy { unit in
            let byte = bytes[unit + low]
            return bytes[unit + high] == 0 && (byte.isWhiteSpace || (0x21...0x7E).contains(byte))
        }
    }

    package func open(
        _ source: any ByteSource, limits: DecodingLimits, inside outer: (any ContainerSource)?
    ) -> any ContainerSource {
        CodedSource(id, source, decoder: UTF16Decoder(order), limits: limits, inside: outer)
    }
}

extension ContainerID {
    /// Text in UTF-16, the low byte first.
    public static let utf16LittleEndian = ContainerID(rawValue: "utf-16le")

    /// Text in UTF-16, the high byte first.
    public static let utf16BigEndian = ContainerID(rawValue: "utf-16be")
}
