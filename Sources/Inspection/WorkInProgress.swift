internal import Dispatch
internal import Synchronization

/// A result that a crew works on.
final class WorkInProgress<Output: Sendable>: Sendable {
    /// How large that is which is worked on.
    let byteCount: Int

    private let output = Mutex<Output?>(nil)
    private let isFinished = DispatchSemaphore(value: 0)

    init(byteCount: Int) {
        self.byteCount = byteCount
    }

    /// Hands in the result.
    func finish(with output: Output) {
        self.output.withLock { current in current = output }
        isFinished.signal()
    }

    /// The result, to be asked for once; the thread that asks works with the crew until it is there.
    func result(of crew: WorkCrew) -> Output {
        while true {
            if let output = output.withLock({ output in output.take() }) { return output }
            if !crew.doNext() { isFinished.wait() }
        }
    }
}
