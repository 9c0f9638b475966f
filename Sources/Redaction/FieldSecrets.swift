internal import ByteCoding

/// The secrets in the value of a header: the credentials behind a scheme, the values of cookies, else the whole value.
///
/// RFC 9110 §11.4, RFC 6265 §4
enum FieldSecrets {
    /// Finds the secrets of a value whose header has a name of this meaning, in order.
    static func spans(in value: String, of name: SecretName) -> [SecretSpan] {
        let bytes = Array(value.utf8)
        let pieces =
            switch name.form {
            case .whole: [bytes[...]]
            case .credentials: [unquoted(credentials(in: bytes[...], isAuthorization: false))]
            case .authorization: [unquoted(credentials(in: bytes[...], isAuthorization: true))]
            case .protocols: protocolKeys(in: bytes[...])
            case .cookies: cookies(in: bytes[...])
            case .cookie: cookiesSet(in: bytes[...]).flatMap { cookie in cookies(in: cookie).prefix(1) }
            }
        let secrets = pieces.filter { piece in
            !piece.isEmpty && (!name.demandsLook || SecretLook.isSecret(piece))
        }
        return secrets.map { piece in
            SecretSpan(
                kind: name.kind, value: String(decoding: piece, as: UTF8.self), range: piece.indices, name: nil,
                hasOrdinaryName: name.isOrdinary)
        }
    }

    /// The keys in a list of WebSocket protocols: browsers can send them in no other header.
    ///
    /// RFC 6455 §11.3.4
    private static func protocolKeys(in value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        value.split(separator: UInt8(ascii: ",")).map(trimmed).compactMap { name in
            name.starts(with: keyProtocol) ? name.dropFirst(keyProtocol.count) : nil
        }
    }

    private static let keyProtocol = Array("openai-insecure-api-key.".utf8)

    /// The secrets that stand in a value with others, or that its base64 holds: it is hidden as a whole, and they are
    /// where they stand alone.
    static func spans(withinCredentials value: String) -> [SecretSpan] {
        let basic = spans(ofBasicCredentials: value)
        return basic.isEmpty ? spans(ofParametersIn: value) : basic
    }

    /// The values of a list, of parameters with a name that says so, and behind a colon: `token="K"`, `id:K`, `[K]`,
    /// `K1, K2`.
    ///
    /// RFC 9110 §11.4
    private static func spans(ofParametersIn value: String) -> [SecretSpan] {
        let bytes = Array(value.utf8)
        guard bytes.contains(where: { byte in ",;:=[{(\"".utf8.contains(byte) }) else { return [] }
        let credentials = credentials(in: bytes[...], isAuthorization: true)
        // The name of a variable has brackets around it too.
        guard !StandIn.matches(String(decoding: credentials, as: UTF8.self)) else { return [] }
        let items = credentials.split { byte in
            byte.isBlank || ",;[]{}()".utf8.contains(byte)
        }.map(bare)
        // Beside parameters what has no name is a piece of one, such as the names of headers that were signed.
        let hasNames = items.contains { item in sign(in: item) != nil }
        return items.compactMap { item in
            guard let piece = hasNames ? parameterValue(of: item) : item, piece.count < bytes.count,
                SecretLook.isSecret(piece)
            else { return nil }
            let text = String(decoding: piece, as: UTF8.self)
            guard !Secret.isTakenOut(text) else { return nil }
            return SecretSpan(kind: .key, value: text, range: piece.indices, name: nil, hasOrdinaryName: false)
        }
    }

    /// An item without the quotation marks before and behind it, of which one may belong to what was split off.
    private static func bare(_ item: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isQuote(_ byte: UInt8) -> Bool { "\"'`".utf8.contains(byte) }
        guard let last = item.lastIndex(where: { byte in !isQuote(byte) }) else { return item.prefix(0) }
        return item[...last].drop(while: isQuote)
    }

    /// Where the sign behind a name stands in an item of a list; nil where it has none, but for the padding of base64.
    private static func sign(in item: ArraySlice<UInt8>) -> Int? {
        guard let sign = item.firstIndex(where: { byte in "=:".utf8.contains(byte) }) else { return nil }
        return item[sign...].allSatisfy { byte in byte == UInt8(ascii: "=") } ? nil : sign
    }

    /// What is secret of a parameter in a list; nil where its name says that nothing is, and for a URL.
    private static func parameterValue(of item: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let sign = sign(in: item), !item[(sign + 1)...].starts(with: "//".utf8) else { return nil }
        let name = String(decoding: item[..<sign], as: UTF8.self)
        let isNamed = item[sign] == UInt8(ascii: ":") || SecretPlaces.name(ofParameter: name) != nil
        return isNamed ? bare(item[(sign + 1)...]) : nil
    }

    /// The secrets that credentials of the scheme `Basic` are the base64 of: the password, and the user where it is one.
    static func spans(ofBasicCredentials value: String) -> [SecretSpan] {
        basicCredentials(in: value).map { user in URLSecrets.spans(ofUser: user[...], isEncoded: false) } ?? []
    }

    /// The user, a colon and the password that credentials of the scheme `Basic` are the base64 of; nil for all others.
    ///
    /// RFC 7617 §2
    static func basicCredentials(in value: String) -> [UInt8]? {
        let bytes = trimmed(Array(value.utf8)[...])
        let scheme = bytes.prefix { byte in !byte.isBlank }
        guard String(decoding: scheme, as: UTF8.self).lowercased() == "basic" else { return nil }
        let credentials = trimmed(bytes[scheme.endIndex...])
        // The mark that a secret left behind is made of characters of base64 too.
        guard !Secret.isBlanked(String(decoding: credentials, as: UTF8.self)) else { return nil }
        let decoding = Base64.decode(credentials)
        guard decoding.isDecoded, decoding.bytes.contains(UInt8(ascii: ":")) else { return nil }
        return decoding.bytes
    }

    /// What stands behind an authentication scheme, or the whole value where there is none.
    ///
    /// In an authorization a first word that is made like a scheme is one when something follows it; elsewhere only a
    /// known one is.
    private static func credentials(in value: ArraySlice<UInt8>, isAuthorization: Bool) -> ArraySlice<UInt8> {
        let value = trimmed(value)
        guard let space = value.firstIndex(where: \.isBlank) else {
            // A scheme without credentials has none.
            return schemes.contains(String(decoding: value, as: UTF8.self).lowercased()) ? [] : value
        }
        let word = value[..<space]
        let isScheme =
            schemes.contains(String(decoding: word, as: UTF8.self).lowercased())
            || isAuthorization && isMadeLikeScheme(word)
        return isScheme ? trimmed(value[space...]) : value
    }

    /// The schemes that are registered, and those of clouds and proxies.
    ///
    /// RFC 9110 §16.4.1
    private static let schemes: Set = [
        "acs3-hmac-sha256", "apikey", "aws4-ecdsa-p256-sha256", "aws4-hmac-sha256", "basic", "bearer", "concealed",
        "digest", "dpop", "gnap", "goog4-hmac-sha256", "goog4-rsa-sha256", "hmac-sha256", "hoba", "key", "mutual",
        "negotiate", "oauth", "privatetoken", "sapisidhash", "scram-sha-1", "scram-sha-256", "sdk-hmac-sha256",
        "tc3-hmac-sha256", "token", "vapid",
    ]

    /// Whether a word is made like the name of a scheme and not like a credential: of letters, with one `-` perhaps,
    /// and no longer than any scheme.
    private static func isMadeLikeScheme(_ word: ArraySlice<UInt8>) -> Bool {
        let joints = word.filter { byte in byte == UInt8(ascii: "-") }.count
        return word.count <= 24 && joints <= 1
            && word.allSatisfy { byte in byte.isLetter || byte == UInt8(ascii: "-") }
    }

    /// The values of cookies; a cookie without a name is all value.
    private static func cookies(in value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        value.split(separator: UInt8(ascii: ";")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            return unquoted(trimmed(equals.map { equals in pair[(equals + 1)...] } ?? pair))
        }
    }

    /// The cookies that a value sets, each with its attributes: one, unless header lines were joined.
    ///
    /// A comma divides them where a name and `=` follow it. In the value of a cookie a blank has to follow it too: some
    /// values have commas of their own, as the days of `Expires` have.
    private static func cookiesSet(in value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var cookies: [ArraySlice<UInt8>] = []
        var start = value.startIndex
        var hasAttributes = false
        for index in value.indices {
            if value[index] == UInt8(ascii: ";") { hasAttributes = true }
            guard value[index] == UInt8(ascii: ",") else { continue }
            let behind = value[(index + 1)...]
            let next = behind.drop(while: \.isBlank)
            guard hasAttributes || next.startIndex > behind.startIndex, beginsWithName(next) else { continue }
            cookies.append(value[start..<index])
            start = index + 1
            hasAttributes = false
        }
        return cookies + [value[start...]]
    }

    /// Whether a text begins with a cookie's name and `=`.
    private static func beginsWithName(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix { byte in !"=;, \t\"".utf8.contains(byte) }
        return !name.isEmpty && text[name.endIndex...].first == UInt8(ascii: "=")
    }

    /// What stands between double quotes, or all where there are none.
    private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        return value.count > 2 && value.first == quote && value.last == quote ? value.dropFirst().dropLast() : value
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { byte in !byte.isBlank }),
            let last = text.lastIndex(where: { byte in !byte.isBlank })
        else { return text[text.endIndex...] }
        return text[first...last]
    }
}
