import CaptureReading
import Synchronization
import Testing

@testable import Inspection

@Suite struct OrderedWorkTests {
    /// Numbers handed out by work on several cores, and what was thrown behind them.
    private func outcome(
        cores: Int, count: Int, failsAtEnd: Bool = false, byteCount: Int = 1, spins: Bool = false
    ) -> (numbers: [Int], failure: CaptureError?, mostAhead: Int) {
        @Sendable func work(on number: Int) -> Int {
            // Every seventh takes longer than those behind it, so that nothing is in order by chance.
            let rounds = spins ? (number % 7 == 0 ? 20_000 : 10) : 0
            return (0..<rounds).reduce(into: number) { sum, round in sum = (sum &* 31 &+ round) | 1 } &* 0 &+ number
        }
        var ordered = OrderedWork<Int, Int>(
            onCores: cores, byteCount: { _ in byteCount }, work: work)
        var readCount = 0
        var numbers: [Int] = []
        var mostAhead = 0
        do throws(CaptureError) {
            while let number = try ordered.next(reading: { () throws(CaptureError) in
                if readCount == count {
                    if failsAtEnd { throw .empty }
                    return nil
                }
                readCount += 1
                return readCount
            }) {
                mostAhead = max(mostAhead, readCount - numbers.count)
                numbers.append(number)
            }
            return (numbers, nil, mostAhead)
        } catch {
            return (numbers, error, mostAhead)
        }
    }

    @Test(arguments: [1, 2, 3, 8])
    func resultsComeInTheOrderOfReading(cores: Int) {
        for count in [0, 1, 2, 17, 500] {
            #expect(
                outcome(cores: cores, count: count, spins: true).numbers == Array(1...(max(count, 1))).suffix(count))
        }
    }

    @Test(arguments: [1, 2, 8])
    func failureComesBehindWhatWasReadBefore(cores: Int) {
        let outcome = outcome(cores: cores, count: 40, failsAtEnd: true, spins: true)
        #expect(outcome.numbers == Array(1...40))
        #expect(outcome.failure == .empty)
    }

    @Test func oneCoreReadsNothingAhead() {
        #expect(outcome(cores: 1, count: 100).mostAhead == 1)
    }

    @Test func manyAreReadAheadButNotAll() {
        let most = outcome(cores: 2, count: 1_000).mostAhead
        #expect(most > 2)
        #expect(most <= 17)
    }

    @Test func largeOnesAreNotReadAhead() {
        #expect(outcome(cores: 4, count: 50, byteCount: 2 << 20).mostAhead == 1)
    }

    @Test func severalThreadsWork() {
        // Each waits for the other: one thread alone would never end.
        let arrived = Atomic(0)
        var work = OrderedWork<Int, Int>(
            onCores: 2, byteCount: { _ in 1 },
            work: { number in
                arrived.add(1, ordering: .sequentiallyConsistent)
                while arrived.load(ordering: .sequentiallyConsistent) < 2 {}
                return number
            })
        var count = 0
        var numbers: [Int] = []
        while let number = try? work.next(reading: {
            count < 2
                ? {
                    count += 1
                    return count
                }() : nil
        }) {
            numbers.append(number)
        }
        #expect(numbers == [1, 2])
    }
}
