/// Hosts that count as others: the session of one environment is compared with that of another.
public struct HostMap: Sendable {
    /// The pairs, in the order in which they were given; both hosts are in lower case.
    public let pairs: [(from: String, to: String)]

    private let hosts: [String: String]

    /// Creates a map; of two pairs for one host the last counts.
    public init(_ pairs: [(from: String, to: String)] = []) {
        self.pairs = pairs.map { pair in (pair.from.lowercased(), pair.to.lowercased()) }
        hosts = Dictionary(self.pairs.map { pair in (pair.from, pair.to) }) { _, last in last }
    }

    /// The host that one counts as.
    func mapped(_ host: String) -> String {
        hosts[host] ?? host
    }
}
