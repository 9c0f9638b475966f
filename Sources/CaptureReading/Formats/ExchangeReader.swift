/// Reads exchanges one after the other from a window of the capture.
package protocol ExchangeReader: Sendable {
    /// What is wrong in the part of the capture that was read, outside any exchange; in order, and mostly nothing.
    var defects: [CaptureDefect] { get }

    /// Reads the next exchange.
    ///
    /// It takes the exchange's bytes from the window, and those before it that belong to none.
    ///
    /// - Parameters:
    ///   - window: what of the capture is left.
    ///   - number: the number that the exchange has in the capture.
    /// - Returns: the exchange, or nil when the window has been read to its end.
    /// - Throws: what the source throws. Content never throws: what is wrong in it becomes defects.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange?
}
