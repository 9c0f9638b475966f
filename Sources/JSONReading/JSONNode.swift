/// One value on the tape: where its text lies, where its subtree ends, and what is to know of it.
///
/// The tape lists a document's values in the order of their first bytes: a container, then everything in it; in an
/// object each key directly before its value. The text
///
///     {"a": [1, "x\n"], "b": {}}
///     0     6   10      18   23
///
/// becomes seven nodes:
///
///     index  kind    start  end  next  count  flags        text
///     0      object      0   26     7      2               {"a": [1, "x\n"], "b": {}}
///     1      string      1    4     2      0  isKey        "a"
///     2      array       6   16     5      2               [1, "x\n"]
///     3      number      7    8     4      0               1
///     4      string     10   15     5      0  hasEscapes   "x\n"
///     5      string     18   21     6      0  isKey        "b"
///     6      object     23   25     7      0               {}
///
/// Nothing but `next` is needed to walk: the first child of node `i` is `i + 1`, its next sibling is `next`, and the
/// subtree is `i ..< next`. A node takes 16 bytes, whatever its text.
package struct JSONNode: Sendable, Equatable {
    /// The offset of the value's first byte: the opening quote of a string, the bracket of a container.
    package let start: UInt32

    /// The offset behind the value's last byte; where reading stopped in an unfinished value.
    package internal(set) var end: UInt32

    /// The index of the node behind this value's subtree: its next sibling, if it has one.
    package internal(set) var next: UInt32

    /// Kind in bits 0–2, flags in bits 3–11, count in bits 12–31.
    private var packed: UInt32

    /// The largest count a node can hold; a reader that meets it counts by walking.
    package static let saturatedCount = Int(UInt32.max >> countShift)

    private static let flagShift: UInt32 = 3
    private static let countShift: UInt32 = 12

    /// A value without children, or a container whose children are still to come.
    init(kind: JSONKind, start: Int, end: Int, next: Int, flags: Flags = []) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        packed = UInt32(kind.rawValue) | flags.rawValue << Self.flagShift
    }

    /// What the value is.
    package var kind: JSONKind { JSONKind(rawValue: UInt8(packed & 0b111)) ?? .null }

    /// What was noticed while the value was read.
    package var flags: Flags { Flags(rawValue: (packed & (1 << Self.countShift - 1)) >> Self.flagShift) }

    /// The members of an object or elements of an array, at most `saturatedCount`; 0 for everything else.
    package var count: Int { Int(packed >> Self.countShift) }

    /// Leaves a container open while one inside it is read.
    ///
    /// - Parameters:
    ///   - parent: the index of the container around it, which takes the place of `next` until it is closed.
    ///   - count: its members or elements so far, of which at most `saturatedCount` are remembered.
    mutating func suspend(parent: Int, count: Int) {
        next = UInt32(truncatingIfNeeded: parent)
        setCount(count)
    }

    /// Ends a container.
    ///
    /// - Parameters:
    ///   - end: the offset behind its text.
    ///   - next: the index behind its subtree.
    ///   - count: its members or elements, beyond `saturatedCount` too.
    ///   - flags: what is to be added to its flags.
    mutating func close(end: Int, next: Int, count: Int, flags: Flags) {
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        setCount(count)
        packed |= flags.rawValue << Self.flagShift
    }

    private mutating func setCount(_ count: Int) {
        packed = packed & (1 << Self.countShift - 1) | UInt32(min(count, Self.saturatedCount)) << Self.countShift
    }

    /// What was noticed while a value was read.
    package struct Flags: OptionSet, Sendable {
        /// The flags as bits, of which a node has room for nine.
        package let rawValue: UInt32

        /// The flags of these bits.
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// The string holds a backslash: its bytes are not its characters.
        package static let hasEscapes = Flags(rawValue: 1 << 0)
        /// The string holds a raw byte below 0x20, which RFC 8259 §7 wants escaped.
        package static let hasControlCharacters = Flags(rawValue: 1 << 1)
        /// The string holds bytes that are not UTF-8.
        package static let hasInvalidUTF8 = Flags(rawValue: 1 << 2)
        /// The string holds an escaped surrogate without its other half.
        package static let hasLoneSurrogates = Flags(rawValue: 1 << 3)
        /// The string is the name of a member; its value is the next node.
        package static let isKey = Flags(rawValue: 1 << 4)
        /// The value was cut by the end of the input or by a fault.
        package static let isUnfinished = Flags(rawValue: 1 << 5)
    }
}
