/// How the captures of a format hold bodies.
public enum BodyStorage: Sendable {
    /// As they were sent, under the codings that the headers name.
    case asSent

    /// Decoded as a rule, beside headers that still name the codings.
    case decoded
}
