/// A chunk of a PNG datastream.
///
/// PNG, 3rd edition, §5.3
struct PNGChunk {
    /// The name.
    let type: ChunkType

    /// Where its length field stands in the image.
    let offset: Int

    /// What stands in it; of a chunk that is cut, what there is.
    let data: ArraySlice<UInt8>

    /// Whether the bytes end, or make no sense any more, before the chunk does.
    let isCut: Bool

    /// Whether its checksum is right.
    let isChecked: Bool

    /// Where its data stand in the image.
    var dataOffset: Int { offset + 8 }
}
