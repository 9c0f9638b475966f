internal import CaptureReading
internal import Conversation
public import Findings

/// What is kept of an exchange while two sessions are read: what the table says of it, and what finds its pair.
public struct ExchangeDigest: Sendable {
    /// What one line says of it.
    public let summary: ExchangeSummary

    /// The name of its dialect; nil where it is no conversation.
    public let dialect: String?

    /// The tokens of its prompt; nil where nothing says it.
    public let inputTokens: Int?

    /// The tokens of its answer; nil where nothing says it.
    public let outputTokens: Int?

    /// The digest of all that is compared.
    let fingerprint: ContentHash

    /// The digest of method, host, target and content.
    let exactKey: ContentHash

    /// The digest of method, path and content alone; nil where there is no content.
    let bodyKey: ContentHash?

    /// The digest of method, API, path, model and first turn of the user.
    let sessionKey: ContentHash

    /// Method and path.
    let route: ContentHash

    /// The turns, in order.
    let turns: [ContentHash]

    /// The parameters, tools and filters.
    let settings: Set<ContentHash>

    /// What was answered, as it is sent back in a history; nil where there is nothing.
    let answers: [ContentHash]

    /// Whether it is traffic of an LLM API.
    var isConversation: Bool { dialect != nil }

    /// Whether it is a part of a conversation: one that asks with turns.
    var hasTurns: Bool { isConversation && !turns.isEmpty }

    /// Sums an exchange up.
    init(_ compared: ComparedExchange, hosts: HostMap) {
        let exchange = compared.exchange
        summary = ExchangeSummary(exchange)
        dialect = exchange.conversation.dialect?.title
        inputTokens = exchange.answer?.tokens?.input
        outputTokens = exchange.answer?.tokens?.output
        fingerprint = compared.fingerprint
        turns = compared.turns.map(\.hash)
        answers = compared.answers.compactMap(\.speech)
        settings = Set(
            compared.settings.map { facet in
                var hasher = ContentHasher()
                hasher.append(facet.path)
                hasher.append(facet.hash)
                return hasher.finish()
            })
        let request = exchange.request
        let host = request?.host.map(hosts.mapped)
        var route = ContentHasher()
        route.append(request?.method ?? request?.inferredMethod)
        route.append(PathTemplate(of: request?.url?.path ?? "", model: exchange.prompt?.model).text)
        let content = request?.body.flatMap { body in body.bytes.isEmpty ? nil : ContentHash(of: body.bytes) }
        var session = route
        session.append(exchange.conversation.dialect?.id.rawValue ?? host)
        session.append(exchange.prompt?.model)
        if let first = compared.turns.first(where: { turn in turn.role == "user" }) { session.append(first.hash) }
        sessionKey = session.finish()
        var exact = route
        exact.append(host)
        exact.append(request?.url?.query)
        if let content { exact.append(content) }
        // Without a request only what came back can tell one from another.
        if request == nil { exact.append(fingerprint) }
        exactKey = exact.finish()
        bodyKey = content.map { content in
            var hasher = route
            hasher.append(content)
            return hasher.finish()
        }
        self.route = route.finish()
    }
}
