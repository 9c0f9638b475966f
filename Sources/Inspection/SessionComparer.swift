public import CaptureReading
public import Comparison
internal import Findings
public import Redaction
public import Reporting

/// The pipeline of a comparison: two captures → digests → pairs → differences → report.
///
/// Each capture is read once for digests and once for secrets, and, where exchanges differ, once more up to the last that
/// does; what is in memory are the digests, the exchanges that are worked on, and one pair of them. Where one session's growth is
/// asked for, the first capture is both.
public struct SessionComparer {
    /// The captures.
    private let inputs: (a: CaptureInput, b: CaptureInput)

    private let options: ComparisonOptions
    private let coreCount: Int

    /// A capture that could not be read, and why.
    public struct Failure: Error {
        /// The path of the capture.
        public let path: String

        /// Why it could not be read.
        public let error: CaptureError
    }

    /// Creates a comparison of two captures, which may be the same.
    ///
    /// - Parameters:
    ///   - a: the one side.
    ///   - b: the other.
    ///   - options: how they are compared.
    ///   - coreCount: on how many cores exchanges are worked on; the comparison is the same for any.
    public init(
        _ a: CaptureInput, _ b: CaptureInput, options: ComparisonOptions = ComparisonOptions(),
        onCores coreCount: Int = 1
    ) {
        inputs = (a, b)
        self.options = options
        self.coreCount = coreCount
    }

    /// Compares the captures and hands what differs to a reporter.
    ///
    /// - Parameters:
    ///   - reporter: takes what differs.
    ///   - style: how secrets are shown.
    /// - Returns: the comparison.
    /// - Throws: what kept a capture, or the rest of it, from being read; the reporter then has no end.
    @discardableResult
    public func compare(
        for reporter: inout some ComparisonReporter, style: Redactor.Style
    ) throws(Failure) -> SessionComparison {
        let a = try session(of: inputs.a)
        let b = options.scope == .growth ? a : try session(of: inputs.b)
        var comparison = SessionComparison(a, b, options: options)
        reporter.begin(comparison, redactor: redactor(style))
        for round in comparison.readings { try read(round, into: &comparison, for: &reporter) }
        reporter.finish(comparison)
        return comparison
    }

    /// Takes the secrets of both captures out of a text: those of their exchanges, and those that stand between them.
    private func redactor(_ style: Redactor.Style) -> Redactor {
        guard style != .disclosed else { return .disclosing }
        var ledger = SecretLedger()
        for input in options.scope == .growth ? [inputs.a] : [inputs.a, inputs.b] {
            _ = CaptureSurroundings(of: input, onCores: coreCount, learnsExchanges: true, &ledger)
        }
        return Redactor(ledger, style: style)
    }

    /// Reads a capture for digests.
    private func session(of input: CaptureInput) throws(Failure) -> Session {
        do throws(CaptureError) {
            var reader = try input.reader()
            var session = Session(path: input.path, capture: reader.capture, hosts: options.hosts)
            var work = OrderedWork(onCores: coreCount) { exchange in
                ExchangeReading(of: exchange)
            }
            while let reading = try work.next(reading: { () throws(CaptureError) in try reader.next() }) {
                session.add(reading)
            }
            session.end(reader.capture)
            return session
        } catch {
            throw Failure(path: input.path, error: error)
        }
    }

    /// Reads both captures side by side, up to the last pair of a round.
    private func read(
        _ round: [SessionComparison.Reading], into comparison: inout SessionComparison,
        for reporter: inout some ComparisonReporter
    ) throws(Failure) {
        var first = try Cursor(inputs.a)
        var second = try Cursor(inputs.b)
        for reading in round {
            guard let left = try first.exchange(at: reading.a), let right = try second.exchange(at: reading.b) else {
                return
            }
            let exchanges = (
                comparison.a.inspect(left, at: reading.a), comparison.b.inspect(right, at: reading.b)
            )
            let pair = comparison.compare(reading, exchanges.0, exchanges.1)
            reporter.add(pair, exchanges.0, exchanges.1)
        }
    }

    /// A walk over a capture.
    private struct Cursor {
        private let path: String
        private var reader: CaptureReader
        private var position = -1
        private var current: Exchange?

        init(_ input: CaptureInput) throws(Failure) {
            path = input.path
            do throws(CaptureError) {
                reader = try input.reader()
            } catch {
                throw Failure(path: input.path, error: error)
            }
        }

        /// The exchange at the position that was asked for last, or at one behind it; nil where the capture has become
        /// shorter.
        mutating func exchange(at wanted: Int) throws(Failure) -> Exchange? {
            if position == wanted { return current }
            do throws(CaptureError) {
                while let exchange = try reader.next() {
                    position += 1
                    guard position == wanted else { continue }
                    current = exchange
                    return exchange
                }
                return nil
            } catch {
                throw Failure(path: path, error: error)
            }
        }
    }
}
