internal import JSONReading

/// Where a value stands in a JSON document, as far as that says what it is: by the names around it.
struct JSONPlace {
    /// What the names of an object's members are, or the `name` of each object in a list.
    enum Names {
        case members
        case headers
        case parameters
        case cookies
    }

    /// What names say of the value.
    var meaning = MemberMeaning.none

    /// What the names in it are.
    var names = Names.members

    /// Whether it belongs to the request of an exchange.
    var isRequest = false

    /// Whether it is a list of a name and a value.
    var isPair = false

    /// Whether the value stands in an object that configures a program, in which keys have names of all kinds.
    var isConfiguration = false

    /// Whether the value is kept, whatever its shape: it is under a name that was allowed.
    var isAllowed = false

    /// Whether it says nothing of the value, nor of the names in it.
    var isPlain: Bool { meaning.secret == nil && names == .members && !isConfiguration && !isAllowed }

    /// The place of a member: for nearly every name that of no meaning, at little cost.
    func member(_ key: JSONValue, _ options: RedactionOptions) -> JSONPlace {
        // An escape may stand for any letter.
        let name = key.rawBytes
        guard names == .members, meaning.secret == nil, !isAllowed, !options.hasNames,
            !name.contains(UInt8(ascii: "\\")), let digest = NameDigest(of: name),
            !JSONPlace.telling.mayContain(digest), !SecretPlaces.mayName(member: digest)
        else { return member(named: key.string ?? "", options) }
        return JSONPlace(isRequest: isRequest, isConfiguration: isConfiguration)
    }

    /// The names that say what the names in a value are, or where it stands.
    private static let telling = NameSieve(Array(lists.keys) + Array(configurations) + ["request", "response"])

    /// The place of a member.
    func member(named name: String, _ options: RedactionOptions) -> JSONPlace {
        let folded = SecretPlaces.foldedMember(name)
        var place = self
        place.names = JSONPlace.lists[folded] ?? .members
        place.isRequest = folded == "request" || isRequest && folded != "response"
        place.isConfiguration = isConfiguration || JSONPlace.configurations.contains(folded)
        place.isAllowed = isAllowed || options.allowed.contains(folded)
        if place.isAllowed {
            place.meaning = .none
        } else if let listed = listed(name), meaning.secret == nil {
            place.meaning = MemberMeaning(name: name, secret: listed)
        } else {
            place.meaning = meaning.member(named: name)
        }
        if !place.isAllowed, place.meaning.secret == nil, options.also.contains(folded) {
            place.meaning = MemberMeaning(name: name, secret: SecretName(kind: .key))
        }
        return place
    }

    /// What the list that the value is says of a name in it.
    func listed(_ name: String) -> SecretName? {
        switch names {
        case .members: SecretPlaces.name(ofMember: name)
        case .headers: SecretPlaces.name(ofHeader: name)
        case .parameters: SecretPlaces.name(ofParameter: name)
        case .cookies: JSONPlace.attributes.contains(name) ? nil : SecretName(kind: .cookie, isOrdinary: true)
        }
    }

    /// The names of lists whose names mean something of their own, as HAR and the logs of proxies have them.
    private static let lists: [String: Names] = [
        "headers": .headers, "requestheaders": .headers, "responseheaders": .headers, "rawheaders": .headers,
        "extraheaders": .headers, "httpheaders": .headers, "trailers": .headers, "cookies": .cookies,
        "querystring": .parameters, "params": .parameters, "queryparams": .parameters,
    ]

    /// The names of such objects.
    private static let configurations: Set<String> = [
        "cfg", "config", "configuration", "env", "environ", "environment", "envvars", "vars", "variables", "secrets",
        "connection",
    ]

    /// What is told of a cookie beside its value.
    private static let attributes: Set<String> = [
        "name", "path", "domain", "expires", "httpOnly", "secure", "sameSite", "comment", "maxAge", "max-age",
    ]
}
