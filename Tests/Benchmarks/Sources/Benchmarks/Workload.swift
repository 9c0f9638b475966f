/// Some bytes, what is done with them, and how long it takes.
struct Workload {
    /// The name by which the peers' script knows it.
    let id: String

    /// What is done, for the table.
    let title: String

    /// The bytes that everyone works on.
    let bytes: [UInt8]

    /// What one pass of ours does.
    let work: () -> Int

    /// Peers in this process: a name, and what one pass does.
    var localPeers: [(name: String, work: () -> Int)] = []
}
