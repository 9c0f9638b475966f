internal import ByteCoding

/// An escape between double quotes: a character behind a grave accent, or one that is given by its number.
///
/// Browsers write `$([char]0x20ac)` or `$([char]8364)` for each code unit of UTF-16 that is not ASCII.
struct PowerShellEscape {
    /// The bytes that it stands for.
    let bytes: [UInt8]

    /// How many bytes it takes.
    let length: Int

    private static let controls: [UInt8: UInt8] = [
        UInt8(ascii: "0"): 0x00, UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "e"): 0x1B,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B,
    ]

    /// Reads the escape that a text begins with; nil where its first byte stands for itself.
    init?(_ text: ArraySlice<UInt8>) {
        if text.first == UInt8(ascii: "`"), let next = text.dropFirst().first {
            bytes = [PowerShellEscape.controls[next] ?? next]
            length = 2
            return
        }
        guard text.first == UInt8(ascii: "$"), let lead = PowerShellEscape.codeUnit(text) else { return nil }
        var units = [lead.unit]
        var length = lead.length
        // The halves of a character stand one behind the other.
        if UTF16.isLeadSurrogate(lead.unit), let trail = PowerShellEscape.codeUnit(text.dropFirst(lead.length)),
            UTF16.isTrailSurrogate(trail.unit)
        {
            units.append(trail.unit)
            length += trail.length
        }
        bytes = Array(String(decoding: units, as: UTF16.self).utf8)
        self.length = length
    }

    /// The code unit that `$([char]…)` gives the number of, and how many bytes that takes.
    private static func codeUnit(_ text: ArraySlice<UInt8>) -> (unit: UInt16, length: Int)? {
        guard var rest = text.dropping(prefix: "$([char]") else { return nil }
        var radix = 10
        if let behind = rest.dropping(prefix: "0x") { (rest, radix) = (behind, 16) }
        let digits = rest.prefix(8).prefix { byte in byte.isDigit || byte.isLetter }
        guard let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: radix),
            rest[digits.endIndex...].first == UInt8(ascii: ")")
        else { return nil }
        return (unit, digits.endIndex + 1 - text.startIndex)
    }
}
