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
        let digits = line.prefix { byte in byte.hexadecimalDigit != nil }
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: 16)
            guard !isTooLarge, let digit = byte.hexadecimalDigit else { return nil }
            value = scaled + Int(digit)
        }
        let rest = line.dropFirst(digits.count)
        let behind = rest.drop(while: \.isBlank)
        guard behind.isEmpty || behind.first == UInt8(ascii: ";") else { return nil }
        self.value = value
        isStandard = rest.isEmpty || !behind.isEmpty
    }
}
