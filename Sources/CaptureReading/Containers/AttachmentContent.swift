/// What was found under the name of a file beside a capture.
public enum AttachmentContent: Equatable, Sendable {
    /// Its content; with a fault, as far as it could be read.
    case found([UInt8], fault: BodyFault?)

    /// There is no such file.
    case missing

    /// The name is none of a file beside the capture; nothing was looked for. `found` says what it is instead.
    case refused(found: String)
}
