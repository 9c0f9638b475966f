internal import ByteCoding

/// The secrets in the fields of a form that is sent in parts.
///
/// Each part has a head of its own with the field's name:
///
///     --boundary
///     Content-Disposition: form-data; name="api_key"
///
///     …
///     --boundary--
///
/// RFC 7578 §4.2
enum MultipartFields {
    /// Finds the secrets of a text, in order.
    static func spans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var position = 0
        while let first = dispositions.first(in: text.span, from: position) {
            position = first + 1
            let start = text.startIndex + first
            guard text[start...].starts(with: lastWord.utf8),
                text[..<start].suffix(firstWord.count).elementsEqual(firstWord),
                let field = field(in: text[(start + lastWord.utf8.count)...])
            else { continue }
            position = field.value.endIndex - text.startIndex
            guard let meaning = SecretPlaces.name(ofParameter: field.name), !field.value.isEmpty,
                !meaning.demandsLook || SecretLook.isSecret(field.value)
            else { continue }
            let value = String(keepingOffsetsOf: field.value)
            found.append(
                SecretSpan(
                    kind: meaning.kind, value: value,
                    range: field.value.startIndex - text.startIndex..<field.value.endIndex - text.startIndex,
                    name: field.name, hasOrdinaryName: meaning.isOrdinary))
        }
        return found
    }

    /// The kind of the part; its end is rarer in words than its beginning.
    private static let firstWord = Array("form".utf8)
    private static let lastWord = "-data;"
    private static let dispositions = ByteSieve(beginnings: [lastWord])

    /// The longest head of a part and the longest value that are looked at, in bytes: longer ones are no secrets.
    private static let longestHead = 512
    private static let longestValue = 16_384

    /// The name and the value of the field whose head goes on with a text; nil for a file, and where there is no value.
    private static func field(in text: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
        let line = text.prefix(longestHead).prefix { byte in !byte.isLineEnd }
        guard let name = name(in: line), let start = endOfHead(of: text[line.endIndex...].prefix(longestHead)) else {
            return nil
        }
        return (name, value(in: text[start...].prefix(longestValue)))
    }

    /// The name that a line has as a parameter; nil where it has that of a file too.
    private static func name(in line: ArraySlice<UInt8>) -> String? {
        let parameters = line.split(separator: UInt8(ascii: ";")).map { item in item.drop(while: \.isBlank) }
        guard !parameters.contains(where: { item in item.starts(with: "filename".utf8) }),
            let item = parameters.first(where: { item in item.starts(with: "name=".utf8) })
        else { return nil }
        let value = item.dropFirst("name=".utf8.count).filter { byte in byte != UInt8(ascii: "\"") && !byte.isBlank }
        return String(decoding: value, as: UTF8.self)
    }

    /// The index behind the empty line that ends the head of a part, which goes on with a text from a line end on.
    private static func endOfHead(of text: ArraySlice<UInt8>) -> Int? {
        var lines = 0
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isLineEnd else {
                lines = 0
                index += 1
                continue
            }
            index += text[index...].starts(with: "\r\n".utf8) ? 2 : 1
            lines += 1
            if lines == 2 { return index }
        }
        return nil
    }

    /// The lines up to that of a boundary; where an empty one or the end of the text comes first, only the first line.
    private static func value(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let line = text.prefix { byte in !byte.isLineEnd }
        var end = line.endIndex
        while end < text.endIndex {
            let next = end + (text[end...].starts(with: "\r\n".utf8) ? 2 : 1)
            if text[next...].starts(with: "--".utf8) { return text[..<end] }
            end = text[next...].firstIndex(where: \.isLineEnd) ?? text.endIndex
            if end == next { break }
        }
        return line
    }
}
