/// The names of places whose values are secrets: data.
///
/// Names are compared without case; `-` and `_` are the same.
public enum SecretPlaces {
    /// What the value of a header of this name is, or nil when it is no secret.
    public static func kind(ofHeader name: String) -> Secret.Kind? {
        let folded = folded(name, separator: UInt8(ascii: "-"))
        if let kind = headers[folded] { return kind }
        if allowedHeaders.contains(folded) || folded.contains("ratelimit") { return nil }
        for word in folded.split(separator: "-") {
            if let kind = headerWords[String(word)] { return kind }
        }
        return nil
    }

    /// What the value of a query or form parameter of this name is, or nil when it is no secret.
    public static func kind(ofParameter name: String) -> Secret.Kind? {
        let folded = folded(name, separator: nil)
        return parameters[folded] ?? members[folded]
    }

    /// What a JSON member of this name is, or nil when it is no secret.
    ///
    /// The list is its own: `code`, `key`, `state` count in a query only; in JSON they are ordinary words.
    public static func kind(ofMember name: String) -> Secret.Kind? {
        members[folded(name, separator: nil)]
    }

    /// The name in lower case, its separators made one or left out.
    private static func folded(_ name: String, separator: UInt8?) -> String {
        let bytes = name.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "_"): separator
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: byte
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let headers: [String: Secret.Kind] = [
        "authorization": .token, "proxy-authorization": .token, "cookie": .cookie, "set-cookie": .cookie,
        "x-api-key": .key,
        "x-goog-api-key": .key, "api-key": .key, "ocp-apim-subscription-key": .key, "x-auth-token": .token,
        "x-access-token": .token,
        "x-amz-security-token": .token, "x-goog-iam-authorization-token": .token, "x-functions-key": .key,
        "anthropic-api-key": .key,
        "openai-api-key": .key, "x-portkey-api-key": .key, "helicone-auth": .token, "x-litellm-api-key": .key,
        "cf-access-client-secret": .password, "cf-access-jwt-assertion": .token, "x-csrf-token": .token,
        "x-xsrf-token": .token,
        "x-vercel-protection-bypass": .key, "x-session-id": .token,
    ]

    /// A header that has one of these words in its name is a secret unless it is allowed below.
    private static let headerWords: [String: Secret.Kind] = [
        "key": .key, "apikey": .key, "token": .token, "secret": .password, "auth": .token, "password": .password,
        "credential": .token, "signature": .signature, "session": .token,
    ]

    private static let allowedHeaders: Set<String> = [
        "idempotency-key", "x-goog-api-client", "sec-websocket-key", "x-amz-signature-version", "surrogate-key",
        "cache-key",
    ]

    private static let parameters: [String: Secret.Kind] = [
        "key": .key, "token": .token, "code": .token, "codeverifier": .token, "assertion": .token,
        "samlrequest": .token,
        "samlresponse": .token, "sig": .signature, "signature": .signature, "xamzsignature": .signature,
        "xamzcredential": .key,
        "xamzsecuritytoken": .token, "xgoogsignature": .signature, "xgoogcredential": .key, "auth": .token,
        "state": .token,
    ]

    private static let members: [String: Secret.Kind] = [
        "apikey": .key, "accesstoken": .token, "idtoken": .token, "refreshtoken": .token, "clientsecret": .password,
        "password": .password, "passwd": .password, "secret": .password, "privatekey": .key, "privatekeyid": .key,
        "authtoken": .token, "authorizationtoken": .token, "bearer": .token, "sessionkey": .token, "webhookurl": .key,
        "connectionstring": .password, "secretaccesskey": .key, "sessiontoken": .token,
    ]
}
