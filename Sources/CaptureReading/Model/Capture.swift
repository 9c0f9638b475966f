/// A file of recorded traffic: what is known of it beside its exchanges.
public struct Capture: Sendable {
    /// The format it was read as.
    public var format: CaptureFormatID

    /// Its size in bytes so far; the whole size once every exchange has been read.
    public var byteCount: Int

    /// The program that wrote it, or nil when it names none so far.
    public var creator: CaptureProgram?

    /// The browser whose traffic it is, or nil when it names none so far.
    public var browser: CaptureProgram?

    /// What is wrong in it outside any exchange, such as text before the first one; as far as it has been read.
    public var defects: [CaptureDefect]

    /// Creates the facts of a capture.
    public init(format: CaptureFormatID, byteCount: Int = 0, defects: [CaptureDefect] = []) {
        self.format = format
        self.byteCount = byteCount
        self.defects = defects
    }
}
