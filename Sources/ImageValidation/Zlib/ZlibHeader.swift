/// The two bytes that zlib data begin with.
///
/// RFC 1950 §2.2
struct ZlibHeader {
    /// How the data are compressed, and how far back distances may reach.
    let method: UInt8

    /// The check bits and what else there is.
    let flags: UInt8

    /// How many bytes it has.
    static let size = 2

    /// What can be wrong with it.
    private static let possibleFaults: [ZlibRule] = [.method, .window, .check, .dictionary]

    /// What is wrong.
    var faults: [ZlibRule] {
        ZlibHeader.possibleFaults.filter { fault in
            switch fault {
            case .method: method & 0x0F != 8
            case .window: method >> 4 > 7
            case .check: (Int(method) << 8 | Int(flags)) % 31 != 0
            case .dictionary: flags & 0x20 != 0
            default: false
            }
        }
    }

    /// The power of two that is the size of the window; above 15 where the header is wrong.
    var windowBits: Int { Int(method >> 4) + 8 }

    /// What the format asks for, and what the header has.
    func words(for fault: ZlibRule) -> (expected: String, found: String) {
        switch fault {
        case .method: ("compression method 8 in the zlib header", "\(method & 0x0F)")
        case .window: ("a window of at most 2^15 bytes in the zlib header", "2^\(windowBits)")
        case .check:
            ("a zlib header that is a multiple of 31", "\([method, flags][...].hexadecimal())")
        default: ("zlib data without a preset dictionary", "a header that asks for one")
        }
    }
}
