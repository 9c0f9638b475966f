/// Removes one layer, piece by piece; it owns the state of a library, hence a class.
public protocol CodingDecoder: AnyObject {
    /// What was odd so far, each kind once.
    var notes: [CodingNote] { get }

    /// Decodes input as far as the output has room.
    ///
    /// - Parameters:
    ///   - input: What follows the bytes that were consumed before; empty to have what the output had no room for.
    ///   - output: A buffer of fixed size that is written from its beginning.
    /// - Returns: What was done; what was produced before a fault counts.
    func decode(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) -> CodingStep

    /// Hears that there is no more input, and says whether something is missing.
    func finish() -> CodingFault?
}
