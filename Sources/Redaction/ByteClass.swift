/// Sets of ASCII characters that keys are made of, each a bit, so that any union of them is one look into a table.
struct ByteClass: OptionSet, Sendable {
    let rawValue: UInt16

    static let digit = ByteClass(rawValue: 1 << 0)
    /// `a` to `f`.
    static let smallHexadecimal = ByteClass(rawValue: 1 << 1)
    /// `g` to `z`.
    static let otherSmall = ByteClass(rawValue: 1 << 2)
    static let capital = ByteClass(rawValue: 1 << 3)
    static let hyphen = ByteClass(rawValue: 1 << 4)
    static let underscore = ByteClass(rawValue: 1 << 5)
    static let dot = ByteClass(rawValue: 1 << 6)
    /// `+` and `/`.
    static let base64Marks = ByteClass(rawValue: 1 << 7)
    static let equals = ByteClass(rawValue: 1 << 8)
    static let percent = ByteClass(rawValue: 1 << 9)

    static let hexadecimal: ByteClass = [.digit, .smallHexadecimal]
    static let letters: ByteClass = [.smallHexadecimal, .otherSmall, .capital]
    static let alphanumeric: ByteClass = [.digit, .letters]
    /// What base64 for URLs is written with. RFC 4648 §5
    static let urlSafe: ByteClass = [.alphanumeric, .hyphen, .underscore]
    /// What base64 is written with. RFC 4648 §4
    static let base64: ByteClass = [.alphanumeric, .base64Marks, .equals]
    /// What credentials behind a scheme are written with. RFC 9110 §11.2
    static let token68: ByteClass = [.urlSafe, .base64Marks, .equals, .dot]

    /// The sets that a byte is in; none for what no key is made of.
    init(of byte: UInt8) { self = ByteClass.table[Int(byte)] }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether a byte is in one of the sets.
    func contains(_ byte: UInt8) -> Bool { rawValue & ByteClass.table[Int(byte)].rawValue != 0 }

    private static let table: [ByteClass] = (0...UInt8.max).map { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "a")...UInt8(ascii: "f"): .smallHexadecimal
        case UInt8(ascii: "g")...UInt8(ascii: "z"): .otherSmall
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "_"): .underscore
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "+"), UInt8(ascii: "/"): .base64Marks
        case UInt8(ascii: "="): .equals
        case UInt8(ascii: "%"): .percent
        default: []
        }
    }
}
