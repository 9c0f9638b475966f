/// What names say of a JSON value: its own name, and those of the members that it stands in.
///
/// Below a member with the name of a secret every string and every number is one, in arrays and in objects. Only what
/// describes the secret (`type`, `description`) is not: the schemas of tools have parameters of such names.
public struct MemberMeaning: Sendable {
    /// The name that says that the value is a secret; nil when none does.
    let name: String?

    /// What that name says of the secret.
    let secret: SecretName?

    /// The meaning of a document's value, which has no name.
    public static let none = MemberMeaning(name: nil, secret: nil)

    /// What the secret is, or nil when no name says that the value is one.
    public var kind: Secret.Kind? { secret?.kind }

    /// Whether the names say that a value is a secret.
    public func hides(_ value: String) -> Bool {
        guard let secret else { return false }
        return !secret.demandsLook || SecretLook.isSecret(value.utf8)
    }

    /// What the value of a member means that stands in a value of this meaning.
    public func member(named name: String) -> MemberMeaning {
        if let secret = SecretPlaces.name(ofMember: name) { return MemberMeaning(name: name, secret: secret) }
        guard var inherited = secret, !inherited.demandsLook, !SecretPlaces.describesSecret(member: name) else {
            return .none
        }
        inherited.isOrdinary = true
        return MemberMeaning(name: self.name, secret: inherited)
    }
}
