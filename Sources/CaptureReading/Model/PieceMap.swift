/// Where bytes stand that were put together from pieces of a capture.
///
/// For the digits `61 62` in one line and `63` in the next one, the bytes of `abc` map so:
///
///     gathered  0  1  2
///               a  b  c
///     capture   0  3  6
struct PieceMap: Sendable {
    /// Bytes that follow each other at equal distances.
    private struct Piece: Sendable {
        /// Where they begin in what was gathered.
        let offset: Int

        /// Where the first of them stands in the capture.
        let byte: Int

        /// How many bytes of the capture each of them takes.
        let step: Int
    }

    /// How many bytes were gathered.
    private(set) var count = 0

    private var pieces: [Piece] = []

    /// Adds bytes that stand at a byte of the capture and take so many bytes of it each.
    mutating func append(count: Int, at byte: Int, step: Int = 1) {
        guard count > 0 else { return }
        let continues = pieces.last.map { last in
            last.step == step && last.byte + (self.count - last.offset) * step == byte
        }
        if continues != true { pieces.append(Piece(offset: self.count, byte: byte, step: step)) }
        self.count += count
    }

    /// Adds the bytes of another map.
    mutating func append(_ other: PieceMap) {
        for (index, piece) in other.pieces.enumerated() {
            let end = index + 1 < other.pieces.count ? other.pieces[index + 1].offset : other.count
            append(count: end - piece.offset, at: piece.byte, step: piece.step)
        }
    }

    /// The places of what stands behind the first bytes.
    func dropping(_ dropped: Int) -> PieceMap {
        var rest = PieceMap()
        for (index, piece) in pieces.enumerated() {
            let end = index + 1 < pieces.count ? pieces[index + 1].offset : count
            let start = max(piece.offset, min(dropped, end))
            rest.append(count: end - start, at: piece.byte + (start - piece.offset) * piece.step, step: piece.step)
        }
        return rest
    }

    /// The byte of the capture that a byte came from; of offsets behind the last one, what follows that.
    func byte(of offset: Int) -> Int {
        guard let piece = piece(of: offset) else { return 0 }
        return piece.byte + (min(max(offset, 0), count) - piece.offset) * piece.step
    }

    /// How many bytes of the capture a byte takes; 0 for one of several that stand at one place.
    func step(of offset: Int) -> Int { piece(of: offset)?.step ?? 1 }

    private func piece(of offset: Int) -> Piece? {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].offset <= offset { low = middle } else { high = middle }
        }
        return high > 0 ? pieces[low] : nil
    }
}
