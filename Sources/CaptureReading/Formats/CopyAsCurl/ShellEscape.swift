internal import ByteCoding

/// An escape in `$'…'`: what it stands for, and how long it is.
///
/// POSIX.1-2024, Shell Command Language §2.2.4; `\u` and `\U` are of bash, and browsers write them.
struct ShellEscape {
    /// The bytes that it stands for.
    let bytes: [UInt8]

    /// How many bytes it takes.
    let length: Int

    private static let controls: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "e"): 0x1B, UInt8(ascii: "E"): 0x1B,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "'"): 0x27, UInt8(ascii: "\""): 0x22,
        UInt8(ascii: "?"): 0x3F,
    ]

    /// Reads the escape that a text begins with; nil where the backslash stands for itself.
    init?(_ text: ArraySlice<UInt8>) {
        guard let letter = text.dropFirst().first else { return nil }
        if let control = ShellEscape.controls[letter] {
            bytes = [control]
            length = 2
            return
        }
        let behind = text.dropFirst(2)
        switch letter {
        case UInt8(ascii: "x"):
            guard let (value, count) = ShellEscape.number(behind, digits: 2, radix: 16) else { return nil }
            bytes = [UInt8(truncatingIfNeeded: value)]
            length = 2 + count
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            guard let (value, count) = ShellEscape.number(text.dropFirst(), digits: 3, radix: 8) else { return nil }
            bytes = [UInt8(truncatingIfNeeded: value)]
            length = 1 + count
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = letter == UInt8(ascii: "u") ? 4 : 8
            guard let (value, count) = ShellEscape.number(behind, digits: digits, radix: 16) else { return nil }
            let (scalar, extra) = ShellEscape.scalar(value, behind: behind.dropFirst(count))
            bytes = Array(String(scalar).utf8)
            length = 2 + count + extra
        default: return nil
        }
    }

    /// The character of a number; of a high surrogate with the low one that follows it as an escape of its own.
    private static func scalar(_ value: UInt32, behind text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int) {
        if let scalar = Unicode.Scalar(value) { return (scalar, 0) }
        if (0xD800..<0xDC00).contains(value), text.starts(with: "\\u".utf8),
            let (low, count) = number(text.dropFirst(2), digits: 4, radix: 16), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        {
            return (scalar, 2 + count)
        }
        return ("\u{FFFD}", 0)
    }

    /// The number that a few digits are, and how many they are.
    private static func number(_ text: ArraySlice<UInt8>, digits: Int, radix: Int) -> (UInt32, Int)? {
        let found = text.prefix(digits).prefix { byte in byte.hexadecimalDigit.map { digit in digit < radix } ?? false }
        guard !found.isEmpty, let value = UInt32(String(decoding: found, as: UTF8.self), radix: radix) else {
            return nil
        }
        return (value, found.count)
    }
}
