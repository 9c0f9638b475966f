/// A layer while it is being removed.
struct LayerState {
    /// The bytes that are handed on at a time.
    static let bufferSize = 1 << 16

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

    /// What the decoder writes to.
    var buffer = [UInt8](repeating: 0, count: bufferSize)
}
