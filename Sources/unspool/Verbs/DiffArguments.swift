internal import ArgumentParser
internal import Comparison

/// What `--map-host` takes: a host, an equals sign, and the host that it counts as.
struct HostPair: ExpressibleByArgument {
    /// The host.
    let from: String

    /// The host that it counts as.
    let to: String

    /// Reads a pair; nil for anything else.
    init?(argument: String) {
        let hosts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard hosts.count == 2, !hosts[0].isEmpty, !hosts[1].isEmpty else { return nil }
        from = String(hosts[0])
        to = String(hosts[1])
    }
}

/// What `--area` takes: areas with commas between them.
struct AreaNames: ExpressibleByArgument {
    /// The areas.
    let areas: Set<Change.Area>

    /// The names, for help texts.
    static let known = Change.Area.allCases.map(\.rawValue).joined(separator: ", ")

    /// Reads the names; nil when one is not known.
    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
            Change.Area(rawValue: String(name))
        }
        guard !names.contains(nil) else { return nil }
        areas = Set(names.compactMap { name in name })
    }
}

/// What `--only` takes where two exchanges are compared: their numbers with a comma between them.
struct ExchangePairNumbers: ExpressibleByArgument {
    /// The first number.
    let a: Int

    /// The second number.
    let b: Int

    /// Reads two numbers; nil for anything else.
    init?(argument: String) {
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { number in Int(number) }
        guard numbers.count == 2, let first = numbers[0], let second = numbers[1], first >= 1, second >= 1 else {
            return nil
        }
        a = first
        b = second
    }
}
