public import CaptureReading
internal import JSONReading

/// What an exchange says as a conversation with a model.
public struct ConversationReading: Sendable {
    /// The dialect that is spoken, or nil when none was recognised: no LLM traffic.
    public let dialect: (any APIDialect.Type)?

    /// Who serves it, or nil when no dialect was recognised.
    public let vendor: Vendor?

    /// What was asked, or nil when there is no request.
    public let prompt: Prompt?

    /// What came back, or nil when nothing did.
    public let answer: Answer?

    /// What the response's content turned out to be, or nil when there is none.
    public let shape: BodyShape?

    /// Reads an exchange.
    public init(of exchange: Exchange) {
        let request = exchange.request?.body.flatMap(ConversationReading.payload(of:))
        let url = exchange.request?.url
        var search = DialectSearch(DialectEvidence(url: url, request: request?.root))
        var warnings: [AnswerWarning] = []
        let shape = exchange.response?.body.map { body in
            var reader = PayloadReader(body)
            defer { warnings = reader.warnings }
            let declared = exchange.response?.fields.value("content-type").flatMap(MediaType.init(parsing:))
            return reader.read(declared: declared) { payload in search.append(payload) }
        }
        self.shape = shape
        dialect = search.dialect
        vendor = search.dialect.map { dialect in
            Vendor(host: exchange.request?.host, officialHosts: dialect.officialHosts)
        }
        prompt = exchange.request == nil ? nil : search.dialect.map { dialect in dialect.prompt(of: request, url: url) }
        answer = ConversationReading.answer(search.finish(), of: exchange, shape: shape, warnings: warnings)
    }

    /// The request's content as JSON, as far as it can be read.
    private static func payload(of body: Body) -> Payload? {
        JSONDocument(parsing: body.bytes).root.map { root in Payload(root: root, documentPlace: body.place) }
    }

    /// The assembled answer with what the way it came says about it.
    private static func answer(
        _ assembled: Answer?, of exchange: Exchange, shape: BodyShape?, warnings: [AnswerWarning]
    ) -> Answer? {
        guard var answer = assembled, let shape else { return nil }
        if case .opaque = shape { return nil }
        answer.eventCount = shape.eventCount
        if shape.isCutDocument { answer.isComplete = false }
        answer.warnings = warnings + answer.warnings
        if !answer.isComplete, answer.error == nil {
            let message = "expected the answer to say why it ended, found none of its dialect's signs"
            answer.warnings.append(AnswerWarning(.noTerminator, message))
        }
        return answer
    }
}

/// Finds the dialect while payloads arrive, and lets it assemble them.
///
/// Some streams begin with pieces that say nothing (a ping): the first few are kept until one tells.
private struct DialectSearch {
    private(set) var dialect: (any APIDialect.Type)?
    private var evidence: DialectEvidence
    private var assembler: (any MessageAssembler)?
    private var undecided: [Payload] = []
    private var triesLeft = 16

    init(_ evidence: DialectEvidence) {
        self.evidence = evidence
        decide()
    }

    mutating func append(_ payload: Payload) {
        if assembler == nil, triesLeft > 0 {
            triesLeft -= 1
            undecided.append(payload)
            evidence.firstPayload = payload.root
            decide()
        } else {
            assembler?.append(payload)
        }
    }

    consuming func finish() -> Answer? {
        assembler?.finish()
    }

    private mutating func decide() {
        guard let found = DialectCatalog.recognise(evidence) else { return }
        dialect = found
        var fresh = found.makeAssembler()
        for payload in undecided { fresh.append(payload) }
        undecided = []
        assembler = fresh
    }
}
