/// How far an image is checked.
public struct ImageValidationOptions: Sendable, Hashable {
    /// What is read.
    public enum Depth: Sendable, Hashable {
        /// The structure: chunks, their checksums, their order and what stands in them; nothing is decompressed.
        case structure

        /// The pixels as well, and compressed profiles and texts.
        case pixels
    }

    /// What is read.
    public var depth: Depth

    /// Whether every warning is taken for an error.
    public var isStrict: Bool

    /// The pixels above which an image is called huge; it is checked all the same, since nothing is kept of it.
    public var pixelLimit = 1 << 30

    /// The bytes that pixels may expand to, all told; what lies behind them is not checked.
    public var pixelByteLimit = 1 << 32

    /// The bytes that are read behind the last row, to say how many there are.
    public var surplusLimit = 1 << 20

    /// The bytes that a text may expand to, as many as Pillow allows.
    public var textLimit = 1 << 20

    /// The bytes that a colour profile may expand to.
    public var profileLimit = 16 << 20

    /// How many breaches of a rule are listed one by one.
    public var defectsPerRule = 5

    /// Creates options; unless asked for otherwise, all is read.
    public init(depth: Depth = .pixels, isStrict: Bool = false) {
        self.depth = depth
        self.isStrict = isStrict
    }
}
