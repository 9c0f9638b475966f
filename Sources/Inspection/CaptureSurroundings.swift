internal import CaptureReading
internal import Findings
internal import Redaction

/// The secrets that stand around the messages of a capture, each told with an exchange: the one whose text it is in, else
/// the one behind it, or the last.
struct CaptureSurroundings {
    /// The secrets, by the number of the exchange.
    private(set) var secrets: [Int: [SurroundingSecret]] = [:]

    /// The exchanges whose bodies are known to hold no secrets, by number.
    private var cleanExchanges = RangeSet<Int>()

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

    /// An exchange that is to be worked on.
    private struct Reading: Sendable {
        let exchange: Exchange

        /// Whether the exchange before was read from the same text, as those are that curl ran at once.
        let sharesText: Bool
    }

    /// Where an exchange ends, and what was learned of it.
    private struct Passage: Sendable {
        let number: Int
        let start: Int
        let end: Location
        let secrets: [Secret]
        let bodiesAreClean: Bool
        let surroundings: [SurroundingSecret]

        /// The secrets around its messages, those included that a message repeats in plain words.
        let around: [Secret]

        init(_ exchange: Exchange, isLearned: Bool, sharesText: Bool) {
            let source = exchange.source
            number = exchange.number
            start = source.start.byte
            let lines = LineTable(source)
            end = lines.location(of: Place(byte: start + source.bytes.count))
            let learned = isLearned ? ExchangeSecrets(of: exchange, .report) : nil
            bodiesAreClean = learned?.bodiesAreClean ?? false
            // Where they are not learned, they are sought only to be told from those around.
            secrets = learned?.all ?? (sharesText ? SecretScanner.secrets(in: exchange) : [])
            let found =
                sharesText
                ? nil
                : SurroundingText.secrets(around: exchange, beside: learned?.all ?? SecretScanner.secrets(in: exchange))
            around = found?.all ?? []
            surroundings = (found?.unsaid ?? []).map { secret in
                SurroundingSecret(
                    secret: secret, location: secret.place.map { place in lines.location(of: place) } ?? source.start)
            }
        }
    }

    /// Reads a capture, as far as that goes, and learns the secrets between its exchanges.
    ///
    /// - Parameters:
    ///   - input: the capture.
    ///   - coreCount: on how many cores exchanges are worked on.
    ///   - learnsExchanges: whether the secrets of exchanges are learned too.
    ///   - ledger: learns the secrets.
    init(of input: CaptureInput, onCores coreCount: Int, learnsExchanges: Bool, _ ledger: inout SecretLedger) {
        let gaps = findGaps(of: input, onCores: coreCount, learnsExchanges, &ledger)
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
    private mutating func findGaps(
        of input: CaptureInput, onCores coreCount: Int, _ learnsExchanges: Bool, _ ledger: inout SecretLedger
    ) -> [Gap] {
        guard var reader = try? input.reader() else { return [] }
        var gaps: [Gap] = []
        var end = Location.start
        var last = 1
        func add(upTo byte: Int) {
            guard byte - end.byte >= CaptureSurroundings.shortestGap else { return }
            gaps.append(Gap(start: end, end: byte, exchange: last))
        }
        var work = OrderedWork<Reading, Passage>(
            onCores: coreCount, byteCount: \.exchange.heldByteCount,
            work: { reading in
                Passage(reading.exchange, isLearned: learnsExchanges, sharesText: reading.sharesText)
            })
        var before: (start: Location, byteCount: Int)?
        func read() throws(CaptureError) -> Reading? {
            guard let exchange = try reader.next() else { return nil }
            let source = (start: exchange.source.start, byteCount: exchange.source.bytes.count)
            defer { before = source }
            return Reading(exchange: exchange, sharesText: before.map { before in before == source } ?? false)
        }
        var shared: [Passage] = []
        while let passage = try? work.next(reading: read) {
            if learnsExchanges { ledger.learn(passage.secrets) }
            if passage.bodiesAreClean { cleanExchanges.insert(contentsOf: passage.number..<passage.number + 1) }
            ledger.learn(passage.around)
            if let other = shared.last, other.start != passage.start || other.end != passage.end { take(&shared) }
            shared.append(passage)
            last = passage.number
            add(upTo: passage.start)
            if passage.end.byte > end.byte { end = passage.end }
        }
        take(&shared)
        add(upTo: reader.capture.byteCount)
        return gaps
    }

    /// Takes over what stands around the messages of exchanges that were read from one text: what a message of one says
    /// is around none.
    private mutating func take(_ passages: inout [Passage]) {
        let said = passages.count > 1 ? Set(passages.flatMap { passage in passage.secrets.map(\.value) }) : []
        for passage in passages {
            let others = passage.surroundings.filter { found in !said.contains(found.secret.value) }
            if !others.isEmpty { secrets[passage.number] = others }
        }
        passages = []
    }
}

extension CaptureSurroundings {
    /// What is read out of an exchange, with the secrets around it.
    func reading(of exchange: Exchange) -> ExchangeReading {
        ExchangeReading(
            of: exchange, surroundings: secrets[exchange.number] ?? [],
            bodiesAreClean: cleanExchanges.contains(exchange.number))
    }
}
