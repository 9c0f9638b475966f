/// The coding `deflate`: the zlib format, and from some servers deflate without it.
///
/// RFC 1950, RFC 1951, RFC 9110 §8.4.1.2
public struct Deflate: ContentCoding {
    /// The forms that servers send under the name.
    public enum Form: Sendable {
        /// With the header of zlib, as the standard has it.
        case zlib

        /// Without it, as Microsoft's servers sent it.
        case raw
    }

    /// The name `deflate`.
    public let name = "deflate"

    /// The form that is decoded.
    public let form: Form

    /// Creates the coding.
    public init(_ form: Form = .zlib) {
        self.form = form
    }

    /// Whether data begin with a header of zlib; one in a thousand texts does too.
    ///
    /// RFC 1950 §2.2
    public static func beginsWithHeader(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.count >= 2, let method = head.first, let flags = head.dropFirst().first else { return false }
        return method & 0x0F == 8 && method >> 4 <= 7 && (Int(method) << 8 | Int(flags)) % 31 == 0
    }

    /// A decoder of the form.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        Decoder(form)
    }
}

extension Deflate {
    private final class Decoder: CodingDecoder {
        let notes: [CodingNote] = []

        private let inflater: Inflater
        private var isComplete = false

        init(_ form: Form) {
            inflater = Inflater(form == .zlib ? .zlib : .raw)
        }

        func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            let (consumed, produced, outcome) = inflater.inflate(input, into: &output)
            var step = CodingStep(consumed: consumed, produced: produced)
            switch outcome {
            case .goesOn: break
            case .ended:
                isComplete = true
                step.end = .complete
            case .needsDictionary:
                let message = "expected deflate data without a dictionary, found some that need one"
                step.end = .fault(CodingFault(.dictionaryRequired, message))
            case .failed(let message): step.end = .fault(CodingFault(inflating: "deflate", message: message))
            }
            return step
        }

        func finish() -> CodingFault? {
            isComplete ? nil : CodingFault(cut: "deflate")
        }
    }
}
