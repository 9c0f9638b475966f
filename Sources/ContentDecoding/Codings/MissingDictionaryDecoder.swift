/// Reads the hash of the dictionary that data were compressed with, and says that a capture does not hold it.
///
/// RFC 9842 §4, §5
final class MissingDictionaryDecoder: CodingDecoder {
    let notes: [CodingNote] = []

    /// The bytes of a SHA-256.
    private static let hashSize = 32

    private let name: String
    private let magicSize: Int
    private var head: [UInt8] = []

    /// A decoder for the coding of a name, whose data begin with so many bytes before the hash.
    init(name: String, magicSize: Int) {
        self.name = name
        self.magicSize = magicSize
    }

    func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
        let size = magicSize + MissingDictionaryDecoder.hashSize
        let piece = input.prefix(size - head.count)
        head += piece
        return CodingStep(consumed: piece.count, end: head.count < size ? nil : .fault(fault))
    }

    func finish() -> CodingFault? { fault }

    private var fault: CodingFault {
        let digits = head.dropFirst(magicSize).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0x0F, radix: 16)
        }
        let message =
            "expected \(name) data with their dictionary, found none in the capture; its SHA-256 is \(digits.joined())"
        return CodingFault(.dictionaryRequired, message)
    }
}
