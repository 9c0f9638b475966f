public import CaptureReading
package import JSONReading

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

    /// Whether the request's content is there to be read: of one that was not captured nothing can be missing.
    public var isPromptCaptured: Bool { requestDocument?.root?.isObject == true }

    /// The request's content as JSON, as far as it can be read; nil when it is something else.
    package let requestDocument: JSONDocument?

    /// The response's content as one JSON document, as far as it can be read; nil when it is something else.
    package let responseDocument: JSONDocument?

    /// Reads an exchange.
    public init(of exchange: Exchange) {
        self.init(of: exchange) { _, _ in true }
    }

    /// Reads an exchange, and hands out the request's payload and every one of the response on the way.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - onPayload: takes a payload, and whether it is one of the response; says whether it has nothing but words, so that
    ///     events like it may be joined to one.
    package init(of exchange: Exchange, onPayload: (_ payload: Payload, _ isAnswer: Bool) -> Bool) {
        requestDocument = exchange.request.flatMap(ConversationReading.document(of:))
        let request = exchange.request?.body.flatMap { [requestDocument] body in
            requestDocument?.root.map { root in Payload(root: root, in: body) }
        }
        if let request { _ = onPayload(request, false) }
        let url = exchange.request?.url
        var search = DialectSearch(
            DialectEvidence(url: url, host: exchange.request?.host), answering: request?.root)
        var reader = exchange.response?.body.map(PayloadReader.init)
        var hasOnlyWords = true
        shape = reader?.read(
            declared: exchange.response?.mediaType,
            addedText: { event in hasOnlyWords ? search.dialect?.addedText(in: event) : nil },
            { payload in
                hasOnlyWords = onPayload(payload, true)
                search.append(payload)
            })
        search.conclude()
        responseDocument = reader?.document
        dialect = search.dialect
        vendor = search.dialect.map { dialect in
            Vendor(host: exchange.request?.host, officialHosts: dialect.officialHosts)
        }
        prompt = exchange.request == nil ? nil : search.dialect.map { dialect in dialect.prompt(of: request, url: url) }
        answer = ConversationReading.answer(
            search.finish(), shape: shape, warnings: reader?.warnings ?? [],
            failure: exchange.response.flatMap { [responseDocument] response in
                response.isFailure ? responseDocument?.root : nil
            })
    }

    /// A request's content as JSON, as far as it can be read; nil when it is something else.
    private static func document(of request: Request) -> JSONDocument? {
        guard let body = request.body, case .json = body.content(declared: request.mediaType) else { return nil }
        return JSONDocument(parsing: body.bytes)
    }

    /// The assembled answer with what the way it came says about it; what came with the status of a failure is an error,
    /// whatever its form.
    private static func answer(
        _ assembled: Answer?, shape: BodyShape?, warnings: [AnswerWarning], failure: JSONValue?
    ) -> Answer? {
        guard var answer = assembled, let shape else { return nil }
        if case .opaque = shape { return nil }
        answer.eventCount = shape.eventCount
        if answer.error == nil, let failure, failure.isObject { answer.error = failure }
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
    private let request: JSONValue?

    init(_ evidence: DialectEvidence, answering request: JSONValue?) {
        self.evidence = evidence
        self.request = request
        decide()
    }

    mutating func append(_ payload: Payload) {
        if assembler == nil, triesLeft > 0 {
            triesLeft -= 1
            undecided.append(payload)
            evidence.firstPayload = payload.root
            evidence.firstEventType = payload.eventType
            decide()
        } else {
            assembler?.append(payload)
        }
    }

    /// Lets the request tell where the answer did not.
    mutating func conclude() {
        guard assembler == nil, let request else { return }
        evidence.request = request
        decide()
    }

    consuming func finish() -> Answer? {
        assembler?.finish()
    }

    private mutating func decide() {
        guard let found = DialectCatalog.recognise(evidence) else { return }
        dialect = found
        var fresh = request.map(found.makeAssembler(answering:)) ?? found.makeAssembler()
        for payload in undecided { fresh.append(payload) }
        undecided = []
        assembler = fresh
    }
}

extension Response {
    /// Whether the status says that there is no answer.
    ///
    /// RFC 9110 §15.5, §15.6
    fileprivate var isFailure: Bool { (status ?? 0) >= 400 }
}
