/// What a tool does that reads bytes as text in ISO 8859-1 and writes that as UTF-8: no coding of HTTP, undone like one.
public struct Latin1: ContentCoding {
    /// No header names it.
    public let name = "latin-1"

    /// Creates the coding.
    public init() {}

    /// A decoder of characters up to U+00FF.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        Decoder()
    }
}

extension Latin1 {
    private final class Decoder: CodingDecoder {
        let notes: [CodingNote] = []

        /// The first byte of a character whose second one has not come.
        private var lead: UInt8?

        func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            var step = CodingStep()
            for byte in input {
                guard !output.isFull else { break }
                if let lead, byte & 0xC0 == 0x80 {
                    output.append(lead << 6 | byte & 0x3F)
                    step.produced += 1
                    self.lead = nil
                } else if lead == nil, byte == 0xC2 || byte == 0xC3 {
                    lead = byte
                } else if lead == nil, byte < 0x80 {
                    output.append(byte)
                    step.produced += 1
                } else {
                    let message = "expected bytes stored as characters up to U+00FF, found another character"
                    step.end = .fault(CodingFault(.corrupt, message))
                    break
                }
                step.consumed += 1
            }
            return step
        }

        func finish() -> CodingFault? {
            lead == nil ? nil : CodingFault(cut: "stored")
        }
    }
}
