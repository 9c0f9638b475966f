import CaptureReading
import Dispatch
import Testing

@testable import Inspection

@Suite struct OrderedWorkTests {
    /// What a number becomes; every seventh takes longer than those behind it, so that nothing is in order by chance.
    @Sendable private static func result(of number: Int) -> Int {
        (0..<(number % 7 == 0 ? 2_000 : 10)).reduce(number) { sum, round in (sum &* 31 &+ round) | 1 }
    }

    /// What comes of the numbers from 1 on by work on several cores, what was thrown behind them, and how many were read
    /// ahead at most.
    private func outcome(
        cores: Int, count: Int, failsAtEnd: Bool = false, byteCount: Int = 1
    ) -> (results: [Int], failure: CaptureError?, mostAhead: Int) {
        var ordered = OrderedWork<Int, Int>(
            onCores: cores, byteCount: { _ in byteCount }, work: OrderedWorkTests.result)
        var readCount = 0
        var results: [Int] = []
        var mostAhead = 0
        do throws(CaptureError) {
            while let result = try ordered.next(reading: { () throws(CaptureError) in
                if readCount == count {
                    if failsAtEnd { throw .empty }
                    return nil
                }
                readCount += 1
                return readCount
            }) {
                mostAhead = max(mostAhead, readCount - results.count)
                results.append(result)
            }
            return (results, nil, mostAhead)
        } catch {
            return (results, error, mostAhead)
        }
    }

    @Test(arguments: [1, 2, 3, 8])
    func resultsComeInTheOrderOfReading(cores: Int) {
        for count in [0, 1, 2, 17, 500] {
            #expect(
                outcome(cores: cores, count: count).results == (0..<count).map { index in Self.result(of: index + 1) })
        }
    }

    @Test(arguments: [1, 2, 8])
    func failureComesBehindWhatWasReadBefore(cores: Int) {
        let outcome = outcome(cores: cores, count: 40, failsAtEnd: true)
        #expect(outcome.results == (1...40).map(Self.result))
        #expect(outcome.failure == .empty)
    }

    @Test func oneCoreReadsNothingAhead() {
        #expect(outcome(cores: 1, count: 100).mostAhead == 1)
    }

    @Test func manyAreReadAheadButNotAll() {
        #expect(outcome(cores: 2, count: 1_000).mostAhead == 16)
    }

    @Test func largeOnesAreNotReadAhead() {
        #expect(outcome(cores: 4, count: 50, byteCount: 2 << 20).mostAhead == 1)
    }

    @Test func severalThreadsWork() {
        // Each waits until the other is there, or for so long that there can be none.
        let arrived = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        var work = OrderedWork<Int, Bool>(
            onCores: 2, byteCount: { _ in 1 },
            work: { number in
                (number == 1 ? arrived.1 : arrived.0).signal()
                return (number == 1 ? arrived.0 : arrived.1).wait(timeout: .now() + 20) == .success
            })
        var count = 0
        var met: [Bool] = []
        while let result = try? work.next(reading: {
            count < 2
                ? {
                    count += 1
                    return count
                }() : nil
        }) {
            met.append(result)
        }
        #expect(met == [true, true])
    }
}
