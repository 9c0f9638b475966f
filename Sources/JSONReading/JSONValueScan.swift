internal import CScan

/// The search for the end of one JSON value, in a text that arrives piece by piece.
///
/// Brackets and strings are all it minds, so a value with faults in it ends where its brackets do. What the scan looks
/// for fits a few bytes, however large the value is: a text of a gigabyte is split in a window of a few kilobytes.
///
/// RFC 8259 §2
public struct JSONValueScan: Sendable {
    /// What the bytes so far leave the scan in.
    private enum State {
        case start
        case scalar
        case string
        case stringBehindBackslash
        case container
    }

    private var state = State.start

    /// Where among the brackets of a container the scan is.
    private var brackets = CScanBrackets()

    /// A scan at the first byte of a value.
    public init() {}

    /// Goes on to the end of the value.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: where to go on: at the value's first byte, then behind what the calls before were given.
    /// - Returns: the offset behind the value, or nil when the text ends first. A number or a literal ends at the byte
    ///   behind it, so that one at the end of a text gives nil.
    public mutating func end(in text: Span<UInt8>, from start: Int) -> Int? {
        var position = start
        while position < text.count {
            switch state {
            case .container:
                brackets = cscan_closing_bracket(brackets, text.extracting(droppingFirst: position), 0)
                return brackets.isFound ? position + brackets.bytesRead : nil
            case .string:
                position = JSONValueScan.endOfPlainBytes(in: text, from: position)
                guard position < text.count else { return nil }
                guard text[position] == UInt8(ascii: "\\") else { return position + 1 }
                state = .stringBehindBackslash
            case .stringBehindBackslash:
                state = .string
            case .scalar:
                if JSONValueScan.endsScalar(text[position]) { return position }
            case .start:
                open(with: text[position])
                // The opening bracket is the first of those that are counted.
                if state == .container { continue }
            }
            position += 1
        }
        return nil
    }

    /// Looks at the first byte of the value.
    private mutating func open(with byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): state = .string
        case UInt8(ascii: "{"), UInt8(ascii: "["): state = .container
        default: state = .scalar
        }
    }

    /// The offset of the first quote or backslash, or the text's length.
    private static func endOfPlainBytes(in text: Span<UInt8>, from start: Int) -> Int {
        var position = PlainRun.end(in: text, from: start)
        while position < text.count, text[position] != UInt8(ascii: "\""), text[position] != UInt8(ascii: "\\") {
            position += 1
            // Plain runs leave out what is not ASCII; text in other scripts is mostly that.
            if position < text.count, text[position] < 0x80 { position = PlainRun.end(in: text, from: position) }
        }
        return position
    }

    /// Whether a byte stands behind a number or a literal and is none of it.
    private static func endsScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["),
            UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"), UInt8(ascii: ")"), UInt8(ascii: ";"):
            true
        default: false
        }
    }
}
