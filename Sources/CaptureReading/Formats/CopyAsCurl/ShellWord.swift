internal import ByteCoding

/// A word of a command line with its quotes and escapes removed.
struct ShellWord: Sendable {
    /// Its bytes, with their places.
    var bytes = GatheredBytes()

    /// Where it begins in the capture, with the quote.
    var place: Place

    /// Whether the shell puts the output of a command into it, which the capture does not have.
    var isSubstituted = false

    /// Whether the name of a variable stands in it where the shell puts in the value.
    var hasVariable = false

    /// Whether any part of it is quoted.
    var isQuoted = false

    /// Whether what it stands for is not what it says: the output of a command, or nothing but a variable.
    ///
    /// A variable in other text is shown by its name: most of the text is still there.
    var isMade: Bool {
        guard hasVariable else { return isSubstituted }
        let name = bytes.bytes.dropFirst().filter { byte in byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") }
        return isSubstituted || bytes.bytes.first == UInt8(ascii: "$") && name.allSatisfy(\.isOfVariable)
    }

    /// Its text; bytes that are no UTF-8 are replaced by U+FFFD.
    var text: String { String(decoding: bytes.bytes, as: UTF8.self) }

    /// The word without its first bytes.
    func dropping(_ count: Int) -> ShellWord {
        var rest = ShellWord(place: place)
        rest.bytes = bytes.dropping(count)
        rest.isSubstituted = isSubstituted
        rest.hasVariable = hasVariable
        rest.isQuoted = isQuoted
        return rest
    }
}

extension UInt8 {
    /// Whether a name of a variable may have it.
    ///
    /// POSIX.1-2024 §3.216
    var isOfVariable: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
