/// What was taken out of a capture: kinds and places, never a value.
public struct RedactionSummary: Sendable {
    /// A value, by its mark.
    public struct Value: Sendable {
        /// What stands in its places.
        public let mark: String

        /// What it is.
        public let kind: Secret.Kind

        /// How long it is, in characters.
        public let characterCount: Int

        /// How often it was replaced.
        public internal(set) var placeCount = 0

        /// Where: the first of its places.
        public internal(set) var places: [Place] = []
    }

    /// A place where a value was replaced.
    public struct Place: Hashable, Sendable {
        /// The number of the exchange that it belongs to; nil before the first one.
        public let exchange: Int?

        /// The offset in bytes in the capture as it was; nil where the value stood in something encoded.
        public let byte: Int?
    }

    /// The values, by first appearance.
    public private(set) var values: [Value] = []

    private var numbers: [String: Int] = [:]

    /// The most places of one value that are listed.
    private static let mostPlaces = 20

    /// How many layers are opened, one in the other, in search of values.
    public static let depth = WalkContext.depth

    /// A summary of nothing.
    public init() {}

    /// How many places there are.
    public var placeCount: Int { values.reduce(0) { count, value in count + value.placeCount } }

    /// How many values there are of each kind, by name.
    public var kinds: [(kind: Secret.Kind, count: Int)] {
        Dictionary(grouping: values, by: \.kind).map { kind, values in (kind, values.count) }
            .sorted { left, right in left.kind.rawValue < right.kind.rawValue }
    }

    /// Adds what was replaced in a piece of the capture.
    ///
    /// - Parameters:
    ///   - replaced: what was replaced.
    ///   - exchange: the number of the exchange that the piece belongs to, if any.
    ///   - start: the offset of the piece's first byte in the capture.
    public mutating func add(_ replaced: [TextRedactor.Replaced], exchange: Int?, start: Int) {
        for secret in replaced {
            let number = numbers[secret.mark] ?? values.count
            if number == values.count {
                numbers[secret.mark] = number
                values.append(Value(mark: secret.mark, kind: secret.kind, characterCount: secret.characterCount))
            }
            values[number].placeCount += 1
            guard values[number].places.count < RedactionSummary.mostPlaces else { continue }
            values[number].places.append(
                Place(exchange: exchange, byte: secret.offset.map { offset in start + offset }))
        }
    }
}
