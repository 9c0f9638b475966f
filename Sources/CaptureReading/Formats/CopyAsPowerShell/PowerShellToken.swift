internal import ByteCoding

/// A token of a statement of PowerShell with its quotes and escapes removed.
struct PowerShellToken {
    /// What a token is.
    enum Kind: Equatable {
        /// A name, a parameter, a variable, or a value without quotes.
        case word

        /// A text in quotes.
        case string

        /// A bracket, an equals sign, a comma or a bar.
        case symbol(UInt8)
    }

    /// What it is.
    let kind: Kind

    /// Its bytes, with their places.
    var bytes: GatheredBytes

    /// Where it begins in the capture, with the quote.
    let place: Place

    /// Its text; bytes that are no UTF-8 are replaced by U+FFFD.
    var text: String { String(decoding: bytes.bytes, as: UTF8.self) }

    /// Whether it is this symbol.
    func isSymbol(_ letter: Unicode.Scalar) -> Bool { kind == .symbol(UInt8(ascii: letter)) }

    /// Whether it is the name of a variable.
    var isVariable: Bool { kind == .word && bytes.bytes.first == UInt8(ascii: "$") }

    /// The name of the parameter that it is, in small letters; nil where it is none.
    var parameter: String? {
        let name = bytes.bytes.dropFirst()
        guard kind == .word, bytes.bytes.first == UInt8(ascii: "-"), name.first?.isLetter == true else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// Whether it names a command that sends a request.
    var isCommand: Bool {
        kind == .word && PowerShellToken.commands.contains { name in bytes.bytes[...].isEqual(ignoringCase: name) }
    }

    private static let commands = ["Invoke-WebRequest", "Invoke-RestMethod", "iwr", "irm"]
}

extension ArraySlice<PowerShellToken> {
    /// The group that a bracket begins, with both brackets; the first token alone where that is no bracket.
    var leadingGroup: ArraySlice<PowerShellToken> {
        var depth = 0
        for (index, token) in zip(indices, self) {
            guard case .symbol(let byte) = token.kind else {
                if depth == 0 { break }
                continue
            }
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte) { depth -= 1 }
            if depth <= 0 { return self[startIndex...index] }
        }
        return depth > 0 ? self : prefix(1)
    }
}
