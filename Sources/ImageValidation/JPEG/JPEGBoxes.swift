/// Puts the boxes of JUMBF together that stand in pieces in segments APP11.
///
/// ISO/IEC 19566-5:2023 annex D
struct JPEGBoxes {
    private var pieces: [(instance: Int, content: [UInt8])] = []

    /// What stands in a segment before its piece: two letters, the instance, the number of the piece.
    private static let prefixSize = 8

    /// The boxes, each whole where all its pieces were there.
    var all: [ArraySlice<UInt8>] { pieces.map { piece in piece.content[...] } }

    /// Adds the data of a segment, which are at least 16 bytes; the pieces of a box come in order.
    mutating func add(_ data: ArraySlice<UInt8>) {
        let instance = data.big16(2)
        let content = data.dropFirst(JPEGBoxes.prefixSize)
        if data.big32(4) > 1, let index = pieces.lastIndex(where: { piece in piece.instance == instance }) {
            // Each piece repeats the header of the box.
            let headerSize = content.big32(0) == 1 ? 16 : 8
            pieces[index].content += content.dropFirst(headerSize)
        } else {
            pieces.append((instance, Array(content)))
        }
    }
}
