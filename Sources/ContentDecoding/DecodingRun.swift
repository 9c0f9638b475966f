/// One pass of bytes through the layers of a chain: the innermost pulls from the one around it.
struct DecodingRun {
    /// What came out so far.
    private(set) var outcome = DecodingOutcome()

    private var layers: [LayerState]
    private let limits: DecodingLimits
    private let encodedCount: Int

    /// Up to this size memory for the output is doubled; above it, all is reserved that no ratio is checked for.
    private static let smallOutput = 1 << 20

    /// The most bytes behind the end of a layer that are decoded, to learn whether the layers around it are sound.
    private static let longestTrail = 1 << 20

    /// Begins a pass over bytes.
    init(_ chain: DecodingChain, _ encoded: ArraySlice<UInt8>) {
        limits = chain.limits
        encodedCount = encoded.count
        layers = chain.codings.map { coding in
            LayerState(decoder: coding.makeDecoder(limits: chain.limits), encodedCount: encoded.count)
        }
        layers[0].input = encoded
        layers[0].isInputAtEnd = true
    }

    /// Reads until so many bytes have come out, or no more come.
    mutating func read(upTo count: Int) {
        while outcome.bytes.count < count, pull(layers.count - 1), isWithinLimits() {}
    }

    /// Reads what stands behind the ends of layers, and takes down what the decoders noted.
    mutating func finish() {
        if outcome.failure == nil {
            for index in layers.indices.reversed() where index > 0 && layers[index].isComplete { readTrail(of: index) }
        }
        for index in layers.indices {
            if layers[index].isComplete, !layers[index].input.isEmpty { note(.trailingData, in: index) }
            for note in layers[index].decoder.notes { self.note(note, in: index) }
        }
    }

    /// Decodes a layer until something comes out; false when nothing will.
    private mutating func pull(_ index: Int) -> Bool {
        while !layers[index].isComplete {
            if layers[index].input.isEmpty, !layers[index].mayHoldMore, !load(index) {
                end(index)
                return false
            }
            let step = index == layers.count - 1 ? decodeInnermost() : decode(index)
            switch step.end {
            case .complete: layers[index].isComplete = true
            case .fault(let fault):
                layers[index].isComplete = true
                layers[index].input = []
                fail(fault, in: index)
            case nil:
                if layers[index].barren > limits.barrenInput { stopBarren(index) }
            }
            if step.produced > 0 { return true }
            if step.end == nil, step.consumed == 0, !layers[index].input.isEmpty { stall(index) }
        }
        return false
    }

    /// Decodes some of a layer's input to its buffer.
    private mutating func decode(_ index: Int) -> CodingStep {
        var buffer: [UInt8] = []
        swap(&buffer, &layers[index].buffer)
        defer { swap(&buffer, &layers[index].buffer) }
        buffer.removeAll(keepingCapacity: true)
        var step = CodingStep()
        buffer.append(addingCapacity: layers[index].outputSize) { output in step = layers[index].decode(to: &output) }
        return step
    }

    /// Decodes some of the innermost layer's input to the output: one byte more than it may have, to learn that there is
    /// one.
    private mutating func decodeInnermost() -> CodingStep {
        let last = layers.count - 1
        let room = limits.bodySize.map { limit in limit - outcome.bytes.count } ?? .max
        let size = room < layers[last].outputSize ? room + 1 : layers[last].outputSize
        reserve(outcome.bytes.count + size)
        var bytes: [UInt8] = []
        swap(&bytes, &outcome.bytes)
        defer { swap(&bytes, &outcome.bytes) }
        var step = CodingStep()
        bytes.append(addingCapacity: size) { output in step = layers[last].decode(to: &output) }
        return step
    }

    /// Gives a layer more input; false when there is none.
    private mutating func load(_ index: Int) -> Bool {
        // The buffer of the layer around it is written to again: nothing may hold it.
        layers[index].input = []
        guard !layers[index].isInputAtEnd, pull(index - 1) else {
            layers[index].isInputAtEnd = true
            return false
        }
        layers[index].input = layers[index - 1].buffer[...]
        return true
    }

    /// Tells a layer that its input is at its end.
    private mutating func end(_ index: Int) {
        layers[index].isComplete = true
        if let fault = layers[index].decoder.finish() { fail(fault, in: index) }
    }

    /// Takes down the first fault: what follows from it is none.
    private mutating func fail(_ fault: CodingFault, in index: Int) {
        guard outcome.failure == nil else { return }
        outcome.failure = DecodingOutcome.Failure(fault: fault, layer: index, offset: layers[index].consumed)
    }

    private mutating func stopBarren(_ index: Int) {
        let message =
            "expected content in \(grouped(limits.barrenInput)) bytes of coded data, found none; stopped there"
        layers[index].isComplete = true
        fail(CodingFault(.absoluteLimit, message), in: index)
    }

    /// A decoder that neither takes what it is given nor says why is at its end.
    private mutating func stall(_ index: Int) {
        layers[index].isComplete = true
        fail(CodingFault(.corrupt, "expected coded data to go on, found some that no decoder takes"), in: index)
    }

    /// Looks at how much came out; gives false at a limit.
    private mutating func isWithinLimits() -> Bool {
        let count = outcome.bytes.count
        if let limit = limits.bodySize, count > limit {
            outcome.bytes.removeLast(count - limit)
            stop(.absoluteLimit, "no more than \(grouped(limit)) bytes")
        } else if count > limits.ratioFloor, count / limits.ratio > layers[0].consumed {
            stop(.ratioLimit, "no more than \(limits.ratio) bytes out of one")
        }
        return outcome.failure.map { failure in !failure.fault.isLimit } ?? true
    }

    private mutating func stop(_ kind: CodingFault.Kind, _ expected: String) {
        let count = outcome.bytes.count
        let message =
            "expected \(expected), found more; stopped at \(grouped(count)) bytes after "
            + "\(grouped(layers[0].consumed)) of \(grouped(encodedCount)), ratio \(count / max(layers[0].consumed, 1))"
        // A fault that was met before is the reason for nothing here.
        outcome.failure = nil
        fail(CodingFault(kind, message), in: layers.count - 1)
    }

    /// Makes room for output.
    ///
    /// Doubling a large array needs it twice for a moment. Memory that is reserved and not written costs nothing, so
    /// there is one step from small outputs to all that may come without a look at the ratio.
    private mutating func reserve(_ count: Int) {
        let capacity = outcome.bytes.capacity
        guard count > capacity else { return }
        let target =
            count <= DecodingRun.smallOutput
            ? max(2 * capacity, count) : count <= limits.ratioFloor ? limits.ratioFloor : max(2 * capacity, count)
        outcome.bytes.reserveCapacity(target + LayerState.bufferSize)
    }

    /// Reads what stands behind the end of a layer.
    private mutating func readTrail(of index: Int) {
        var count = layers[index].input.count
        while count <= DecodingRun.longestTrail, pull(index - 1) { count += layers[index - 1].buffer.count }
        if count > 0 { note(.trailingData, in: index) }
        layers[index].input = []
    }

    private mutating func note(_ note: CodingNote, in layer: Int) {
        if !outcome.notes.contains(where: { other in other == (note, layer) }) { outcome.notes.append((note, layer)) }
    }

    /// A number with commas between its thousands.
    private func grouped(_ number: Int) -> String {
        let digits = String(number)
        let head = digits.count % 3
        var groups = head > 0 ? [String(digits.prefix(head))] : []
        var rest = digits.dropFirst(head)
        while !rest.isEmpty {
            groups.append(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
        }
        return groups.joined(separator: ",")
    }
}

extension LayerState {
    /// Decodes some of the input.
    fileprivate mutating func decode(to output: inout OutputSpan<UInt8>) -> CodingStep {
        let step = decoder.decode(input, into: &output)
        input = input.dropFirst(step.consumed)
        consumed += step.consumed
        barren = step.produced > 0 ? 0 : barren + step.consumed
        mayHoldMore = output.isFull
        return step
    }
}

extension CodingFault {
    /// Whether decoding stopped though the data go on.
    fileprivate var isLimit: Bool { kind == .absoluteLimit || kind == .ratioLimit }
}
