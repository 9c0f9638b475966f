/// What a safe copy hides, and keeps, beside the usual.
public struct RedactionOptions: Sendable {
    /// Names of headers, parameters and members whose values are hidden too.
    public var also: Set<String> = []

    /// Names of headers, parameters and members whose values are kept.
    public var allowed: Set<String> = []

    /// Whether e-mail addresses are hidden: a report shows them, a copy for others does not.
    public var hidesPeople = true

    /// Whether home folders and addresses in networks are hidden too.
    public var hidesPersonalData = false

    /// Whether of a JSON Web Token the header and the names of the claims are kept.
    public var keepsClaims = false

    /// The usual.
    public init() {}

    /// What a report hides: people are what it may be about.
    public static let report: RedactionOptions = {
        var options = RedactionOptions()
        options.hidesPeople = false
        return options
    }()

    /// Adds names, compared as `SecretPlaces` does: without case, `-` and `_`.
    public mutating func hide(_ names: [String]) { also.formUnion(names.map(SecretPlaces.foldedMember)) }

    /// Adds names, compared as `SecretPlaces` does: without case, `-` and `_`.
    public mutating func allow(_ names: [String]) { allowed.formUnion(names.map(SecretPlaces.foldedMember)) }

    /// Whether names are hidden or kept beside the usual.
    var hasNames: Bool { !also.isEmpty || !allowed.isEmpty }

    /// What a name says, given what the lists say of it.
    func meaning(of name: String, listed: SecretName?) -> SecretName? {
        guard hasNames else { return listed }
        let folded = SecretPlaces.foldedMember(name)
        if allowed.contains(folded) { return nil }
        return listed ?? (also.contains(folded) ? SecretName(kind: .key) : nil)
    }
}
