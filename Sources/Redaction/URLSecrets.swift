/// The secrets of a URL: user information, and parameters of known names in its query and its fragment.
///
/// A parameter that holds another URL, encoded, is looked into too.
///
/// RFC 3986 §3
enum URLSecrets {
    /// Finds the secrets of a URL, in order.
    static func spans(in url: String) -> [SecretSpan] {
        let bytes = Array(url.utf8)
        let head = bytes.prefix { byte in !delimiters.contains(byte) }
        let user = userInformation(in: head).map { user in
            let password = user.firstIndex(of: UInt8(ascii: ":")).map { colon in user[(colon + 1)...] } ?? user
            return SecretSpan(
                kind: .password, value: PercentEncoding.decoded(password), range: password.indices, name: nil,
                hasOrdinaryName: false)
        }
        let items = bytes[head.endIndex...].split { byte in
            delimiters.contains(byte) || byte == UInt8(ascii: "&")
        }
        return [user].compactMap { span in span }.filter { span in !span.range.isEmpty }
            + items.flatMap { item in spans(of: item) }
    }

    /// Finds the secrets of the text of a form, in order.
    ///
    /// WHATWG URL §5.1
    static func spans(inForm text: ArraySlice<UInt8>) -> [SecretSpan] {
        text.split(separator: UInt8(ascii: "&")).compactMap { item in
            item.firstIndex(of: UInt8(ascii: "=")).flatMap { equals in
                span(named: item[..<equals], value: item[(equals + 1)...], isForm: true)
            }
        }
    }

    private static let delimiters: Set = [UInt8(ascii: "?"), UInt8(ascii: "#")]

    /// The secrets of one parameter; of one that is none itself, those of what it holds.
    private static func spans(of item: ArraySlice<UInt8>) -> [SecretSpan] {
        if let equals = item.firstIndex(of: UInt8(ascii: "=")),
            SecretPlaces.name(ofParameter: PercentEncoding.decoded(item[..<equals])) != nil
        {
            return [span(named: item[..<equals], value: item[(equals + 1)...])].compactMap { span in span }
        }
        return nestedItems(of: item).compactMap { item in
            equals(in: item).flatMap { equals in
                span(named: item[..<equals.lowerBound], value: item[equals.upperBound...])
            }
        }
    }

    /// The secret that a parameter of a name is; nil when it is none.
    private static func span(
        named name: ArraySlice<UInt8>, value: ArraySlice<UInt8>, isForm: Bool = false
    ) -> SecretSpan? {
        let name = PercentEncoding.decoded(name, isForm: isForm)
        guard !value.isEmpty, let meaning = SecretPlaces.name(ofParameter: name) else { return nil }
        return SecretSpan(
            kind: meaning.kind, value: PercentEncoding.decoded(value, isForm: isForm), range: value.indices, name: name,
            hasOrdinaryName: meaning.isOrdinary)
    }

    /// What stands before the `@` of a URL's authority, or nil when there is no authority or no `@` in it.
    ///
    /// RFC 3986 §3.2.1
    private static func userInformation(in head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let slash = UInt8(ascii: "/")
        guard let first = head.firstIndex(of: slash), head[first...].dropFirst().first == slash else { return nil }
        let authority = head[first...].dropFirst(2).prefix { byte in byte != slash }
        return authority.lastIndex(of: UInt8(ascii: "@")).map { at in authority[..<at] }
    }

    /// The pieces of a parameter between semicolons and encoded delimiters.
    private static func nestedItems(of item: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var items: [ArraySlice<UInt8>] = []
        var start = item.startIndex
        var offset = item.startIndex
        while offset < item.endIndex {
            let length = delimiterLength(in: item[offset...])
            if length > 0 {
                items.append(item[start..<offset])
                start = offset + length
            }
            offset += max(1, length)
        }
        return items + [item[start...]]
    }

    /// How many bytes a delimiter takes that a text begins with; 0 when it begins with none.
    private static func delimiterLength(in text: ArraySlice<UInt8>) -> Int {
        if text.first == UInt8(ascii: ";") { return 1 }
        let head = text.prefix(3)
        guard let byte = PercentEncoding.byte(at: 0, in: head.span) else { return 0 }
        return delimiters.contains(byte) || byte == UInt8(ascii: "&") ? 3 : 0
    }

    /// Where the first equals sign of a text stands, encoded or not.
    private static func equals(in text: ArraySlice<UInt8>) -> Range<Int>? {
        for offset in text.indices {
            if text[offset] == UInt8(ascii: "=") { return offset..<offset + 1 }
            let head = text[offset...].prefix(3)
            let sign = PercentEncoding.byte(at: 0, in: head.span)
            if sign == UInt8(ascii: "=") { return offset..<offset + 3 }
        }
        return nil
    }
}
