internal import DequeModule
internal import Dispatch
internal import Synchronization

/// Threads that share work: the one that hands it in, and helpers that come while there is some.
final class WorkCrew: Sendable {
    private struct State {
        var waiting: Deque<@Sendable () -> Void> = []
        var helperCount = 0
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "unspool.work", attributes: .concurrent)
    private let helperLimit: Int

    /// Creates a crew.
    ///
    /// - Parameter coreCount: how many threads work, the one that hands in work among them.
    init(coreCount: Int) {
        helperLimit = coreCount - 1
    }

    /// Hands in work, which is begun in the order in which it comes.
    func add(_ work: @escaping @Sendable () -> Void) {
        let needsHelper = state.withLock { state in
            state.waiting.append(work)
            guard state.helperCount < helperLimit else { return false }
            state.helperCount += 1
            return true
        }
        if needsHelper { queue.async { self.help() } }
    }

    /// Does the work that has waited longest; false where none waits.
    func doNext() -> Bool {
        let work = state.withLock { state in state.waiting.popFirst() }
        work?()
        return work != nil
    }

    private func help() {
        while true {
            let work = state.withLock { state in
                let work = state.waiting.popFirst()
                if work == nil { state.helperCount -= 1 }
                return work
            }
            guard let work else { return }
            work()
        }
    }
}
