internal import ContentDecoding

/// Inflates zlib data that come in pieces, and keeps what a validator has to know of them.
///
/// What it does in memory does not depend on what the data claim: one buffer of output, used again and again.
///
/// RFC 1950, RFC 1951
struct ZlibReader {
    /// A place where the deflate data are wrong.
    struct Failure {
        /// What zlib says.
        let message: String

        /// The index of the byte, in the array that the pieces are slices of.
        let index: Int

        /// Whether a distance leads to before the beginning of the data.
        var isTooFar: Bool { message.hasSuffix("too far back") }
    }

    private enum State {
        case header
        case deflate
        case checksum
        case behind
        case stopped
    }

    /// The header; nil where the data end before it does.
    private(set) var header: ZlibHeader?

    /// Where the data are wrong.
    private(set) var failure: Failure?

    /// How many bytes came out.
    private(set) var outputCount = 0

    /// Whether the last block of deflate data came to its end.
    private(set) var hasEnded = false

    /// The checksum behind the data, as far as it is there.
    private(set) var storedChecksum: [UInt8] = []

    /// How many bytes stand behind the zlib data, and whether all of them are 0.
    private(set) var surplus = (count: 0, isZero: true)

    /// Whether there was more than the taker of the output wanted.
    private(set) var isStopped = false

    private let inflater: Inflater
    private var buffer: [UInt8] = []
    private let step: Int
    private var computed = Adler32()
    private var state = State.header
    private var first: UInt8?

    /// How many bytes of output are handed on at a time.
    static let usualStep = 1 << 16

    /// A reader at the beginning of zlib data.
    init(windowBits: Int = 15, step: Int = usualStep) {
        inflater = Inflater(.raw(windowBits: windowBits))
        self.step = step
    }

    /// Begins anew, with the memory that is there.
    mutating func reset() {
        inflater.reset()
        header = nil
        failure = nil
        outputCount = 0
        hasEnded = false
        storedChecksum = []
        surplus = (0, true)
        isStopped = false
        computed = Adler32()
        state = .header
        first = nil
    }

    /// The checksum of what came out.
    var computedChecksum: UInt32 { computed.value }

    /// Whether the checksum is there, and right.
    var isChecksumRight: Bool {
        storedChecksum.count == 4 && storedChecksum[...].big32(0) == Int(computed.value)
    }

    /// Takes the bytes that follow.
    ///
    /// - Parameters:
    ///   - input: the bytes.
    ///   - take: takes output; says whether it wants more.
    mutating func append(_ input: ArraySlice<UInt8>, _ take: (Span<UInt8>) -> Bool) {
        var rest = input
        while !rest.isEmpty {
            switch state {
            case .header: readHeader(&rest)
            case .deflate: inflate(&rest, take)
            case .checksum:
                let missing = rest.prefix(4 - storedChecksum.count)
                storedChecksum += missing
                rest = rest.dropFirst(missing.count)
                if storedChecksum.count == 4 { state = .behind }
            case .behind:
                surplus.count += rest.count
                surplus.isZero = surplus.isZero && rest.allSatisfy { byte in byte == 0 }
                return
            case .stopped: return
            }
        }
    }

    private mutating func readHeader(_ rest: inout ArraySlice<UInt8>) {
        guard let byte = rest.popFirst() else { return }
        guard let method = first else {
            first = byte
            return
        }
        let header = ZlibHeader(method: method, flags: byte)
        self.header = header
        state = header.faults.isEmpty ? .deflate : .stopped
    }

    private mutating func inflate(_ rest: inout ArraySlice<UInt8>, _ take: (Span<UInt8>) -> Bool) {
        // The output is lent out while the rest of the reader changes.
        var buffer: [UInt8] = []
        swap(&buffer, &self.buffer)
        defer { swap(&buffer, &self.buffer) }
        buffer.removeAll(keepingCapacity: true)
        var found = (consumed: 0, produced: 0, outcome: Inflater.Outcome.goesOn)
        buffer.append(addingCapacity: step) { output in found = inflater.inflate(rest, into: &output) }
        let (consumed, produced, outcome) = found
        rest = rest.dropFirst(consumed)
        outputCount += produced
        computed.update(buffer.span)
        isStopped = !take(buffer.span)
        switch outcome {
        case .ended:
            hasEnded = true
            state = .checksum
        case .failed(let message):
            failure = Failure(message: message, index: rest.startIndex)
            state = .stopped
        case .goesOn, .needsDictionary:
            if isStopped || consumed == 0 && produced == 0 { state = .stopped }
        }
    }
}
