internal import CaptureReading
internal import Redaction

/// The secrets that stand between the exchanges of a capture, each told with an exchange: the one behind it, or the last.
struct CaptureSurroundings {
    /// The secrets, by the number of the exchange.
    private(set) var secrets: [Int: [SurroundingSecret]] = [:]

    /// A part of the capture in which there is no exchange.
    private struct Gap {
        let start: Location
        let end: Int

        /// The exchange that what is found there is told with.
        let exchange: Int
    }

    /// Less than this is no name with a value, in bytes.
    private static let shortestGap = 12

    /// How much of the text between two gaps is passed over at a time, in bytes.
    private static let step = 1 << 20

    /// Reads a capture, as far as that goes, and learns the secrets of its exchanges and of all between them.
    init(of input: CaptureInput, learning ledger: inout SecretLedger) {
        let gaps = CaptureSurroundings.gaps(of: input, learning: &ledger)
        guard !gaps.isEmpty, var text = try? input.text() else { return }
        for gap in gaps {
            while text.position < gap.start.byte {
                let next = min(gap.start.byte, text.position + CaptureSurroundings.step)
                guard let passed = try? text.next(upTo: next), !passed.isEmpty else { return }
            }
            guard let piece = try? text.next(upTo: gap.end) else { return }
            let found = SurroundingSecret.all(in: piece[...], at: gap.start)
            for secret in found { ledger.learn(secret.secret) }
            if !found.isEmpty { secrets[gap.exchange, default: []] += found }
        }
    }

    /// The gaps of a capture, in order; learns the secrets of its exchanges on the way.
    private static func gaps(of input: CaptureInput, learning ledger: inout SecretLedger) -> [Gap] {
        guard var reader = try? input.reader() else { return [] }
        var gaps: [Gap] = []
        var end = Location.start
        var last = 1
        func add(upTo byte: Int) {
            guard byte - end.byte >= shortestGap else { return }
            gaps.append(Gap(start: end, end: byte, exchange: last))
        }
        while let exchange = try? reader.next() {
            ledger.learnAll(from: exchange, .report)
            ledger.learn(around: exchange)
            last = exchange.number
            let source = exchange.source
            add(upTo: source.start.byte)
            let behind = source.start.byte + source.bytes.count
            if behind > end.byte { end = LineTable(source).location(of: Place(byte: behind)) }
        }
        add(upTo: reader.capture.byteCount)
        return gaps
    }
}
