/// What `unspool --version` says, and reports name as their tool.
enum Version {
    /// The version, by semver.org.
    static let string = "0.1.0"
}
