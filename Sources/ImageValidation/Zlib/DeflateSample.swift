internal import ContentDecoding

/// Tells whether bytes look like deflate data without a header.
enum DeflateSample {
    /// How many bytes of output are enough to believe it.
    private static let enough = 1 << 10

    /// Whether the bytes can be inflated from the first one on, to their end or for a while.
    static func isSound(_ bytes: ArraySlice<UInt8>) -> Bool {
        let inflater = Inflater(.raw)
        var output: [UInt8] = []
        var found = (consumed: 0, produced: 0, outcome: Inflater.Outcome.goesOn)
        output.append(addingCapacity: enough) { span in found = inflater.inflate(bytes, into: &span) }
        let (consumed, produced, outcome) = found
        switch outcome {
        case .ended: return produced > 0
        case .goesOn: return produced > 0 && (produced == enough || consumed == bytes.count)
        case .needsDictionary, .failed: return false
        }
    }
}
