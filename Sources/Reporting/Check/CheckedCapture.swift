public import CaptureReading

/// A capture as a check keeps it.
public struct CheckedCapture: Sendable {
    /// The path, relative to the folder that the check runs in where it lies below that; without secrets.
    public let path: String

    /// The format.
    public let format: CaptureFormatID

    /// How many exchanges it has.
    public internal(set) var exchangeCount = 0
}
