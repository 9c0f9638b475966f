/// A form in which people have captured traffic.
///
/// A format is one type in a file of its own and one line in `CaptureFormatCatalog`.
public protocol CaptureFormat: Sendable {
    /// Its name.
    static var id: CaptureFormatID { get }

    /// How sure it is that a capture is of this format, judged by its first bytes (at most `CaptureReader.headSize`).
    ///
    /// A byte order mark has been taken off. Every input is met by every format: a recogniser never throws.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence

    /// A reader at the beginning of a capture.
    static func makeReader() -> any ExchangeReader
}

/// Reads exchanges one after the other from a window of the capture.
public protocol ExchangeReader: Sendable {
    /// Reads the next exchange, or gives nil when the window has been read to its end.
    ///
    /// It takes the exchange's bytes from the window. The number is left to `CaptureReader`.
    ///
    /// - Throws: what the source throws. Content never throws: what is wrong in it becomes defects.
    mutating func next(from window: inout CaptureWindow) throws(CaptureError) -> Exchange?
}
