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

    /// No time and no pair of ids is longer than this.
    private static let longestPrefix = 40

    private static let kinds: [(words: String, kind: Kind)] = [
        ("=> Send header, ", .sentHeader), ("=> Send data, ", .sentData), ("<= Recv header, ", .receivedHeader),
        ("<= Recv data, ", .receivedData), ("=> Send SSL data, ", .encrypted), ("<= Recv SSL data, ", .encrypted),
    ]

    /// Reads a line, or gives nil when it is none above a block.
    init?(_ line: ArraySlice<UInt8>) {
        var rest = line
        var time: Int?
        var transfer: String?
        if rest.first?.isDigit ?? false {
            guard let space = rest.prefix(CurlTraceHeading.longestPrefix).firstIndex(of: UInt8(ascii: " ")),
                let read = CurlTraceHeading.microseconds(rest[..<space])
            else { return nil }
            time = read
            rest = rest[(space + 1)...]
        }
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.prefix(CurlTraceHeading.longestPrefix).firstIndex(of: UInt8(ascii: "]")),
                rest[(end + 1)...].first == UInt8(ascii: " ")
            else { return nil }
            transfer = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            rest = rest[(end + 2)...]
        }
        self.time = time
        self.transfer = transfer
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

    /// Reads `07:57:17.952125`.
    private static func microseconds(_ text: ArraySlice<UInt8>) -> Int? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = number(parts[0]), let minute = number(parts[1]), hour < 24, minute < 60
        else { return nil }
        let seconds = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(seconds.count), let second = number(seconds[0]), second < 61 else { return nil }
        let digits = seconds.count == 2 ? String(decoding: seconds[1].prefix(6), as: UTF8.self) : "0"
        guard let fraction = Int(digits), fraction >= 0 else { return nil }
        let scale = (digits.utf8.count..<6).reduce(1) { scale, _ in scale * 10 }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction * scale
    }

    /// The number of two digits.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count == 2, digits.allSatisfy(\.isDigit) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
