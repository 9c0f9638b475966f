import Foundation

/// Measures what work costs a thread.
enum Stopwatch {
    /// Does a work again and again.
    ///
    /// - Parameters:
    ///   - budget: how long to go on, in seconds; there are three passes at least.
    ///   - work: a pass; it returns some number that depends on the whole result, so that nothing can be left out.
    /// - Returns: the least time that one pass took, in seconds of the thread's own processor time.
    static func leastTime(within budget: Double = 0.5, of work: () -> Int) -> Double {
        var least = Double.infinity
        var spent = 0.0
        var passes = 0
        while spent < budget || passes < 3 {
            let start = now()
            _ = work()
            let time = now() - start
            least = min(least, time)
            spent += time
            passes += 1
        }
        return least
    }

    private static func now() -> Double {
        var time = timespec()
        // A C call that fills a value of ours.
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
