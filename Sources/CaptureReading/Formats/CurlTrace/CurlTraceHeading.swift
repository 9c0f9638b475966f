internal import ByteCoding

/// The line above a block of a trace: `07:57:17.952353 [0-0] => Send header, 222 bytes (0xde)`.
struct CurlTraceHeading: Equatable {
    /// What a block holds.
    enum Kind {
        case info
        case sentHeader
        case sentData
        case receivedHeader
        case receivedData
        case encrypted
    }

    /// What the block holds.
    let kind: Kind

    /// How many bytes it has; 0 for a line of information.
    let size: Int

    /// The time of day in microseconds, or nil when the trace has none.
    let time: Int?

    /// The transfer and the connection: `0-0`, or nil when the trace has none.
    let transfer: String?

    private static let kinds: [(words: String, kind: Kind)] = [
        ("=> Send header, ", .sentHeader), ("=> Send data, ", .sentData), ("<= Recv header, ", .receivedHeader),
        ("<= Recv data, ", .receivedData), ("=> Send SSL data, ", .encrypted), ("<= Recv SSL data, ", .encrypted),
    ]

    /// Reads a line, or gives nil when it is none above a block.
    init?(_ line: ArraySlice<UInt8>) {
        guard let prefix = CurlTracePrefix(line) else { return nil }
        let rest = line.dropFirst(prefix.length)
        time = prefix.time
        transfer = prefix.transfer
        if rest.starts(with: "== Info:".utf8) {
            kind = .info
            size = 0
            return
        }
        guard let known = CurlTraceHeading.kinds.first(where: { known in rest.starts(with: known.words.utf8) }) else {
            return nil
        }
        let digits = rest.dropFirst(known.words.utf8.count).prefix(while: \.isDigit)
        guard rest[digits.endIndex...].starts(with: " bytes".utf8),
            let size = Int(String(decoding: digits, as: UTF8.self))
        else { return nil }
        kind = known.kind
        self.size = size
    }
}
