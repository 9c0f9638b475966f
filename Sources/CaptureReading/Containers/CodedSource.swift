internal import ByteCoding
internal import ContentDecoding

/// Decodes a source piece by piece, in memory that its size does not change.
///
/// It ends where the coded data do, at the first fault, and at a limit.
final class CodedSource: ContainerSource {
    let id: ContainerID

    private(set) var defects: [ContainerDefect] = []

    /// How many bytes of the source the decoder is done with.
    private(set) var consumed = 0

    /// Where the source begins in the file that faults are told of.
    private let start: Int

    private var source: any ByteSource
    private let decoder: any CodingDecoder
    private let limits: DecodingLimits
    private let outer: (any ContainerSource)?

    /// Whether the source holds nothing but the coded data, so that what stands behind them is told.
    private let isWhole: Bool

    private var input: ArraySlice<UInt8> = []
    private var output: [UInt8] = []

    /// What of the output is not handed out.
    private var rest = 0..<0

    private var produced = 0

    /// How many bytes are consumed since the last that came out.
    private var barren = 0

    /// Whether the output was full the last time, so that more may come without input.
    private var mayHoldMore = false

    private var isAtEnd = false

    /// The bytes that are loaded, and decoded, at a time.
    private static let bufferSize = 1 << 16

    /// The most bytes behind the end that are read, to learn whether the container around it is sound.
    private static let longestTrail = 1 << 20

    /// Creates a source of what another one holds under a coding.
    ///
    /// - Parameters:
    ///   - id: the container.
    ///   - source: the coded data.
    ///   - decoder: a decoder at their beginning.
    ///   - limits: how much is decoded.
    ///   - outer: the container around this one.
    ///   - start: where the data begin in the file that faults are told of.
    ///   - isWhole: whether the source holds nothing but the data.
    init(
        _ id: ContainerID, _ source: any ByteSource, decoder: any CodingDecoder, limits: DecodingLimits,
        inside outer: (any ContainerSource)? = nil, start: Int = 0, isWhole: Bool = true
    ) {
        self.id = id
        self.source = source
        self.decoder = decoder
        self.limits = limits
        self.outer = outer
        self.start = start
        self.isWhole = isWhole
    }

    var inputCount: Int { outer?.inputCount ?? consumed }

    /// Appends the next decoded bytes.
    func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        if rest.isEmpty { try decode() }
        let piece = rest.prefix(count)
        buffer.append(contentsOf: output[piece])
        rest = rest.dropFirst(piece.count)
        return piece.count
    }

    /// Decodes until something comes out, or nothing will.
    private func decode() throws(CaptureError) {
        while rest.isEmpty, !isAtEnd {
            if input.isEmpty, !mayHoldMore, try !load() {
                isAtEnd = true
                if let fault = decoder.finish() { note(fault) }
                return
            }
            let step = decoder.decode(input, replacing: &output, room: CodedSource.bufferSize)
            input = input.dropFirst(step.consumed)
            consumed += step.consumed
            barren = step.produced > 0 ? 0 : barren + step.consumed
            mayHoldMore = step.produced == CodedSource.bufferSize
            hand(step.produced)
            switch step.end {
            case .complete:
                isAtEnd = true
                try readTrail()
            case .fault(let fault):
                isAtEnd = true
                note(fault)
            case nil:
                if step.consumed == 0, step.produced == 0, !input.isEmpty { stall() }
                if barren > limits.barrenInput { stopBarren() }
            }
        }
    }

    /// Loads more input; false when there is none.
    private func load() throws(CaptureError) -> Bool {
        var buffer: [UInt8] = []
        buffer.reserveCapacity(CodedSource.bufferSize)
        guard try source.read(upTo: CodedSource.bufferSize, into: &buffer) > 0 else { return false }
        input = buffer[...]
        return true
    }

    /// Hands out what was decoded, as far as the limits allow.
    private func hand(_ count: Int) {
        let room = limits.captureSize.map { limit in limit - produced } ?? .max
        rest = 0..<min(count, room)
        produced += rest.count
        if count > room {
            stop(.absoluteLimit, "no more than \(produced) bytes of \(id) data", ", --max-body 0 lifts the limit")
        } else if produced > limits.ratioFloor, produced / limits.ratio > inputCount {
            stop(.ratioLimit, "no more than \(limits.ratio) bytes out of each of \(id) data", "")
        }
    }

    /// Reads what stands behind the coded data.
    private func readTrail() throws(CaptureError) {
        guard isWhole else { return }
        var count = input.count
        input = []
        while count <= CodedSource.longestTrail, try load() {
            count += input.count
            input = []
        }
        guard count > 0 else { return }
        let amount = count > CodedSource.longestTrail ? "more than \(CodedSource.longestTrail)" : "\(count)"
        let message =
            "expected nothing behind the \(id) data, found \(amount) bytes from byte \(start + consumed) on; they are "
            + "left out"
        defects.append(ContainerDefect(id: "trailing-data", message: message))
    }

    // MARK: Faults

    /// Stops where the data go on.
    private func stop(_ kind: BodyFault.Kind, _ expected: String, _ advice: String) {
        isAtEnd = true
        fail(kind, "expected \(expected), found more; stopped at \(produced) bytes after \(inputCount)\(advice)")
    }

    /// Stops where nothing comes out any more.
    private func stopBarren() {
        isAtEnd = true
        fail(.absoluteLimit, "expected content in \(barren) bytes of \(id) data, found none; stopped there")
    }

    /// A decoder that neither takes what it is given nor says why is at its end.
    private func stall() {
        isAtEnd = true
        fail(.corrupt, "expected \(id) data to go on, found some that no decoder takes")
    }

    private func note(_ fault: CodingFault) {
        let isCut = fault.kind == .truncated
        let message =
            isCut
            ? "expected the end of the \(id) data, found that of the file at byte \(start + consumed); it was cut "
                + "short, what came before is read"
            : "\(fault.message) (byte \(start + consumed)); what came before is read"
        fail(BodyFault.Kind(rawValue: fault.kind.rawValue), message)
    }

    private func fail(_ kind: BodyFault.Kind, _ message: String) {
        guard !defects.contains(where: { defect in defect.fault != nil }) else { return }
        defects.append(
            ContainerDefect(
                BodyFault(kind, message, offset: start + consumed, layer: BodyLayer(rawValue: id.rawValue))))
    }
}
