public import CaptureReading
internal import JSONReading

/// Finds the secrets of an exchange by the places that they stand in.
public enum SecretScanner {
    /// The secrets in the capture's order; a value that stands in two places is there twice.
    public static func secrets(in exchange: Exchange) -> [Secret] {
        var found: [Secret] = []
        if let request = exchange.request {
            found += secrets(inTargetOf: request)
            found += request.fields.flatMap { line in secrets(in: line, isResponse: false) }
            found += secrets(in: request.body, isResponse: false)
        }
        if let response = exchange.response {
            found += response.fields.flatMap { line in secrets(in: line, isResponse: true) }
            found += secrets(in: response.body, isResponse: true)
        }
        return found
    }

    /// The secrets of a header line: the credentials behind a scheme, the values of cookies, those of a URL, else the
    /// whole value.
    ///
    /// RFC 9110 §11.4, RFC 6265 §4
    static func secrets(in line: FieldLine, isResponse: Bool) -> [Secret] {
        if ["referer", "location", "content-location"].contains(where: line.isNamed) {
            return secrets(inURL: line.value, at: line.place) { _ in .url(header: line.name, isResponse: isResponse) }
        }
        guard let kind = SecretPlaces.kind(ofHeader: line.name), !line.value.isEmpty else { return [] }
        let isSetCookie = line.isNamed("set-cookie")
        let pieces: [Substring]
        if kind == .cookie {
            let pairs = line.value.split(separator: ";", omittingEmptySubsequences: true).prefix(isSetCookie ? 1 : .max)
            pieces = pairs.compactMap { pair in
                pair.firstIndex(of: "=").map { equals in trimmed(pair[pair.index(after: equals)...]) }
            }
        } else {
            pieces = [credentials(in: line.value)]
        }
        return pieces.filter { piece in !piece.isEmpty }.map { piece in
            let offset = line.value.utf8.distance(from: line.value.startIndex, to: piece.startIndex)
            let container =
                isResponse ? Secret.Container.responseHeader(name: line.name) : .requestHeader(name: line.name)
            return Secret(
                kind: kind, value: String(piece), container: container, place: Place(byte: line.place.byte + offset))
        }
    }

    /// What stands behind an authentication scheme, or the whole value where there is none.
    private static func credentials(in value: String) -> Substring {
        guard let space = value.firstIndex(of: " ") else { return value[...] }
        let scheme = value[..<space].lowercased()
        let schemes: Set = [
            "bearer", "basic", "digest", "token", "apikey", "negotiate", "aws4-hmac-sha256", "sapisidhash", "key",
        ]
        return schemes.contains(scheme) ? trimmed(value[value.index(after: space)...]) : value[...]
    }

    /// The secrets of the request's URL.
    static func secrets(inTargetOf request: Request) -> [Secret] {
        guard let target = request.target else { return [] }
        return secrets(inURL: target, at: request.targetPlace) { name in
            name.map(Secret.Container.query) ?? .userInformation
        }
    }

    /// The secrets of a URL: user information, and parameters of known names in its query and its fragment.
    ///
    /// The container is made from the name of the parameter, or from nil for user information.
    private static func secrets(
        inURL text: String, at start: Place?, container: (String?) -> Secret.Container
    ) -> [Secret] {
        var found: [Secret] = []
        func add(_ value: Substring.UTF8View, _ kind: Secret.Kind, named name: String?) {
            guard !value.isEmpty else { return }
            let offset = text.utf8.distance(from: text.startIndex, to: value.startIndex)
            let place = start.map { start in Place(byte: start.byte + offset) }
            let value = String(Substring(value))
            found.append(Secret(kind: kind, value: value, container: container(name), place: place))
        }
        let head = text.utf8.prefix { byte in byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#") }
        if let user = userInformation(in: head) {
            let colon = user.firstIndex(of: UInt8(ascii: ":"))
            add(colon.map { colon in user[user.index(after: colon)...] } ?? user, .password, named: nil)
        }
        let tail = text.utf8[head.endIndex...].split { byte in
            byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "&")
        }
        for item in tail {
            guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(Substring(item[..<equals]))
            guard let kind = SecretPlaces.kind(ofParameter: name) else { continue }
            add(item[item.index(after: equals)...], kind, named: name)
        }
        return found
    }

    /// What stands before the `@` of a URL's authority, or nil when there is no authority or no `@` in it.
    ///
    /// RFC 3986 §3.2.1
    private static func userInformation(in head: Substring.UTF8View) -> Substring.UTF8View? {
        let slash = UInt8(ascii: "/")
        guard let first = head.firstIndex(of: slash), head[first...].dropFirst().first == slash else { return nil }
        let authority = head[first...].dropFirst(2).prefix { byte in byte != slash }
        return authority.lastIndex(of: UInt8(ascii: "@")).map { at in authority[..<at] }
    }

    /// The secrets of a JSON body: strings under members of known names, at any depth.
    private static func secrets(in body: Body?, isResponse: Bool) -> [Secret] {
        guard let body, let first = body.bytes.first(where: { byte in byte > 0x20 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let root = JSONDocument(parsing: body.bytes).root
        else { return [] }
        var found: [Secret] = []
        var open = [root]
        while let value = open.popLast() {
            for member in value.members {
                if let kind = SecretPlaces.kind(ofMember: member.name), let secret = member.value.string,
                    !secret.isEmpty
                {
                    let place = body.place(ofByte: member.value.contentRange.lowerBound)
                    let container = Secret.Container.json(name: member.name, isResponse: isResponse)
                    found.append(Secret(kind: kind, value: secret, container: container, place: place))
                } else if member.value.isObject || member.value.isArray {
                    open.append(member.value)
                }
            }
            open += value.elements.filter { element in element.isObject || element.isArray }
        }
        return found.sorted { left, right in (left.place?.byte ?? 0) < (right.place?.byte ?? 0) }
    }

    /// The text without the spaces around it.
    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.firstIndex { character in character != " " } ?? text.endIndex
        let end = text.lastIndex { character in character != " " }.map(text.index(after:)) ?? start
        return text[start..<max(start, end)]
    }
}
