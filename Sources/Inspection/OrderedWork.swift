internal import CaptureReading
internal import DequeModule

/// Works on what is read from a capture, on several cores where there are some, and hands out what comes of it in the
/// order in which it was read.
///
/// It reads ahead until a megabyte waits, so that memory is set by the largest exchange still, and a little more.
struct OrderedWork<Input: Sendable, Output: Sendable> {
    /// How many bytes are read ahead.
    private static var bytesAhead: Int { 1 << 20 }

    /// How many inputs are read ahead for each core.
    private static var inputsAhead: Int { 8 }

    private let work: @Sendable (Input) -> Output
    private let byteCount: (Input) -> Int
    private let crew: WorkCrew?
    private let inputLimit: Int
    private var jobs: Deque<WorkInProgress<Output>> = []
    private var outstandingByteCount = 0
    private var isAtEnd = false
    private var failure: CaptureError?

    /// Prepares work.
    ///
    /// - Parameters:
    ///   - coreCount: on how many cores it is done; one means the thread that asks for the results.
    ///   - byteCount: how large an input is.
    ///   - work: what is done.
    init(
        onCores coreCount: Int, byteCount: @escaping (Input) -> Int, work: @escaping @Sendable (Input) -> Output
    ) {
        self.work = work
        self.byteCount = byteCount
        crew = coreCount < 2 ? nil : WorkCrew(coreCount: coreCount)
        inputLimit = OrderedWork.inputsAhead * coreCount
    }

    /// Hands out what came of the next input.
    ///
    /// - Parameter read: reads the next input; nil when there are no more.
    /// - Returns: what came of it; nil when there are no more.
    /// - Throws: what `read` did, once what came of the inputs before has been handed out.
    mutating func next(reading read: () throws(CaptureError) -> Input?) throws(CaptureError) -> Output? {
        guard let crew else { return try read().map(work) }
        readAhead(read, for: crew)
        guard let job = jobs.popFirst() else {
            if let failure { throw failure }
            return nil
        }
        outstandingByteCount -= job.byteCount
        return job.result(of: crew)
    }

    private mutating func readAhead(_ read: () throws(CaptureError) -> Input?, for crew: WorkCrew) {
        while !isAtEnd, jobs.count < inputLimit, jobs.isEmpty || outstandingByteCount < OrderedWork.bytesAhead {
            do throws(CaptureError) {
                guard let input = try read() else {
                    isAtEnd = true
                    return
                }
                start(on: input, crew)
            } catch {
                isAtEnd = true
                failure = error
            }
        }
    }

    private mutating func start(on input: Input, _ crew: WorkCrew) {
        let job = WorkInProgress<Output>(byteCount: byteCount(input))
        let work = work
        crew.add { job.finish(with: work(input)) }
        outstandingByteCount += job.byteCount
        jobs.append(job)
    }
}

extension OrderedWork where Input == Exchange {
    /// Prepares work on exchanges.
    init(onCores coreCount: Int, work: @escaping @Sendable (Exchange) -> Output) {
        self.init(onCores: coreCount, byteCount: \.heldByteCount, work: work)
    }
}

extension OrderedWork where Input == CaptureSegments.Segment {
    /// Prepares work on pieces of text.
    init(onCores coreCount: Int, work: @escaping @Sendable (CaptureSegments.Segment) -> Output) {
        self.init(
            onCores: coreCount,
            byteCount: { segment in
                segment.exchanges.reduce(segment.text.count) { count, exchange in count + exchange.heldByteCount }
            }, work: work)
    }
}

extension Exchange {
    /// How much of memory it holds: its bytes, and its bodies once they are decoded.
    var heldByteCount: Int {
        source.bytes.count + (request?.body?.bytes.count ?? 0) + (response?.body?.bytes.count ?? 0)
    }
}
