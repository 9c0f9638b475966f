internal import CBrotli

/// The coding `br`.
///
/// RFC 7932
public struct Brotli: ContentCoding {
    /// The name `br`.
    public let name = "br"

    /// The offset from which the input is fed byte by byte; nil for none.
    ///
    /// The library hands out what it has decoded when its input runs out, and loses it when it meets damage. So input
    /// comes in small pieces, and once it is known which one is damaged, in the smallest.
    public let carefulFrom: Int?

    /// Creates the coding.
    public init(carefulFrom: Int? = nil) {
        self.carefulFrom = carefulFrom
    }

    /// The most bytes that are fed at a time: less would cost speed, and more only memory for what is decoded again.
    static let pieceSize = 4096

    /// A decoder of one stream: brotli has no members.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        Decoder(carefulFrom: carefulFrom ?? .max)
    }
}

extension Brotli {
    @safe private final class Decoder: CodingDecoder {
        let notes: [CodingNote] = []

        private let state: OpaquePointer?
        private let carefulFrom: Int
        private var consumed = 0
        private var isComplete = false

        init(carefulFrom: Int) {
            self.carefulFrom = carefulFrom
            unsafe state = BrotliDecoderCreateInstance(nil, nil, nil)
        }

        deinit {
            // Created above, and nothing else holds it.
            unsafe BrotliDecoderDestroyInstance(state)
        }

        func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            let piece = input.prefix(consumed >= carefulFrom ? 1 : min(Brotli.pieceSize, carefulFrom - consumed))
            var availableIn = piece.count
            let room = output.freeCapacity
            var availableOut = room
            // Both buffers outlive the call, and the library keeps no pointer into them.
            let result = unsafe piece.withUnsafeBufferPointer { source in
                unsafe output.withUnsafeMutableBufferPointer { target, count in
                    var nextIn = source.baseAddress
                    var nextOut = unsafe target.baseAddress.map { start in unsafe start + count }
                    let result = unsafe BrotliDecoderDecompressStream(
                        state, &availableIn, &nextIn, &availableOut, &nextOut, nil)
                    count += room - availableOut
                    return result
                }
            }
            var step = CodingStep(consumed: piece.count - availableIn, produced: room - availableOut)
            consumed += step.consumed
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS:
                isComplete = true
                step.end = .complete
            case BROTLI_DECODER_RESULT_ERROR: step.end = .fault(fault)
            default: break
            }
            return step
        }

        func finish() -> CodingFault? {
            isComplete ? nil : CodingFault(cut: "brotli")
        }

        /// What the library's last error is.
        private var fault: CodingFault {
            let code = unsafe BrotliDecoderGetErrorCode(state)
            if code == BROTLI_DECODER_ERROR_FORMAT_WINDOW_BITS {
                let message = "expected a brotli window of 16 MiB or less, found the large form that no client takes"
                return CodingFault(.windowTooLarge, message)
            }
            // A constant of the library.
            let name = unsafe BrotliDecoderErrorString(code).map { text in unsafe String(cString: text) } ?? "unknown"
            return CodingFault(.corrupt, "expected sound brotli data, found damage: \(name)")
        }
    }
}
