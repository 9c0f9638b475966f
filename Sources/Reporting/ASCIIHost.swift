internal import ByteCoding

/// The name of a host in the letters that the name system knows, in which a look-alike shows.
///
/// Letters are made small, as is usual; nothing else is mapped as UTS #46 does.
///
/// RFC 5890 §2.3.2.1; RFC 3492
struct ASCIIHost {
    /// The name, its labels in their ASCII form: `xn--bcher-kva.example`.
    let text: String

    /// The longest label: no longer one can be looked up.
    private static let longestLabel = 63

    /// Encodes a host; nil for one that is ASCII already, or has a label that is too long.
    init?(_ host: String) {
        guard host.utf8.contains(where: { byte in byte >= 0x80 }) else { return nil }
        var labels: [String] = []
        for label in host.split(separator: ".", omittingEmptySubsequences: false) {
            guard let encoded = ASCIIHost.encoded(label) else { return nil }
            labels.append(encoded)
        }
        text = labels.joined(separator: ".")
    }

    /// A label in ASCII.
    ///
    /// RFC 3492 §6.3; no number overflows, since a label is short
    private static func encoded(_ label: Substring) -> String? {
        let scalars = label.lowercased().unicodeScalars.map { scalar in Int(scalar.value) }
        guard scalars.count <= longestLabel else { return nil }
        var output = scalars.filter { scalar in scalar < 0x80 }.map { scalar in UInt8(scalar) }
        guard output.count < scalars.count else { return String(label) }
        let basicCount = output.count
        var handled = basicCount
        if handled > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias) = (0x80, 0, 72)
        while let next = scalars.filter({ scalar in scalar >= code }).min(), handled < scalars.count {
            delta += (next - code) * (handled + 1)
            code = next
            for scalar in scalars {
                if scalar < code { delta += 1 }
                guard scalar == code else { continue }
                append(delta, bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        let name = "xn--" + String(decoding: output, as: UTF8.self)
        return name.utf8.count <= longestLabel ? name : nil
    }

    /// Appends a number in digits whose base depends on where they stand.
    private static func append(_ number: Int, _ bias: Int, to output: inout [UInt8]) {
        var rest = number
        var position = 36
        while true {
            let least = min(max(position - bias, 1), 26)
            guard rest >= least else { break }
            output.append(digit(least + (rest - least) % (36 - least)))
            rest = (rest - least) / (36 - least)
            position += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }

    /// The bias for the next number.
    ///
    /// RFC 3492 §6.1
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var bias = 0
        while delta > 455 {
            delta /= 35
            bias += 36
        }
        return bias + 36 * delta / (delta + 38)
    }
}
