public import JSONReading

/// What is wrong with a file of settings, and where.
public enum SettingsFault: Error, Equatable, Sendable {
    /// The file is no whole JSON.
    case notJSON(JSONFault)

    /// A member is missing.
    case missing(path: String)

    /// A member has another form than it needs.
    case unexpected(path: String, expected: String, found: String)

    /// There is no member of this name; the names that there are.
    case unknownMember(path: String, known: [String])
}

extension SettingsFault: CustomStringConvertible {
    /// A sentence: where, what was expected, what was found.
    public var description: String {
        switch self {
        case .notJSON(let fault): "\(fault)"
        case .missing(let path): "\(path): expected a value, found none"
        case .unexpected(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
        case .unknownMember(let path, let known):
            "\(path): expected one of the members \(known.joined(separator: ", ")), found another; check its spelling"
        }
    }
}
