/// A program that took part in a capture, as the capture names it: its creator, its browser.
public struct CaptureProgram: Hashable, Sendable {
    /// The name, or nil when the capture has none.
    public var name: String?

    /// The version, or nil when the capture has none.
    public var version: String?

    /// Creates a program.
    public init(name: String?, version: String?) {
        self.name = name
        self.version = version
    }
}
