internal import SystemPackage

/// Says on standard error how far reading has come: on a terminal only, and only when it takes more than a second.
struct Progress {
    private let begun = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private var byteCount = 0
    private let isShown = Terminal(.standardError).isTerminal

    /// Counts bytes that were read; none means the end, and clears the line.
    mutating func add(_ count: Int) {
        byteCount += count
        guard isShown else { return }
        let now = ContinuousClock.now
        let elapsed = now - begun
        guard elapsed > .seconds(1) else { return }
        if count == 0 {
            StandardStream.error.write("\r\u{1B}[K")
        } else if now - lastShown > .milliseconds(200) {
            lastShown = now
            let rate = Double(byteCount) / (elapsed / .seconds(1)) / 1_000_000
            StandardStream.error.write("\r\u{1B}[K\(byteCount / 1_000_000) MB read, \(Int(rate)) MB/s")
        }
    }
}
