/// What a JSON value is.
///
/// RFC 8259 §3
public enum JSONKind: UInt8, Sendable {
    /// The literal `null`.
    case null
    /// The literal `false`.
    case `false`
    /// The literal `true`.
    case `true`
    /// A number; its lexeme is kept.
    case number
    /// A string; the name of a member is one too.
    case string
    /// An ordered list of elements.
    case array
    /// An ordered list of members; names may repeat.
    case object
}
