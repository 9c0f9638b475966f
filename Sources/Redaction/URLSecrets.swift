internal import ByteCoding

/// The secrets of a URL: user information, and parameters of known names in its query and its fragment.
///
/// A parameter that holds another URL, encoded, is looked into too.
///
/// RFC 3986 §3
enum URLSecrets {
    /// Finds the secrets of a URL, in order.
    static func spans(in url: String) -> [SecretSpan] {
        spans(in: Array(url.utf8)[...])
    }

    /// Finds the secrets of the URLs that stand somewhere in a text, in order: between blanks, quotation marks and angle
    /// brackets.
    static func spans(ofURLsIn text: String) -> [SecretSpan] {
        guard text.utf8.contains(where: { byte in "?#@".utf8.contains(byte) }) else { return [] }
        return Array(text.utf8).split { byte in " \t\"<>".utf8.contains(byte) }.flatMap { piece in
            let end = piece.lastIndex { byte in !",;".utf8.contains(byte) } ?? piece.startIndex
            return spans(in: piece[...end])
        }
    }

    private static func spans(in url: ArraySlice<UInt8>) -> [SecretSpan] {
        let head = url.prefix { byte in !delimiters.contains(byte) }
        let items = url[head.endIndex...].split { byte in
            delimiters.contains(byte) || byte == UInt8(ascii: "&")
        }
        let fragment = url.firstIndex(of: UInt8(ascii: "#")) ?? url.endIndex
        return (userInformation(in: head).map { user in spans(ofUser: user) } ?? [])
            + items.flatMap { item in
                let found = spans(of: item)
                return found.isEmpty ? unnamedSpans(of: item, isInFragment: item.startIndex > fragment) : found
            }
    }

    /// The keys in the path of a URL, as relays of APIs take them: what looks random, or like a password, before a segment such as `v1`.
    static func relayKeys(in url: String) -> [SecretSpan] {
        let bytes = Array(url.utf8)
        let path = bytes.prefix { byte in !delimiters.contains(byte) }
        let all = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // `https:`, nothing, and the authority stand before the path of a URL.
        let segments = all.dropFirst(all.first?.last == UInt8(ascii: ":") ? 3 : 0)
        return zip(segments, segments.dropFirst()).compactMap { segment, next in
            let isVersion =
                versions.contains { version in next.elementsEqual(version.utf8) }
            let decoded = PercentEncoding.decoded(segment)
            let isKey = SecretLook.isRandom(segment) || SecretLook.isPassphrase(Array(decoded.utf8)[...])
            guard isVersion, segment.startIndex > 0, isKey else { return nil }
            return SecretSpan(
                kind: .key, value: decoded, range: segment.indices, name: nil,
                hasOrdinaryName: false)
        }
    }

    private static let versions = ["v1", "v2", "v3", "v1beta", "v1beta1", "v1alpha", "api", "chat"]

    /// Finds the secrets of the text of a form, in order.
    ///
    /// WHATWG URL §5.1
    static func spans(inForm text: ArraySlice<UInt8>) -> [SecretSpan] {
        withoutLineEnd(text).split(separator: UInt8(ascii: "&")).compactMap { item in
            item.firstIndex(of: UInt8(ascii: "=")).flatMap { equals in
                span(named: item[..<equals], value: item[(equals + 1)...], isForm: true)
            }
        }
    }

    /// Whether a text looks like a form: a name and `=` at its beginning, and nothing that forms never hold.
    ///
    /// WHATWG URL §5.2
    static func isForm(_ text: ArraySlice<UInt8>) -> Bool {
        let text = withoutLineEnd(text)
        let name = text.prefix(longestName).prefix { byte in byte != UInt8(ascii: "=") && isFormCharacter(byte) }
        // A URL with a query is another matter.
        return !name.isEmpty && !name.contains(where: { byte in "?/".utf8.contains(byte) })
            && text[name.endIndex...].first == UInt8(ascii: "=") && text.allSatisfy(isFormCharacter)
    }

    /// Whether a text looks like a URL without a scheme that has a query: `models/x?key=value`.
    ///
    /// RFC 3986 §4.2
    static func isRelative(_ text: ArraySlice<UInt8>) -> Bool {
        let text = withoutLineEnd(text)
        guard text.count <= longestRelative, let mark = text.firstIndex(of: UInt8(ascii: "?")) else { return false }
        return !text[..<mark].contains(UInt8(ascii: "=")) && text[mark...].contains(UInt8(ascii: "="))
            && text.allSatisfy(isFormCharacter)
    }

    /// Longer texts are no URLs of a capture, in bytes.
    private static let longestRelative = 8192

    /// Whether the text of a body is a form that nobody encoded, as somebody typed it behind `curl -d`: names and `=` in
    /// all of its items, on one line, with blanks and quotation marks in the values perhaps.
    static func isLooseForm(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first.map({ byte in byte.isLetter || byte == UInt8(ascii: "_") }) ?? false else { return false }
        let text = withoutLineEnd(text)
        return !text.contains(where: \.isLineEnd)
            && text.split(separator: UInt8(ascii: "&")).allSatisfy { item in
                let name = item.prefix(longestName).prefix { byte in byte != UInt8(ascii: "=") }
                return !name.isEmpty && name.allSatisfy(isFormCharacter)
                    && item[name.endIndex...].first == UInt8(ascii: "=")
            }
    }

    /// A form without the line ends that an editor may have left behind it.
    private static func withoutLineEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let last = text.lastIndex { byte in !byte.isLineEnd }
        return text[..<(last.map { last in last + 1 } ?? text.startIndex)]
    }

    /// Whether a byte may stand in a form: visible ASCII that no sender has to encode.
    private static func isFormCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: byte > 0x20 && byte < 0x7F
        }
    }

    /// The most bytes that the first name of a form takes.
    private static let longestName = 128

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

    /// The secret of a parameter whose name says nothing: in a fragment, which no server is sent, a value that looks like
    /// one; elsewhere one of which every letter is percent-encoded, as nobody does who has nothing to hide.
    ///
    /// RFC 3986 §3.5
    private static func unnamedSpans(of item: ArraySlice<UInt8>, isInFragment: Bool) -> [SecretSpan] {
        guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { return [] }
        let value = item[(equals + 1)...]
        let decoded = PercentEncoding.decoded(value)
        let isVeiled = isVeiled(value, decoded)
        guard isVeiled || isInFragment && SecretLook.isSecret(Array(decoded.utf8)) else { return [] }
        return [
            SecretSpan(
                kind: .token, value: decoded, range: value.indices, name: PercentEncoding.decoded(item[..<equals]),
                hasOrdinaryName: true, isGuess: !isVeiled)
        ]
    }

    /// Whether every byte of a value is percent-encoded though all are printable ASCII, eight or more.
    static func isVeiled(_ value: ArraySlice<UInt8>, _ decoded: String) -> Bool {
        value.count >= 24 && decoded.utf8.count * 3 == value.count
            && decoded.utf8.allSatisfy { byte in (0x0A...0x7E).contains(byte) }
    }

    /// The secret that a parameter of a name is; nil when it is none.
    private static func span(
        named name: ArraySlice<UInt8>, value: ArraySlice<UInt8>, isForm: Bool = false
    ) -> SecretSpan? {
        let name = PercentEncoding.decoded(name, isForm: isForm)
        guard !value.isEmpty, let meaning = SecretPlaces.name(ofParameter: name) else { return nil }
        let decoded = PercentEncoding.decoded(value, isForm: isForm)
        guard !meaning.demandsLook || SecretLook.isSecret(Array(decoded.utf8)) else { return nil }
        return SecretSpan(
            kind: meaning.kind, value: decoded, range: value.indices, name: name, hasOrdinaryName: meaning.isOrdinary)
    }

    /// The secrets of user information: the password, and the user where it is one.
    ///
    /// It is one when it stands alone or before a password that says nothing, as tokens do, or when it looks issued.
    ///
    /// RFC 3986 §3.2.1
    ///
    /// - Parameters:
    ///   - user: the user, and behind a colon the password.
    ///   - isEncoded: whether they are percent-encoded, as in URLs.
    /// - Returns: the secrets, in order; their ranges are those of the slice.
    static func spans(ofUser user: ArraySlice<UInt8>, isEncoded: Bool = true) -> [SecretSpan] {
        let pieces = user.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        let spans = pieces.map { piece in
            SecretSpan(
                kind: .password,
                value: isEncoded ? PercentEncoding.decoded(piece) : String(decoding: piece, as: UTF8.self),
                range: piece.indices, name: nil,
                hasOrdinaryName: false)
        }
        let telling = spans.filter { span in !span.value.isEmpty && !conventions.contains(span.value) }
        guard telling.count == 2 else { return telling }
        var name = telling[0]
        name.hasOrdinaryName = true
        return (name.secret(in: .userInformation, textAt: nil).looksIssued ? [name] : []) + [telling[1]]
    }

    /// What stands in user information beside a token, and says so.
    private static let conventions: Set = [
        "git", "gitlab-ci-token", "oauth2", "__token__", "x-access-token", "x-oauth-basic", "x-token-auth",
    ]

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
