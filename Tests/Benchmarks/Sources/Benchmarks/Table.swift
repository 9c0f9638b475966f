/// The results as a table in Markdown.
struct Table {
    private var rows: [[String]] = []

    /// An empty table.
    init() {}

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - work: what was done.
    ///   - byteCount: on how many bytes.
    ///   - seconds: how long a pass of ours took.
    ///   - peer: the name of a peer, and how long a pass of its took.
    mutating func add(_ work: String, byteCount: Int, seconds: Double, peer: (name: String, seconds: Double)) {
        let speeds = [seconds, peer.seconds].map { seconds in Self.digits(Double(byteCount) / seconds / 1e9) }
        rows.append([work, speeds[0], peer.name, speeds[1], Self.digits(peer.seconds / seconds) + " x"])
    }

    /// The table.
    var markdown: String {
        let head = ["work", "ours, GB/s", "peer", "peer, GB/s", "ratio"]
        let lines = [head, head.map { _ in "--" }] + rows
        return lines.map { cells in "| " + cells.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// Three digits that count.
    private static func digits(_ number: Double) -> String {
        let scale = number >= 100 ? 1.0 : number >= 10 ? 10 : number >= 1 ? 100 : 1_000
        let rounded = (number * scale).rounded() / scale
        return number >= 100 ? String(Int(rounded)) : String(rounded)
    }
}
