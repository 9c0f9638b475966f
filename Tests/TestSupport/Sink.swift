/// Collects what a reporter writes, piece by piece.
public final class Sink {
    /// The pieces.
    public private(set) var pieces: [[UInt8]] = []

    /// Creates a sink that is empty.
    public init() {}

    /// Takes a piece.
    public func write(_ bytes: [UInt8]) { pieces.append(bytes) }

    /// The pieces in one.
    public var bytes: [UInt8] { Array(pieces.joined()) }

    /// The pieces as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
