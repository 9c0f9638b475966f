/// Names rules: by id or name, in any case, with `*` for any characters and `?` for one: `SEC001`, `sec*`, `token-*`.
public struct RulePattern: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as it is written.
    public let description: String

    /// Takes a pattern; any text is one.
    public init(_ text: String) {
        description = text
    }

    /// Whether it names a rule.
    public func matches(_ rule: RuleDescriptor) -> Bool { matches(id: rule.id, name: rule.name) }

    /// Whether it names the rule of an id and a name.
    func matches(id: String, name: String) -> Bool {
        let pattern = FilterPattern(description)
        return pattern.matches(id) || pattern.matches(name)
    }
}
