internal import ByteCoding

/// The secrets that programs have in their code as one of two strings: `setHeader("Authorization", "Bearer …")`,
/// `(b'x-api-key', b'…')`, `auth=("joe", "…")`.
enum CodePlaces {
    /// Finds the secrets of a text, in the order of their kinds of place.
    static func spans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var position = 0
        while let first = openings.first(in: text.span, from: position) {
            position = first + 1
            let opening = text.startIndex + first
            guard brackets.contains(text[opening]), let left = string(behind: opening, in: text),
                let right = string(behindCommaOf: left, in: text)
            else {
                continue
            }
            let spans = isLogin(before: opening, in: text) ? password(right) : value(right, named: left)
            found += spans.map { span in span.shifted(by: -text.startIndex) }
        }
        return found
    }

    /// A bracket before a string, of which a letter may say what kind it is.
    private static let openings = ByteSieve([
        [brackets, quotes, ByteSieve.anyByte], [brackets, kinds, quotes],
    ])
    private static let brackets = Array("([{".utf8)
    private static let quotes = Array("\"'`".utf8)
    private static let kinds = Array("bfruL@".utf8)

    /// Longer names and values are none, in bytes.
    private static let longestName = 64
    private static let longestValue = 4096

    /// What stands in the quotation marks behind an index; nil where there are none, or none that is short.
    private static func string(
        behind index: Int, in text: ArraySlice<UInt8>, longest: Int = longestName
    ) -> ArraySlice<UInt8>? {
        var rest = text[(index + 1)...].drop(while: \.isBlank)
        if let kind = rest.first, kinds.contains(kind) { rest = rest.dropFirst() }
        guard let quote = rest.first, quotes.contains(quote) else { return nil }
        let content = rest.dropFirst().prefix(longest + 1).prefix { byte in byte != quote && !byte.isLineEnd }
        return content.count <= longest && text[content.endIndex...].first == quote ? content : nil
    }

    /// The string behind a comma behind another one.
    private static func string(
        behindCommaOf left: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
    ) -> ArraySlice<UInt8>? {
        let comma = text[(left.endIndex + 1)...].drop(while: \.isBlank)
        guard comma.first == UInt8(ascii: ",") else { return nil }
        return string(behind: comma.startIndex, in: text, longest: longestValue)
    }

    /// Whether what stands before a bracket says that a user and a password stand in it: `auth=`, `BasicAuth`.
    private static func isLogin(before bracket: Int, in text: ArraySlice<UInt8>) -> Bool {
        let near = text[..<bracket].suffix(longestLead)
        guard let last = near.lastIndex(where: \.isLetter) else { return false }
        let word = String(decoding: near[...last].suffix(5), as: UTF8.self).lowercased()
        return near[(last + 1)...].allSatisfy { byte in byte.isBlank || "=:>\"'".utf8.contains(byte) }
            && word.hasSuffix("auth") && word != "oauth"
    }

    private static let longestLead = 16

    private static func password(_ value: ArraySlice<UInt8>) -> [SecretSpan] {
        SecretLook.isSecret(value) ? [SecretSpan(.password, value)] : []
    }

    /// The secrets of a value that has a name as headers and variables have them.
    ///
    /// Lists of words have such names too, so a value has to be no word.
    private static func value(_ value: ArraySlice<UInt8>, named name: ArraySlice<UInt8>) -> [SecretSpan] {
        guard name.allSatisfy(ByteClass.urlSafe.contains),
            let meaning = SecretPlaces.name(ofHeader: String(decoding: name, as: UTF8.self))
        else { return [] }
        return FieldSecrets.spans(in: String(keepingOffsetsOf: value), of: meaning)
            .filter { span in SecretLook.isNoWord(Array(span.value.utf8)[...]) }
            .map { span in
                var span = span.shifted(by: value.startIndex)
                span.name = String(decoding: name, as: UTF8.self)
                return span
            }
    }
}
