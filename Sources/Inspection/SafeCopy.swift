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
    private let options: RedactionOptions
    private let redactor: TextRedactor
    private let containers: [ContainerID]
    private var exchangeCount = 0

    /// Takes the secrets of the capture out of messages about it.
    public let messages: Redactor

    /// Reads a capture for the first time, and learns its secrets.
    ///
    /// - Throws: what keeps the capture from being read.
    public init(
        of input: CaptureInput, marks: PlaceholderMaker, options: RedactionOptions = RedactionOptions()
    ) throws(CaptureError) {
        self.input = input
        self.options = options
        var ledger = SecretLedger()
        var segments = try CaptureSegments(of: input)
        containers = segments.containers
        while let segment = try segments.next() {
            for exchange in segment.exchanges { ledger.learnAll(from: exchange, options) }
            ledger.learn(from: segment.text[...], layout: segments.layout, options)
            exchangeCount += segment.exchanges.count
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
        while let segment = try segments.next() {
            let copy = redactor.copy(
                of: segment.text[...], at: segment.start, exchanges: segment.exchanges,
                layout: segments.layout)
            summary.add(copy.replaced, exchange: segment.exchanges.first?.number, start: segment.start)
            write(copy.bytes, through: 0)
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
        var count = 0
        while let segment = try segments.next() {
            let text = segment.text[...]
            if redactor.holdsSecret(text, exchanges: segment.exchanges, layout: segments.layout) {
                return .secret(exchange: segment.exchanges.first?.number)
            }
            count += segment.exchanges.count
        }
        return count == exchangeCount ? nil : .exchanges(expected: exchangeCount, found: count)
    }
}
