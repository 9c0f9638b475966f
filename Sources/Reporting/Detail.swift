/// What a report shows only when it is asked for.
public enum Detail: String, CaseIterable, Sendable {
    /// The header sections.
    case headers

    /// The events of the stream, one a line.
    case stream

    /// The bodies as text.
    case raw
}
