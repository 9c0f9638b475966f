internal import ByteCoding

/// The text of bytes without any known secret, in pieces: one of many megabytes is not in memory a second time.
///
/// Characters are not cut between pieces, but those of several scalars may be where no ASCII stands near.
public struct RedactedPieces: Sequence, IteratorProtocol, Sendable {
    /// What is still to be handed out.
    private var rest: ArraySlice<UInt8>

    /// The secrets in it, whose ranges count from its first byte as it was at the beginning.
    private var hidden: ArraySlice<Redactor.Hidden>
    private let start: Int

    private static let longest = 1 << 16

    /// Emoji are joined from no more bytes than these.
    private static let longestCluster = 256

    init(of bytes: ArraySlice<UInt8>, _ redactor: Redactor) {
        rest = bytes
        start = bytes.startIndex
        hidden = redactor.hiddenParts(of: bytes.span) { Array(bytes) }[...]
    }

    /// The next piece; nil at the end.
    public mutating func next() -> String? {
        guard !rest.isEmpty else { return nil }
        if let part = hidden.first, rest.startIndex == start + part.range.lowerBound {
            hidden.removeFirst()
            rest = rest[(start + part.range.upperBound)...]
            return part.mark
        }
        let limit = hidden.first.map { part in start + part.range.lowerBound } ?? rest.endIndex
        let piece = rest[..<RedactedPieces.end(ofPieceIn: rest[..<limit])]
        rest = rest[piece.endIndex...]
        return String(decoding: piece, as: UTF8.self)
    }

    /// Where a text is cut that is longer than a piece: behind ASCII if some stands near, else between scalars.
    private static func end(ofPieceIn text: ArraySlice<UInt8>) -> Int {
        guard text.count > longest else { return text.endIndex }
        let end = text.startIndex + longest
        if let letter = text[(end - longestCluster)..<end].lastIndex(where: { byte in byte < 0x80 }) {
            return letter + 1
        }
        // Behind four bytes that continue a character each one is ill-formed by itself.
        return (end - 3...end).last { index in text[index] & 0xC0 != 0x80 } ?? end
    }
}

extension Redactor {
    /// The text of bytes without any known secret, in pieces; each maximal part of an ill-formed sequence becomes one
    /// U+FFFD.
    public func pieces(of bytes: ArraySlice<UInt8>) -> RedactedPieces { RedactedPieces(of: bytes, self) }
}
