internal import JSONReading

/// What a project or its user wants of every check: the file `unspool.json`.
///
///     {
///       "schema": "unspool.config/1",
///       "check": {
///         "fail_on": "high",
///         "rules": ["SEC*", "SAF*"],
///         "disable": ["SAF004", {"rule": "HST001", "host": "*.relay.example", "path": "fixtures/*", "reason": "ours"}],
///         "baseline": "unspool-baseline.json"
///       }
///     }
///
/// Every member may be missing; one that is not known is a fault.
public struct CheckConfiguration: Hashable, Sendable {
    /// The severity from which on findings fail the check; nil where the file does not say.
    public var failOn: Threshold?

    /// The rules that count; empty for all.
    public var rules: [RulePattern]

    /// The rules that do not count, or not everywhere.
    public var exemptions: [Exemption]

    /// The path of the baseline; nil where the file names none.
    public var baseline: String?

    /// Creates a configuration; the default one says nothing.
    public init(
        failOn: Threshold? = nil, rules: [RulePattern] = [], exemptions: [Exemption] = [], baseline: String? = nil
    ) {
        self.failOn = failOn
        self.rules = rules
        self.exemptions = exemptions
        self.baseline = baseline
    }

    /// Reads a file.
    ///
    /// - Throws: what is wrong with the first member that is.
    public init(parsing bytes: [UInt8]) throws(SettingsFault) {
        let file = try SettingsObject(parsing: bytes, members: ["$schema", "schema", "check"])
        let schema = try file.string("schema")
        guard schema == nil || schema == CheckConfiguration.schema else {
            throw .unexpected(
                path: "schema", expected: CheckConfiguration.schema, found: "'\(Excerpt(schema ?? ""))'")
        }
        self.init()
        guard let check = try file.object("check", members: ["fail_on", "rules", "disable", "baseline"]) else { return }
        if let name = try check.string("fail_on") {
            guard let threshold = Threshold(rawValue: name) else {
                let known = Threshold.allCases.map(\.rawValue).joined(separator: ", ")
                throw .unexpected(
                    path: check.path(of: "fail_on"), expected: "one of \(known)", found: "'\(Excerpt(name))'")
            }
            failOn = threshold
        }
        for (index, element) in try check.elements("rules").enumerated() {
            guard let text = element.string else {
                throw .unexpected(
                    path: "\(check.path(of: "rules"))[\(index)]", expected: "a string", found: "\(element.kind)")
            }
            rules.append(RulePattern(text))
        }
        for (index, element) in try check.elements("disable").enumerated() {
            exemptions.append(
                try CheckConfiguration.exemption(element, path: "\(check.path(of: "disable"))[\(index)]"))
        }
        baseline = try check.string("baseline")
    }

    /// What the file calls its own form.
    public static let schema = "unspool.config/1"

    /// A rule by its name alone, or an object that says where it does not count.
    private static func exemption(_ value: JSONValue, path: String) throws(SettingsFault) -> Exemption {
        if let text = value.string { return Exemption(rule: RulePattern(text)) }
        // The reason is for those who read the file.
        let object = try SettingsObject(value, path: path, members: ["rule", "host", "path", "reason"])
        _ = try object.string("reason")
        return Exemption(
            rule: RulePattern(try object.requiredString("rule")), host: try object.string("host"),
            path: try object.string("path"))
    }
}
