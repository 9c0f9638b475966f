/// What JSON reports show beside the usual.
public struct JSONOptions: Sendable {
    /// Whether the data of images and other blobs is written, in base64.
    public var includesBlobs: Bool

    /// Whether the text of bodies is written.
    public var showsRaw: Bool

    /// Creates options; unless asked for otherwise, neither blobs nor bodies are written.
    public init(includesBlobs: Bool = false, showsRaw: Bool = false) {
        self.includesBlobs = includesBlobs
        self.showsRaw = showsRaw
    }
}
