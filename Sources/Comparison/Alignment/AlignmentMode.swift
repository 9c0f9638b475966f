/// How exchanges find their pairs.
public enum AlignmentMode: String, CaseIterable, Sendable {
    /// By content, then by key, then by likeness.
    case auto

    /// By position alone: the second session is a replay of the first.
    case order

    /// By content and by key, never by likeness.
    case key
}
