import Reporting

/// Keeps extracted files in memory, or refuses them.
final class MemoryStore: MediumStore {
    /// The files in the order in which they came.
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    private let outcome: MediumStoreOutcome

    init(_ outcome: MediumStoreOutcome = .written) {
        self.outcome = outcome
    }

    func store(_ bytes: ArraySlice<UInt8>, as name: String) -> MediumStoreOutcome {
        if outcome == .written { files.append((name, Array(bytes))) }
        return outcome
    }
}
