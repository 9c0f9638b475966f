/// A file of recorded traffic: what is known of it beside its exchanges.
public struct Capture: Sendable {
    /// The format it was read as.
    public var format: CaptureFormatID

    /// The containers that were opened to read it, outermost first; mostly none.
    ///
    /// Every place in the capture is one in the text that came out of them.
    public var containers: [ContainerID] = []

    /// The name of the capture in the innermost archive around it, as that has it; nil where there is no archive.
    public var memberName: String?

    /// Its size in bytes so far, containers opened; the whole size once every exchange has been read.
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
