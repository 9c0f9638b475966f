extension PNGReading {
    /// What came out of the compressed data in a chunk.
    struct Inflated {
        /// The bytes, up to the limit.
        var bytes: [UInt8] = []

        /// Whether there are more.
        var isCut = false
    }

    /// Inflates the zlib data that stand in a chunk from an offset on, and tells what is wrong with them.
    ///
    /// PNG, 3rd edition, §10.3
    ///
    /// - Parameters:
    ///   - chunk: the chunk.
    ///   - offset: where the data begin in it.
    ///   - limit: how many bytes are kept, and looked for.
    ///   - prefix: what stands before the ids of the rules: `TXTZ`.
    /// - Returns: the bytes; of damaged data those before the damage. Nil where none came out.
    mutating func inflate(_ chunk: PNGChunk, from offset: Int, limit: Int, prefix: String) -> Inflated? {
        var inflated = Inflated()
        zlib.reset()
        zlib.append(chunk.data.part(offset)) { output in
            for index in 0..<min(output.count, limit + 1 - inflated.bytes.count) {
                inflated.bytes.append(output[index])
            }
            return inflated.bytes.count <= limit
        }
        inflated.isCut = inflated.bytes.count > limit
        if inflated.isCut { inflated.bytes.removeLast() }
        guard let header = zlib.header else {
            tell(.short, prefix, chunk, offset, "2 bytes of a zlib header", "\(chunk.data.count - offset)")
            return nil
        }
        for fault in header.faults {
            let words = header.words(for: fault)
            tell(fault, prefix, chunk, offset, words.expected, words.found)
        }
        guard header.faults.isEmpty else { return nil }
        if inflated.isCut {
            tell(.bomb, prefix, chunk, offset, "at most \(limit) bytes", "more than that")
        } else {
            tellEnd(chunk, offset, prefix)
        }
        return inflated.bytes.isEmpty && zlib.failure != nil ? nil : inflated
    }

    /// How the zlib data in a chunk end.
    private mutating func tellEnd(_ chunk: PNGChunk, _ offset: Int, _ prefix: String) {
        if let failure = zlib.failure {
            let place = failure.index - chunk.data.startIndex
            tell(.data, prefix, chunk, place, "sound deflate data", failure.message)
        } else if !zlib.hasEnded || zlib.storedChecksum.count < 4 {
            tell(.truncated, prefix, chunk, chunk.data.count, "the end of the zlib data", "the end of the chunk")
        } else if !zlib.isChecksumRight {
            let stored = UInt32(zlib.storedChecksum[...].big32(0)).spelled
            tell(.data, prefix, chunk, offset, "the Adler-32 \(zlib.computedChecksum.spelled)", stored)
        }
        if zlib.surplus.count > 0 {
            let place = chunk.data.count - zlib.surplus.count
            let found = "\(zlib.surplus.count) bytes"
            tell(.extra, prefix, chunk, place, "nothing behind the zlib data", found)
        }
    }

    private mutating func tell(
        _ rule: ZlibRule, _ prefix: String, _ chunk: PNGChunk, _ offset: Int, _ expected: String, _ found: String
    ) {
        tell(rule.rule(prefix), chunk, at: offset, expected: expected, found: found)
    }
}
