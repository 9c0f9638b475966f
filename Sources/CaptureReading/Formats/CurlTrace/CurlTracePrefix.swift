internal import ByteCoding

/// What `--trace-time` and `--trace-ids` put before every line: `07:57:17.952353 [0-0] `.
struct CurlTracePrefix {
    /// The time of day in microseconds, or nil when there is none.
    private(set) var time: Int?

    /// The transfer and the connection: `0-0`, or nil when there are none.
    private(set) var transfer: String?

    /// How many bytes it takes; 0 where there is none.
    private(set) var length = 0

    /// No time and no pair of ids is longer than this.
    private static let longest = 40

    /// Reads the beginning of a line; nil where something is begun that is neither.
    init?(_ line: ArraySlice<UInt8>) {
        var rest = line
        if rest.first?.isDigit ?? false {
            guard let space = rest.prefix(CurlTracePrefix.longest).firstIndex(of: UInt8(ascii: " ")),
                let read = CurlTracePrefix.microseconds(rest[..<space])
            else { return nil }
            time = read
            rest = rest[(space + 1)...]
        }
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.prefix(CurlTracePrefix.longest).firstIndex(of: UInt8(ascii: "]")),
                rest[(end + 1)...].first == UInt8(ascii: " ")
            else { return nil }
            transfer = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            rest = rest[(end + 2)...]
        }
        length = rest.startIndex - line.startIndex
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
