internal import ArgumentParser
internal import Reporting

/// What `--show` takes: details with commas between them.
struct ShownDetails: ExpressibleByArgument {
    /// The details.
    let details: Set<Detail>

    /// Reads the names; nil when one is not known.
    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
            Detail(rawValue: String(name))
        }
        guard !names.contains(nil) else { return nil }
        details = Set(names.compactMap { name in name })
    }

    /// The names, for help texts.
    static var allValueStrings: [String] { Detail.allCases.map(\.rawValue) }
}
