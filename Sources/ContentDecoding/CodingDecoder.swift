/// Removes one layer, piece by piece; it owns the state of a library, hence a class.
public protocol CodingDecoder: AnyObject {
    /// What was odd so far, each kind once.
    var notes: [CodingNote] { get }

    /// Decodes input as far as the output has room.
    ///
    /// - Parameters:
    ///   - input: What follows the bytes that were consumed before; empty to have what the output had no room for.
    ///   - output: Memory that is appended to.
    /// - Returns: What was done; what was produced before a fault counts.
    func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep

    /// Hears that there is no more input, and says whether something is missing.
    func finish() -> CodingFault?
}

extension CodingDecoder {
    /// Decodes input to an array, whose content it replaces and whose memory it uses again.
    ///
    /// - Parameters:
    ///   - input: What follows the bytes that were consumed before.
    ///   - output: Has what was produced, and nothing else.
    ///   - room: The most bytes that are produced.
    /// - Returns: What was done.
    public func decode(_ input: ArraySlice<UInt8>, replacing output: inout [UInt8], room: Int) -> CodingStep {
        output.removeAll(keepingCapacity: true)
        var step = CodingStep()
        output.append(addingCapacity: room) { span in step = decode(input, into: &span) }
        return step
    }
}
