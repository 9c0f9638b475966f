internal import CaptureReading
internal import Conversation
internal import Findings

/// An exchange as it is compared: everything under its name, and the turns in order.
struct ComparedExchange {
    /// The exchange.
    let exchange: InspectedExchange

    /// The head and the header sections.
    let headers: HeaderFacets

    /// Model, parameters, tools, filters.
    let settings: [Facet]

    /// What came back beside texts, what it took, which rules fired.
    let results: [Facet]

    /// The turns that were sent, the system instruction first.
    let turns: [ComparedTurn]

    /// The texts that came back.
    let answers: [ComparedTurn]

    /// Whether the capture has the request's content, where there was a conversation.
    let hasPrompt: Bool

    /// Reads an exchange.
    init(_ exchange: InspectedExchange, hosts: HostMap) {
        self.exchange = exchange
        headers = HeaderFacets(exchange, hosts: hosts)
        hasPrompt = exchange.prompt != nil && exchange.conversation.isPromptCaptured
        let prompt = hasPrompt ? exchange.prompt : nil
        settings = SettingFacets(prompt ?? exchange.prompt.map { prompt in Prompt(model: prompt.model) }).facets
        results =
            AnswerFacets(exchange).facets + MeasureFacets.usage(exchange) + MeasureFacets.findings(exchange)
            + MeasureFacets.contents(exchange)
        let images = Dictionary(exchange.images.map { image in (image.source, image) }) { first, _ in first }
        var turns: [ComparedTurn] = []
        if let system = prompt?.system, !system.isEmpty {
            turns.append(
                ComparedTurn(number: 0, role: "system", parts: system, images: images, path: "prompt/system/"))
        }
        for (index, message) in (prompt?.messages ?? []).enumerated() {
            turns.append(
                ComparedTurn(
                    number: index + 1, role: message.role, parts: message.parts, images: images,
                    path: "prompt/messages/\(index)/parts/"))
        }
        let sent = prompt?.messages.count ?? 0
        self.turns = turns
        answers = (exchange.answer?.messages ?? []).enumerated().map { index, message in
            ComparedTurn(
                number: sent + 1, role: message.role, parts: message.parts, images: images,
                path: "answer/messages/\(index)/parts/", omitsCalls: true)
        }
    }

    /// The digest of all that is compared: where two have the same, nothing differs.
    var fingerprint: ContentHash {
        var hasher = ContentHasher()
        hasher.append(hasPrompt ? 1 : 0)
        hasher.append(exchange.answer == nil ? 0 : 1)
        for facet in (headers.request + headers.response + settings + results).sorted(by: ComparedExchange.precedes) {
            hasher.append(facet.area.rawValue)
            hasher.append(facet.path)
            hasher.append(facet.hash)
        }
        for turn in turns + answers { hasher.append(turn.hash) }
        hasher.append(turns.count)
        return hasher.finish()
    }

    private static func precedes(_ left: Facet, _ right: Facet) -> Bool {
        (left.area.rawValue, left.path) < (right.area.rawValue, right.path)
    }
}
