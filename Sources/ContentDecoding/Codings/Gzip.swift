/// The coding `gzip`: members one after the other, each with a header and a checksum.
///
/// RFC 1952
public struct Gzip: ContentCoding {
    /// The name `gzip`.
    public let name = "gzip"

    /// The name of HTTP's beginnings. RFC 9110 §8.4.1.3
    public let aliases = ["x-gzip"]

    /// What a member begins with.
    public let magics: [[UInt8]] = [[0x1F, 0x8B]]

    /// Creates the coding.
    public init() {}

    /// A decoder of members.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        Decoder(limits)
    }
}

extension Gzip {
    private final class Decoder: CodingDecoder {
        private(set) var notes: [CodingNote] = []

        private enum State {
            case inMember
            /// Behind a member, and behind so many bytes of the next one's magic.
            case betweenMembers(matched: Int)
        }

        private let inflater = Inflater(.gzip)
        private let memberLimit: Int
        private var state = State.inMember
        private var memberCount = 1
        private var isMemberBarren = true

        init(_ limits: DecodingLimits) {
            memberLimit = limits.members
        }

        func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            guard case .betweenMembers(let matched) = state else { return inflate(input, into: &output) }
            guard !input.isEmpty else { return CodingStep() }
            if matched == 0, input.first == 0x1F {
                state = .betweenMembers(matched: 1)
                return CodingStep(consumed: 1)
            }
            guard matched == 1, input.first == 0x8B else { return CodingStep(end: .complete) }
            memberCount += 1
            guard memberCount <= memberLimit else {
                let message = "expected no more than \(memberLimit) members of gzip, found more; the rest is left out"
                return CodingStep(end: .fault(CodingFault(.absoluteLimit, message)))
            }
            inflater.reset()
            _ = inflater.inflate([0x1F], into: &output)
            state = .inMember
            isMemberBarren = true
            return inflate(input, into: &output)
        }

        private func inflate(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            let (consumed, produced, outcome) = inflater.inflate(input, into: &output)
            if produced > 0 { isMemberBarren = false }
            var step = CodingStep(consumed: consumed, produced: produced)
            switch outcome {
            case .goesOn, .needsDictionary: break
            case .ended: state = .betweenMembers(matched: 0)
            case .failed(let message):
                let fault = CodingFault(inflating: "gzip", message: message)
                if memberCount > 1, isMemberBarren, fault.kind == .corruptHeader {
                    // Two bytes that look like a member are none: servers pad with whatever is in memory.
                    notes.append(.trailingData)
                    step.end = .complete
                } else {
                    step.end = .fault(fault)
                }
            }
            return step
        }

        func finish() -> CodingFault? {
            switch state {
            case .inMember: return CodingFault(cut: "gzip")
            case .betweenMembers(let matched):
                if matched > 0 { notes.append(.trailingData) }
                return nil
            }
        }
    }
}
