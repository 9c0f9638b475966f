/// How sure a recogniser is that an input is of its kind.
public enum Confidence: Int, Comparable, Sendable {
    /// It is not.
    case none = 0

    /// Nothing speaks against it.
    case possible = 1

    /// Its usual signs are there.
    case likely = 2

    /// A sign that nothing else has is there.
    case certain = 3

    /// Orders by sureness.
    public static func < (left: Confidence, right: Confidence) -> Bool {
        left.rawValue < right.rawValue
    }
}
