/// How a capture holds its messages, as far as a copy of it has to mind.
public enum CaptureLayout: Sendable {
    /// As text in which nothing counts bytes.
    case text

    /// As they went over the wire: the lengths that they declare divide it.
    case framed

    /// As a dump of bytes in lines of equal length, as curl traces them: what is replaced keeps its length.
    case dump
}
