/// What a document holds against RFC 8259 or RFC 3629 that a reader can live with.
///
/// A flaw costs no value: the bytes stay as they are and the strings that hold them are flagged.
public struct JSONFlaws: OptionSet, Sendable {
    /// The flaws as bits.
    public let rawValue: UInt8

    /// The flaws of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A raw byte below 0x20 stands in a string.
    ///
    /// RFC 8259 §7
    public static let controlCharacters = JSONFlaws(rawValue: 1 << 0)

    /// Bytes in a string are not UTF-8.
    ///
    /// RFC 8259 §8.1
    public static let invalidUTF8 = JSONFlaws(rawValue: 1 << 1)

    /// An escaped surrogate has no other half.
    ///
    /// RFC 8259 §8.2
    public static let loneSurrogates = JSONFlaws(rawValue: 1 << 2)

    /// The flaws that the flags of a string stand for.
    init(_ flags: JSONNode.Flags) {
        var flaws: JSONFlaws = []
        if flags.contains(.hasControlCharacters) { flaws.insert(.controlCharacters) }
        if flags.contains(.hasInvalidUTF8) { flaws.insert(.invalidUTF8) }
        if flags.contains(.hasLoneSurrogates) { flaws.insert(.loneSurrogates) }
        self = flaws
    }
}
