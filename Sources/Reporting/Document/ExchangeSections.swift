internal import CaptureReading
internal import Conversation
internal import EventStreaming
internal import Findings
internal import JSONReading
internal import Redaction

/// Says what an exchange was, block by block.
struct ExchangeSections {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// Whether everything is said, arithmetic and defects included.
    let isVerbose: Bool

    /// What is shown beside the usual.
    let details: Set<Detail>

    /// The blocks in reading order.
    var blocks: [Block] {
        var blocks = headline
        let images = ImageSection(exchange: exchange, wording: wording, isVerbose: isVerbose).block
        guard exchange.conversation.dialect != nil else {
            return blocks + [.gap] + (images.map { block in [block, .gap] } ?? []) + detailSections
        }
        blocks.append(.gap)
        blocks += ErrorSection(exchange: exchange, wording: wording).blocks
        blocks += ConversationSection(exchange: exchange, wording: wording, isVerbose: isVerbose).blocks
        blocks.append(.gap)
        if let images { blocks += [images, .gap] }
        blocks += SettingSections(exchange, wording).blocks
        blocks += UsageSection(exchange, wording).blocks
        blocks.append(.gap)
        return blocks + detailSections
    }

    /// What only a second look asks for.
    private var detailSections: [Block] {
        (isVerbose ? DetailSections(exchange: exchange, wording: wording).blocks : [])
            + CaptureSections(exchange: exchange, wording: wording).blocks(details)
    }

    /// The footnote on a time that was worked out.
    var footnotes: [Inline] {
        guard exchange.exchange.duration == nil, let latency = exchange.serverLatency else { return [] }
        return [Inline("server clocks: \(latency.words)", .faint)]
    }

    /// Who asked whom for what, and what came of it.
    private var headline: [Block] {
        let dialect = exchange.conversation.dialect
        var facts: [Inline] = [Inline("\(exchange.exchange.number)"), method, status]
        if let dialect {
            facts.append(Inline(dialect.title, .strong))
        } else if let type = exchange.responseFields.value("content-type") {
            facts.append(Inline(wording.captured(type)))
        }
        facts += model
        facts += [shape, time].compactMap { fact in fact }
        return [.facts(facts, gap: 2)] + host + [failure, client].compactMap { line in line }
    }

    /// The method, or what stands for it.
    var method: Inline {
        guard let request = exchange.request else { return Inline("no request", .faint) }
        if let method = request.method { return Inline(wording.captured(method)) }
        return request.inferredMethod.map { method in Inline("\(method)?") } ?? Inline("no method", .faint)
    }

    /// The status, or what stands for it.
    var status: Inline {
        guard let response = exchange.response else { return Inline("no response", .severity(.medium)) }
        guard let status = response.status else { return Inline("no status", .faint) }
        return Inline("\(status)", (200...299).contains(status) ? .good : .severity(.high))
    }

    /// The model that was asked for, and the one that answered where it is another.
    var model: [Inline] {
        let asked = exchange.prompt?.model
        let answered = exchange.answer?.model
        guard let first = asked ?? answered else { return [] }
        let model = Inline(wording.captured(first), .strong)
        guard let asked, let answered, asked != answered else { return [model] }
        return [model, Inline("answered by \(wording.captured(answered))")]
    }

    /// What the response's content turned out to be.
    var shape: Inline? {
        switch exchange.conversation.shape {
        case .eventStream(let end): Inline("SSE " + Wording.count(end.events, "event"))
        case .awsEventStream(let end): Inline("AWS event stream of " + Wording.count(end.messages, "message"))
        case .jsonLines(let count): Inline("NDJSON " + Wording.count(count, "line"))
        case .json(isArray: true, let elements, _): Inline("JSON array of \(elements)")
        case .json(isArray: false, _, _): Inline("JSON")
        case .opaque: exchange.response?.body.map { body in size(of: body) }
        case nil: nil
        }
    }

    /// The size of content that was not looked into, and why not.
    private func size(of body: Body) -> Inline {
        let size = Wording.size(body.bytes.count)
        guard let fault = body.fault else { return Inline(size) }
        let layer = fault.layer.map { layer in "\(wording.captured(layer.rawValue)), " } ?? ""
        return Inline("\(size), \(layer)not decoded: \(fault.kind.rawValue)", .severity(.medium))
    }

    private var time: Inline? {
        Wording.duration(of: exchange).map { time in Inline(" \(time.words)\(time.isWorkedOut ? "*" : "")") }
    }

    /// Why there is no whole response, in the recorder's words.
    private var failure: Block? {
        exchange.exchange.failure.map { words in
            .facts([Inline("failed"), Inline(wording.captured(words), .severity(.high))], gap: 2, isSecond: true)
        }
    }

    private var host: [Block] {
        guard let host = exchange.request?.host else { return [] }
        let name = wording.captured(host)
        var facts = [Inline(name)]
        if let ascii = ASCIIHost(name) { facts.append(Inline(ascii.text, .severity(.medium))) }
        if let vendor = exchange.conversation.vendor, let dialect = exchange.conversation.dialect {
            switch vendor.isOfficial {
            case true?: facts.append(Inline(vendor.name))
            case false?:
                facts.append(Inline("third-party host, not \(official(dialect.officialHosts))", .severity(.high)))
            case nil: facts.append(Inline("this machine"))
            }
        } else if let path = exchange.request?.url?.path, !path.isEmpty {
            facts.append(Inline(wording.captured(path)))
        }
        return [.facts(facts, gap: 2, isSecond: true)]
    }

    /// The hosts of a dialect's providers in words: of many the first.
    private func official(_ hosts: [String]) -> String {
        guard hosts.count > 3, let first = hosts.first else { return hosts.joined(separator: ", ") }
        return "\(first) or another known provider's"
    }

    /// The programs that asked, and the credentials they asked with.
    private var client: Block? {
        var items = exchange.clients.prefix(3).map { client in Inline(wording.captured(client)) }
        if let first = items.first { items[0] = Inline("client ") + first }
        var seen: Set<String> = []
        for secret in exchange.sentCredentials where seen.insert(secret.value).inserted {
            guard let mark = wording.redactor.mark(of: secret.value) else { continue }
            items.append(Inline(mark.words))
        }
        return items.isEmpty ? nil : .items(items)
    }
}
