internal import JSONReading

/// The blocks of a message while their pieces arrive, each found by the index that the stream gives it.
///
/// Indexes are the capture's to choose: they may skip, restart or be negative. A block keeps the place in which it first
/// came.
struct BlockList<Index: Hashable & Sendable>: Sendable {
    private var blocks: [ContentBlock] = []
    private var positions: [Index: Int] = [:]

    /// Whether there is no block so far.
    var isEmpty: Bool { blocks.isEmpty }

    /// Adds a block that no further piece belongs to.
    mutating func append(_ block: ContentBlock) {
        blocks.append(block)
    }

    /// Begins a block; further pieces with its index are pieces of it.
    mutating func begin(_ block: ContentBlock, at index: Index) {
        positions[index] = blocks.count
        blocks.append(block)
    }

    /// Whether a block has an index.
    func hasBlock(at index: Index) -> Bool {
        positions[index] != nil
    }

    /// Lets no further piece with an index belong to the block that has it.
    mutating func close(_ index: Index) {
        positions[index] = nil
    }

    /// Changes the block of an index where it takes such a piece, else begins one that does.
    ///
    /// - Parameters:
    ///   - index: the index.
    ///   - piece: what is added.
    ///   - fresh: the block to begin where none does: streams that are cut at their beginning, or of servers that
    ///     announce no blocks.
    ///   - change: adds the piece.
    mutating func update(
        at index: Index, taking piece: ContentBlock.Piece, orBegin fresh: @autoclosure () -> ContentBlock,
        _ change: (inout ContentBlock) -> Void
    ) {
        if let position = positions[index], blocks[position].takes(piece) { return change(&blocks[position]) }
        begin(fresh(), at: index)
        change(&blocks[blocks.count - 1])
    }

    /// The parts, and what was odd about them.
    ///
    /// Texts of one kind that follow each other are one part, unless something is said of one of them.
    consuming func finish() -> (parts: [MessagePart], warnings: [AnswerWarning]) {
        var joined: [ContentBlock] = []
        for block in blocks {
            // The last block must not be held while its text grows, or it would be copied each time.
            let continues = joined.last.map { last in last.isPlain && last.textKind == block.textKind } ?? false
            if continues, block.isPlain {
                joined[joined.count - 1].text.append(block.text)
            } else {
                joined.append(block)
            }
        }
        var warnings: [AnswerWarning] = []
        if joined.contains(where: \.text.hasLoneSurrogates) {
            let message = "expected both halves of every surrogate pair, found one alone; U+FFFD stands for it"
            warnings.append(AnswerWarning(.loneSurrogate, message))
        }
        let parts = joined.map(\.part)
        if let broken = parts.first(where: { part in !part.isSound }) {
            let message = "expected the arguments of every call to be JSON, found some that are not; their text is kept"
            warnings.append(AnswerWarning(.brokenArguments, message, place: broken.part.place))
        }
        return (parts.map(\.part), warnings)
    }
}
