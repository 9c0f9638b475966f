/// A layer while it is being removed.
struct LayerState {
    /// The most bytes that are handed on at a time: zlib copies its window at the end of each call.
    static let bufferSize = 1 << 18

    /// Its decoder.
    let decoder: any CodingDecoder

    /// The bytes that the layer around it gave and that are not consumed.
    var input: ArraySlice<UInt8> = []

    /// Whether no more input will come.
    var isInputAtEnd = false

    /// How many bytes are consumed.
    var consumed = 0

    /// How many bytes are consumed since the last that came out.
    var barren = 0

    /// Whether the coded data are at their end.
    var isComplete = false

    /// Whether the buffer was full the last time, so that more may come without input.
    var mayHoldMore = false

    /// How many bytes it hands on at a time.
    let outputSize: Int

    /// What came out last; the innermost layer writes to the output instead.
    var buffer: [UInt8] = []

    /// Creates a layer of a body that has so many bytes under all its layers.
    init(decoder: any CodingDecoder, encodedCount: Int) {
        self.decoder = decoder
        // Small bodies are many, and most of what they open to fits in a few pages.
        outputSize = min(max(encodedCount, 1 << 11), LayerState.bufferSize / 8) * 8
    }
}
