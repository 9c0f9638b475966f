/// Reads exchanges one after the other from a window of the capture.
package protocol ExchangeReader: Sendable {
    /// What is wrong in the part of the capture that was read, outside any exchange; in order, and mostly nothing.
    var defects: [CaptureDefect] { get }

    /// How the capture holds the bodies of the last exchange, where that is not as the format says; mostly nil.
    var storage: BodyStorage? { get }

    /// Goes to where the first exchange may stand; called once, before anything else.
    ///
    /// - Throws: `CaptureError.notArchive` when the capture is nothing of the kind, and what the source throws.
    mutating func open(_ window: inout CaptureWindow) throws(CaptureError)

    /// Adds what the capture says of itself, as far as it has been read.
    func describe(_ capture: inout Capture)

    /// Reads the next exchange.
    ///
    /// It takes the exchange's bytes from the window, and those before it that belong to none.
    ///
    /// - Parameters:
    ///   - window: what of the capture is left.
    ///   - number: the number that the exchange has in the capture, unless something that keeps a number stands before
    ///     it.
    /// - Returns: the exchange, or nil when the window has been read to its end.
    /// - Throws: what the source throws. Content never throws: what is wrong in it becomes defects.
    mutating func next(from window: inout CaptureWindow, number: Int) throws(CaptureError) -> Exchange?
}

extension ExchangeReader {
    /// Most hold all bodies in the same way.
    package var storage: BodyStorage? { nil }

    /// Does nothing: most captures begin with an exchange.
    package mutating func open(_ window: inout CaptureWindow) throws(CaptureError) {}

    /// Adds nothing: most captures say nothing of themselves.
    package func describe(_ capture: inout Capture) {}
}
