internal import JSONReading

/// What some bytes are, judged by the bytes alone.
enum BodyKind: String {
    case png
    case jpeg
    case gif
    case webp
    case json
    case text
    case binary
    case empty

    /// Judges by the first bytes; for JSON by the grammar too, where a text that was cut is still JSON.
    init(sniffing bytes: ArraySlice<UInt8>) {
        if bytes.isEmpty {
            self = .empty
        } else if let image = BodyKind.image(bytes) {
            self = image
        } else if BodyKind.isCoded(bytes) || bytes.prefix(BodyKind.headerSize).contains(where: BodyKind.isBinary) {
            self = .binary
        } else {
            self = BodyKind.isJSON(bytes) ? .json : .text
        }
    }

    /// The format of an image, or nil when its first bytes are of none that is known.
    static func image(_ bytes: some Collection<UInt8>) -> BodyKind? {
        let head = Array(bytes.prefix(12))
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .gif }
        if head.starts(with: "RIFF".utf8), head.dropFirst(8).elementsEqual("WEBP".utf8) { return .webp }
        return nil
    }

    /// How many bytes tell text from binary data.
    ///
    /// WHATWG MIME Sniffing §5.1
    private static let headerSize = 1445

    /// Whether a byte is a control that no text holds.
    ///
    /// WHATWG MIME Sniffing §3
    private static func isBinary(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x08, 0x0B, 0x0E...0x1A, 0x1C...0x1F: true
        default: false
        }
    }

    /// Whether the bytes begin as gzip or zstd do.
    ///
    /// RFC 1952 §2.3.1, RFC 8878 §3.1.1
    private static func isCoded(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    }

    private static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
        let first = text.first { byte in byte != UInt8(ascii: " ") && !(0x09...0x0D).contains(byte) }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
        switch JSONDocument(parsing: bytes).fault {
        case nil, .truncated: return true
        default: return false
        }
    }
}
