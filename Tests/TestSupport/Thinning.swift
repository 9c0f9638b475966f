import Foundation

/// How much of an exhaustive test is run: all of it, or a share where every case costs many times as much.
public enum Thinning {
    /// One of how many cases is met: 1, or what `UNSPOOL_TEST_STEP` says, which the run under a sanitizer sets.
    public static let step: Int = {
        let text = ProcessInfo.processInfo.environment["UNSPOOL_TEST_STEP"]
        return text.flatMap { text in Int(text) }.map { step in max(1, step) } ?? 1
    }()

    /// The cases of a range that are met, its first one always among them.
    public static func cases(_ range: Range<Int>) -> StrideTo<Int> {
        stride(from: range.lowerBound, to: range.upperBound, by: step)
    }
}
