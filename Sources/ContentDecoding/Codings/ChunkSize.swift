internal import ByteCoding

/// The size that the first line of a chunk declares.
///
/// RFC 9112 §7.1
package struct ChunkSize: Equatable {
    /// The size in bytes.
    package let value: Int

    /// Whether nothing stands behind the number but an extension.
    package let isStandard: Bool

    /// Reads a line without its end; nil unless it begins with a number that fits, and nothing but white space stands
    /// between that and the end or an extension.
    package init?(_ line: some Collection<UInt8>) {
        let digits = line.prefix { byte in ChunkSize.digit(byte) != nil }
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: 16)
            guard !isTooLarge, let digit = ChunkSize.digit(byte) else { return nil }
            value = scaled + digit
        }
        let rest = line.dropFirst(digits.count)
        let behind = rest.drop(while: \.isBlank)
        guard behind.isEmpty || behind.first == UInt8(ascii: ";") else { return nil }
        self.value = value
        isStandard = rest.isEmpty || !behind.isEmpty
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
