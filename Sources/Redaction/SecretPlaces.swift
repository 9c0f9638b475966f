/// The names of places whose values are secrets: data.
///
/// Names are compared without case; `-` and `_` are the same, and white space, controls and characters that nobody sees
/// do not count: readers that are lenient pass over them (`x-api-key : …`).
public enum SecretPlaces {
    /// What the value of a header of this name is, or nil when it is no secret.
    public static func kind(ofHeader name: String) -> Secret.Kind? {
        self.name(ofHeader: name)?.kind
    }

    /// What the value of a query or form parameter of this name is, or nil when it is no secret.
    public static func kind(ofParameter name: String) -> Secret.Kind? {
        self.name(ofParameter: name)?.kind
    }

    /// What a JSON member of this name is, or nil when it is no secret.
    ///
    /// The list is its own: `code`, `key`, `state` count in a query only; in JSON they are ordinary words. The names of
    /// headers count too: tools are configured with headers.
    public static func kind(ofMember name: String) -> Secret.Kind? {
        self.name(ofMember: name)?.kind
    }

    /// What the name of a header says, or nil when its value is no secret.
    static func name(ofHeader name: String) -> SecretName? {
        // A mark in a name says what was there, and nothing of the value.
        guard mayName(header: name), !Secret.isMark(name) else { return nil }
        let folded = folded(name, separator: UInt8(ascii: "-"))
        if let known = listedHeader(folded) { return known }
        if allowedHeaders.contains(folded) || hasRateLimit(folded) { return nil }
        let words = folded.utf8.split(separator: UInt8(ascii: "-")).map { word in String(Substring(word)) }
        if words.contains(where: allowedWords.contains) { return nil }
        let isAuthorization = words.contains("authorization")
        if let kind = words.lazy.compactMap({ word in headerWords[word] }).first {
            return SecretName(kind: kind, form: isAuthorization ? .authorization : .credentials)
        }
        if let kind = words.lazy.compactMap({ word in ordinaryHeaderWords[word] }).first {
            return SecretName(kind: kind, isOrdinary: true, form: .credentials)
        }
        // What is secret under a name in a body is so in a header: `xapikey`, `bearer`.
        guard var member = self.name(ofMember: name) else { return nil }
        if member.form == .whole { member.form = .credentials }
        return member
    }

    /// What the name of a parameter says, or nil when its value is no secret.
    static func name(ofParameter name: String) -> SecretName? {
        let folded = folded(name, separator: nil)
        if let kind = ordinaryParameters[folded] { return SecretName(kind: kind, isOrdinary: true) }
        return parameters[folded].map { kind in SecretName(kind: kind) } ?? self.name(ofMember: name)
    }

    /// What the name of a JSON member says, or nil when its value is no secret.
    static func name(ofMember name: String) -> SecretName? {
        let joined = folded(name, separator: nil)
        if let kind = members[joined] { return SecretName(kind: kind) }
        if let ending = memberEndings.first(where: { ending in joined.hasSuffix(ending.name) }) {
            return SecretName(kind: ending.kind)
        }
        if let kind = wordMembers[joined] { return SecretName(kind: kind, isOrdinary: true, demandsLook: true) }
        return listedHeader(folded(name, separator: UInt8(ascii: "-")))
    }

    /// What the name of a command's option says, without its dashes, or nil when its value is no secret.
    ///
    /// Of options `token` is a name too: those that count tokens have numbers for values.
    static func name(ofOption name: String) -> SecretName? {
        if let member = self.name(ofMember: name) { return member }
        return folded(name, separator: nil).hasSuffix("token") ? SecretName(kind: .token) : nil
    }

    /// The name of a member as it is compared: without case, and without `-` and `_`.
    static func foldedMember(_ name: String) -> String { folded(name, separator: nil) }

    /// Whether a member of this name, in an object under the name of a secret, says something about the secret.
    static func describesSecret(member name: String) -> Bool {
        descriptions.contains(folded(name, separator: nil))
    }

    /// Whether a JSON member of this name, in UTF-8, may be a secret: false for nearly every name, at little cost.
    static func mayName(member name: ArraySlice<UInt8>) -> Bool {
        NameDigest(of: name).map(mayName) ?? true
    }

    /// The same of a name whose digest is known.
    static func mayName(member digest: NameDigest) -> Bool {
        memberNames.mayContain(digest) || memberNameEndings.mayHoldEnding(of: digest)
    }

    /// Whether a header of this name may be a secret: false for nearly every name, at little cost.
    private static func mayName(header name: String) -> Bool {
        let name = name.utf8Span.span
        var whole = NameDigest()
        var word = NameDigest()
        for index in name.indices {
            guard whole.append(name[index]), word.append(name[index]) else { return true }
            if name[index] == UInt8(ascii: "-") || name[index] == UInt8(ascii: "_") {
                if headerNameWords.mayContain(word) { return true }
                word = NameDigest()
            }
        }
        return headerNames.mayContain(whole) || headerNameWords.mayContain(word) || mayName(member: whole)
    }

    private static let memberNames = NameSieve(
        Array(members.keys) + Array(wordMembers.keys) + Array(headers.keys))
    private static let memberNameEndings = NameSieve(memberEndings.map(\.name))
    private static let headerNames = NameSieve(headers.keys)
    private static let headerNameWords = NameSieve(Array(headerWords.keys) + Array(ordinaryHeaderWords.keys))

    /// Whether `ratelimit` stands anywhere in a name.
    private static func hasRateLimit(_ folded: String) -> Bool {
        var rest = folded.utf8[...]
        while let first = rest.firstIndex(of: UInt8(ascii: "r")) {
            rest = rest[first...]
            if rest.starts(with: "ratelimit".utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// What the lists say of a header; nil when it is on none.
    private static func listedHeader(_ folded: String) -> SecretName? {
        guard let kind = headers[folded] else { return nil }
        switch folded {
        case "sec-websocket-protocol": return SecretName(kind: kind, form: .protocols)
        case "cookie", "cookie2": return SecretName(kind: kind, isOrdinary: true, form: .cookies)
        case "set-cookie": return SecretName(kind: kind, isOrdinary: true, form: .cookie)
        case "authorization", "proxy-authorization", "authentication", "x-authentication", "proxy-authentication":
            return SecretName(kind: kind, form: .authorization)
        default: return SecretName(kind: kind, form: .credentials)
        }
    }

    /// A name without the sequences by which curl makes it bold on a terminal: `ESC [`, parameters, a letter.
    ///
    /// ECMA-48 §5.4
    private static func withoutTerminalSequences(_ name: [UInt8]) -> [UInt8] {
        guard name.contains(0x1B) else { return name }
        var bytes: [UInt8] = []
        var rest = name[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B, rest.first == UInt8(ascii: "[") else {
                bytes.append(byte)
                continue
            }
            rest = rest.dropFirst().drop { byte in 0x20...0x3F ~= byte }.dropFirst()
        }
        return bytes
    }

    /// The name in lower case and without what does not count, its separators made one or left out.
    private static func folded(_ name: String, separator: UInt8?) -> String {
        var folded: [UInt8] = []
        var isASCII = true
        for byte in withoutTerminalSequences(Array(name.utf8)) {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): continue
            case UInt8(ascii: "-"), UInt8(ascii: "_"): if let separator { folded.append(separator) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            case 0...0x20, 0x7F: continue
            default:
                isASCII = isASCII && byte < 0x80
                folded.append(byte)
            }
        }
        let text = String(decoding: folded, as: UTF8.self)
        guard !isASCII else { return text }
        let visible = text.unicodeScalars.filter { scalar in
            let properties = scalar.properties
            return !properties.isDefaultIgnorableCodePoint && !properties.isWhitespace
                && properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(visible))
    }
}

extension SecretPlaces {
    private static let headers: [String: Secret.Kind] = [
        "authorization": .token, "proxy-authorization": .token, "cookie": .cookie, "set-cookie": .cookie,
        "x-api-key": .key, "x-goog-api-key": .key, "api-key": .key, "ocp-apim-subscription-key": .key,
        "x-auth-token": .token, "x-access-token": .token, "x-amz-security-token": .token,
        "x-goog-iam-authorization-token": .token, "x-functions-key": .key, "anthropic-api-key": .key,
        "openai-api-key": .key, "x-portkey-api-key": .key, "helicone-auth": .token, "x-litellm-api-key": .key,
        "cf-access-client-secret": .password, "cf-access-jwt-assertion": .token, "x-firebase-appcheck": .token,
        "x-csrf-token": .csrfToken, "x-xsrf-token": .csrfToken, "x-vercel-protection-bypass": .key,
        "authentication": .token, "x-authentication": .token, "proxy-authentication": .token,
        "x-session-id": .token, "cookie2": .cookie, "sec-websocket-protocol": .key,
    ]

    /// A header that has one of these words in its name holds a secret unless it is allowed below.
    private static let headerWords: [String: Secret.Kind] = [
        "csrf": .csrfToken, "xsrf": .csrfToken, "csrftoken": .csrfToken, "xsrftoken": .csrfToken,
        "authorization": .token, "apikey": .key, "secret": .password, "password": .password, "passwd": .password,
        "otp": .password, "credential": .token,
        "credentials": .token, "jwt": .token, "assertion": .token,
    ]

    /// Words like those, which stand in the names of other headers too.
    private static let ordinaryHeaderWords: [String: Secret.Kind] = [
        "key": .key, "token": .token, "auth": .token, "signature": .signature, "session": .token,
    ]

    private static let allowedHeaders: Set<String> = [
        "x-goog-api-client", "sec-websocket-key", "x-amz-signature-version",
    ]

    /// What a key is for that opens nothing: it names a request that may be sent twice, or an entry of a cache.
    private static let allowedWords: Set<String> = ["idempotency", "surrogate", "cache"]

    private static let parameters: [String: Secret.Kind] = [
        "codeverifier": .token, "assertion": .token, "samlrequest": .token, "samlresponse": .token,
        "signature": .signature, "xamzsignature": .signature, "xamzcredential": .key, "xamzsecuritytoken": .token,
        "xgoogsignature": .signature, "xgoogcredential": .key,
    ]

    /// Parameters whose names are ordinary words.
    private static let ordinaryParameters: [String: Secret.Kind] = [
        "key": .key, "token": .token, "code": .token, "sig": .signature, "auth": .token, "state": .token,
    ]

    private static let members: [String: Secret.Kind] = [
        "apikey": .key, "accesstoken": .token, "idtoken": .token, "refreshtoken": .token, "clientsecret": .password,
        "password": .password, "passwd": .password, "secret": .password, "privatekey": .key, "privatekeyid": .key,
        "authtoken": .token, "authorizationtoken": .token, "bearer": .token, "sessionkey": .token, "webhookurl": .key,
        "connectionstring": .password, "secretaccesskey": .key, "sessiontoken": .token, "pwd": .password,
        "jwt": .token, "otp": .password, "devicecode": .token, "codeverifier": .token, "hftoken": .token,
        "githubtoken": .token, "gitlabtoken": .token, "slacktoken": .token, "bottoken": .token,
        "appkey": .key, "masterkey": .key,
    ]

    /// Members of names that have other values too: only what looks like a secret is one.
    private static let wordMembers: [String: Secret.Kind] = ["credential": .token, "credentials": .token]

    /// What the names of members end with whose beginning says whose secret it is: `openai_api_key`, `db_password`.
    ///
    /// A name that ends with `token` alone is none of them: models count and spell tokens.
    private static let memberEndings: [(name: String, kind: Secret.Kind)] = [
        ("apikey", .key), ("secretkey", .key), ("accesskey", .key), ("accesskeyid", .key), ("privatekey", .key),
        ("encryptionkey", .key), ("subscriptionkey", .key), ("accountkey", .key), ("licensekey", .key),
        ("deploykey", .key), ("sshkey", .key),
        ("accesstoken", .token), ("apitoken", .token), ("authtoken", .token), ("bearertoken", .token),
        ("refreshtoken", .token), ("sessiontoken", .token), ("secret", .password), ("password", .password),
        ("passwd", .password), ("passphrase", .password),
    ]

    /// Names of what is said about a secret, by itself or in a schema that asks for one.
    private static let descriptions: Set<String> = [
        "$ref", "description", "expiresat", "expiresin", "format", "maximum", "maxlength", "minimum", "minlength",
        "pattern", "required", "scope", "title", "tokentype", "type",
    ]
}
