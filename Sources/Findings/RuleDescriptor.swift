/// What a rule is: the text of its manual, and the examples that test it.
public struct RuleDescriptor: Sendable {
    /// Its id: `SEC001`.
    public let id: String

    /// Its name, which says what is bad: `credential-in-header`.
    public let name: String

    /// How much its findings matter unless they say otherwise.
    public let severity: Severity

    /// What it finds, in one sentence.
    public let summary: String

    /// Why that matters, in one sentence.
    public let why: String

    /// Where to read more: clauses, advisories, addresses.
    public let references: [String]

    /// Captures in which it finds something.
    public let flagged: [String]

    /// Captures, close to those, in which it finds nothing.
    public let clean: [String]

    /// Creates a descriptor.
    public init(
        id: String, name: String, severity: Severity, summary: String, why: String, references: [String] = [],
        flagged: [String], clean: [String]
    ) {
        self.id = id
        self.name = name
        self.severity = severity
        self.summary = summary
        self.why = why
        self.references = references
        self.flagged = flagged
        self.clean = clean
    }
}
