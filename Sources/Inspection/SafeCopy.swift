public import CaptureReading
internal import ContentDecoding
public import Redaction

/// Makes a copy of a capture that is safe to share, and proves that it is.
///
/// The capture is read twice: first its secrets are learned, from its exchanges and from all other text; then it is
/// written anew, an exchange at a time, each value gone wherever it stands. The proof reads what was written.
public struct SafeCopy {
    /// The secrets that were found, and where.
    public private(set) var summary = RedactionSummary()

    private let input: CaptureInput
    private let coreCount: Int
    private let redactor: TextRedactor
    private let containers: [ContainerID]
    private var exchangeCount = 0

    /// Takes the secrets of the capture out of messages about it.
    public let messages: Redactor

    /// Reads a capture for the first time, and learns its secrets.
    ///
    /// - Parameters:
    ///   - input: the capture.
    ///   - marks: makes what stands in the place of secrets.
    ///   - options: what counts as a secret beside the usual, and what does not.
    ///   - coreCount: on how many cores exchanges are worked on; the copy is the same for any.
    /// - Throws: what keeps the capture from being read.
    public init(
        of input: CaptureInput, marks: PlaceholderMaker, options: RedactionOptions = RedactionOptions(),
        onCores coreCount: Int = 1
    ) throws(CaptureError) {
        self.input = input
        self.coreCount = coreCount
        var ledger = SecretLedger()
        var segments = try CaptureSegments(of: input)
        let layout = segments.layout
        containers = segments.containers
        var work = OrderedWork(onCores: coreCount) { segment in
            let placed = segment.exchanges.flatMap { exchange in ExchangeSecrets(of: exchange, options).all }
            let others = SecretLedger.secrets(of: segment.text[...], layout: layout, options)
            return (secrets: placed + others, exchangeCount: segment.exchanges.count)
        }
        while let found = try work.next(reading: { () throws(CaptureError) in try segments.next() }) {
            ledger.learn(found.secrets)
            exchangeCount += found.exchangeCount
        }
        redactor = TextRedactor(ledger, marks: marks, options: options)
        messages = Redactor(ledger, style: .words)
    }

    /// A container around the capture that cannot be written anew; nil where there is none.
    public var unwritableContainer: ContainerID? {
        containers.first { container in ContainerEncoder(container) == nil }
    }

    /// Reads the capture for the second time, and writes it without its secrets, in its containers.
    public mutating func write(to output: ([UInt8]) -> Void) throws(CaptureError) {
        var encoders = containers.reversed().compactMap(ContainerEncoder.init)
        func write(_ bytes: [UInt8], through first: Int) {
            var bytes = bytes
            for index in encoders.indices.dropFirst(first) { bytes = encoders[index].append(bytes) }
            output(bytes)
        }
        var segments = try CaptureSegments(of: input)
        let layout = segments.layout
        var work = OrderedWork(onCores: coreCount) { [redactor] segment in
            let copy = redactor.copy(
                of: segment.text[...], at: segment.start, exchanges: segment.exchanges, layout: layout)
            return (copy: copy, exchange: segment.exchanges.first?.number, start: segment.start)
        }
        while let done = try work.next(reading: { () throws(CaptureError) in try segments.next() }) {
            summary.add(done.copy.replaced, exchange: done.exchange, start: done.start)
            write(done.copy.bytes, through: 0)
        }
        for index in encoders.indices { write(encoders[index].finish(), through: index + 1) }
    }

    /// Reads what was written, and searches it for every secret.
    ///
    /// - Parameter copy: the copy.
    /// - Returns: what is wrong with it; nil where nothing was found, as it stands or under any layer, and every exchange
    ///   is still there.
    /// - Throws: what keeps the copy from being read.
    public func fault(of copy: CaptureInput) throws(CaptureError) -> SafeCopyFault? {
        var segments = try CaptureSegments(of: copy)
        let layout = segments.layout
        var count = 0
        var work = OrderedWork(onCores: coreCount) { [redactor] segment in
            let holdsSecret = redactor.holdsSecret(
                segment.text[...], exchanges: segment.exchanges, layout: layout)
            return (holdsSecret: holdsSecret, numbers: segment.exchanges.map(\.number))
        }
        while let found = try work.next(reading: { () throws(CaptureError) in try segments.next() }) {
            if found.holdsSecret { return .secret(exchange: found.numbers.first) }
            count += found.numbers.count
        }
        return count == exchangeCount ? nil : .exchanges(expected: exchangeCount, found: count)
    }
}
