/// Token counts that never count twice.
public struct TokenUsage: Hashable, Sendable {
    /// Tokens read, with those from a cache and those put into it.
    public var input: Int?

    /// Tokens written, with those of reasoning.
    public var output: Int?

    /// The total as the provider says it.
    public var total: Int?

    /// The tokens of `input` that came from a cache.
    public var cachedInput: Int?

    /// The tokens of `output` that are reasoning.
    public var reasoning: Int?

    /// The tokens of `input` by the provider's name of a modality, where it says them.
    public var inputByModality: [ModalityCount]

    /// The tokens of `output` by the provider's name of a modality, where it says them.
    public var outputByModality: [ModalityCount]

    /// The sums that the provider's numbers allow to check.
    public var sums: [TokenSum]

    /// Creates counts.
    public init(
        input: Int? = nil, output: Int? = nil, total: Int? = nil, cachedInput: Int? = nil, reasoning: Int? = nil,
        inputByModality: [ModalityCount] = [], outputByModality: [ModalityCount] = [], sums: [TokenSum] = []
    ) {
        self.input = input
        self.output = output
        self.total = total
        self.cachedInput = cachedInput
        self.reasoning = reasoning
        self.inputByModality = inputByModality
        self.outputByModality = outputByModality
        self.sums = sums
    }
}

/// The tokens of one modality.
public struct ModalityCount: Hashable, Sendable {
    /// The provider's name: `IMAGE`.
    public var modality: String

    /// The tokens.
    public var tokens: Int

    /// Creates a count.
    public init(modality: String, tokens: Int) {
        self.modality = modality
        self.tokens = tokens
    }
}

/// Numbers that ought to add up to another, or at least not to more.
public struct TokenSum: Hashable, Sendable {
    /// The name of the sum, as the provider calls it: `totalTokenCount`.
    public var name: String

    /// The parts.
    public var parts: [Int]

    /// The sum as the provider says it.
    public var declared: Int

    /// Whether parts may be missing: Google leaves the text out of the details of an answer that has an image.
    public var mayOmitParts: Bool

    /// Creates a sum.
    public init(name: String, parts: [Int], declared: Int, mayOmitParts: Bool = false) {
        self.name = name
        self.parts = parts
        self.declared = declared
        self.mayOmitParts = mayOmitParts
    }

    /// The sum of the parts; the largest number when it cannot be held.
    public var computed: Int { parts.saturatingSum }

    /// Whether the parts add up, or leave room for those that are missing where parts may be.
    public var agrees: Bool { mayOmitParts ? computed <= declared : computed == declared }
}
