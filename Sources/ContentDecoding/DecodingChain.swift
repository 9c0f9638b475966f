/// Removes layers from bytes, all of them at once and with fixed buffers between them.
public struct DecodingChain {
    /// The layers, outermost first.
    public var codings: [any ContentCoding]

    /// How much is decoded.
    public let limits: DecodingLimits

    /// Creates a chain.
    public init(_ codings: [any ContentCoding] = [], limits: DecodingLimits = DecodingLimits()) {
        self.codings = codings
        self.limits = limits
    }

    /// Decodes bytes to their end, to the first fault, or to a limit.
    ///
    /// What one form of a coding cannot make out is tried in the other: deflate without the header of zlib, and damaged
    /// brotli byte by byte.
    public func decode(_ encoded: ArraySlice<UInt8>) -> DecodingOutcome {
        let outcome = run(encoded)
        guard let failure = outcome.failure, let again = alternative(after: failure) else { return outcome }
        let other = again.run(encoded)
        return other.failure == nil || other.bytes.count > outcome.bytes.count ? other : outcome
    }

    /// The first bytes that come out, at most about so many.
    public func head(of encoded: ArraySlice<UInt8>, upTo count: Int) -> ArraySlice<UInt8> {
        guard !codings.isEmpty else { return encoded.prefix(count) }
        var run = DecodingRun(self, encoded)
        run.read(upTo: count)
        return run.outcome.bytes.prefix(count)
    }

    private func run(_ encoded: ArraySlice<UInt8>) -> DecodingOutcome {
        guard !codings.isEmpty else {
            var outcome = DecodingOutcome()
            outcome.bytes = Array(encoded)
            return outcome
        }
        var run = DecodingRun(self, encoded)
        run.read(upTo: .max)
        run.finish()
        return run.outcome
    }

    /// The chain that may decode more where this one failed; nil when there is none.
    private func alternative(after failure: DecodingOutcome.Failure) -> DecodingChain? {
        var other = self
        switch (codings[failure.layer], failure.fault.kind) {
        case (let deflate as Deflate, .corrupt), (let deflate as Deflate, .corruptHeader):
            guard deflate.form == .zlib else { return nil }
            other.codings[failure.layer] = Deflate(.raw)
        case (let brotli as Brotli, .corrupt):
            guard brotli.carefulFrom == nil else { return nil }
            other.codings[failure.layer] = Brotli(carefulFrom: max(0, failure.offset - Brotli.pieceSize))
        default: return nil
        }
        return other
    }
}
