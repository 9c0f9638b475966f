/// What is known of a type of chunk: how often and where it may stand, and what is checked of its data.
///
/// To add a type, add a file to the folder `Chunks`, and a line to `ChunkCatalog.all`.
struct ChunkDescriptor: Sendable {
    /// Where chunks of a type may stand.
    enum Order: Sendable {
        /// Anywhere between the first chunk and the last, or where the type says itself.
        case anywhere

        /// Before the palette and the image data.
        case beforePalette

        /// Behind the palette, where there is one, and before the image data.
        case afterPalette

        /// Before the image data.
        case beforeImageData
    }

    /// The type.
    let type: ChunkType

    /// Whether one is all there may be.
    var isOnce = true

    /// Where it may stand.
    var order = Order.anywhere

    /// Checks what stands in it; it is told only of chunks that are whole.
    var check: @Sendable (PNGChunk, inout PNGReading) -> Void = { _, _ in }
}
