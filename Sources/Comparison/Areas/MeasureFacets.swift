internal import CaptureReading
internal import Conversation
internal import Findings

/// What an exchange took in tokens, which rules fired, and how large content is that is no conversation.
enum MeasureFacets {
    /// The tokens, by kind.
    static func usage(_ exchange: InspectedExchange) -> [Facet] {
        guard let tokens = exchange.answer?.tokens else { return [] }
        let counts = [
            ("input", tokens.input), ("output", tokens.output), ("total", tokens.total),
            ("cached_input", tokens.cachedInput), ("reasoning", tokens.reasoning),
        ]
        return counts.compactMap { name, count in
            count.map { count in
                Facet(.usage, "tokens.\(name)", .number(count), at: exchange.answer?.usagePlace)
            }
        }
    }

    /// The rules that fired, each with its first place.
    ///
    /// What is found in the file alone, such as a method that it does not name, is no part of the session.
    static func findings(_ exchange: InspectedExchange) -> [Facet] {
        var seen: Set<String> = []
        return exchange.findings.compactMap { finding in
            guard !finding.rule.hasPrefix("CAP"), seen.insert(finding.rule).inserted else { return nil }
            var hasher = ContentHasher()
            hasher.append(finding.rule)
            return Facet(.findings, finding.rule, .text(finding.message), at: finding.place, hash: hasher.finish())
        }
    }

    /// The contents that are not read as a conversation.
    static func contents(_ exchange: InspectedExchange) -> [Facet] {
        var facets: [Facet] = []
        if exchange.prompt == nil || !exchange.conversation.isPromptCaptured, let body = exchange.request?.body {
            facets += content(body, .conversation, "request.body")
        }
        if exchange.answer == nil, let body = exchange.response?.body {
            facets += content(body, .answer, "response.body")
        }
        return facets
    }

    private static func content(_ body: Body, _ area: Change.Area, _ path: String) -> [Facet] {
        guard body.fault?.kind != .bodyMissing, !body.bytes.isEmpty else { return [] }
        return [
            Facet(
                area, path, .content(byteCount: body.bytes.count), at: body.place, hash: ContentHash(of: body.bytes))
        ]
    }
}
