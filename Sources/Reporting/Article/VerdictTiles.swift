internal import CaptureReading
internal import Conversation
internal import Findings

/// The strip at the top of an article: status, model, tokens, time, safety, findings.
struct VerdictTiles {
    /// What the article is about.
    let writer: ArticleWriter

    private var exchange: InspectedExchange { writer.exchange }
    private var wording: Wording { writer.wording }

    /// The tiles; what nothing is known of has none.
    var tiles: [Article.Tile] {
        [status, model, tokens, time, safety, findings].compactMap { tile in tile }
    }

    private var status: Article.Tile {
        let words = writer.sections
        let reason = exchange.response?.reason.map { reason in " " + wording.captured(reason) } ?? ""
        let value = words.status + Inline(exchange.response?.status == nil ? "" : reason)
        let shape = words.shape.map { shape in Inline(" · ", .faint) + shape } ?? ""
        return Article.Tile(
            "Status", Preview(of: value.text, columns: 40).inline(style(of: value)), words.method + shape)
    }

    private func style(of inline: Inline) -> Inline.Style {
        inline.runs.first?.style ?? .plain
    }

    private var model: Article.Tile? {
        let words = writer.sections.model
        let host = exchange.request?.host.map(wording.captured)
        let isOfficial = exchange.conversation.vendor?.isOfficial
        let note =
            switch isOfficial {
            case true?: Inline(exchange.conversation.vendor?.name ?? "", .good)
            case false?: Inline("third-party host", .severity(.high))
            case nil: Inline("")
            }
        let place = Inline(host ?? "") + (note.text.isEmpty || host == nil ? note : Inline(" · ", .faint) + note)
        guard let first = words.first else {
            return host.map { host in Article.Tile("Host", Inline(host), note) }
        }
        return Article.Tile("Model", first, words.count > 1 ? words[1] + Inline(" · ", .faint) + place : place)
    }

    private var tokens: Article.Tile? {
        guard let tokens = exchange.answer?.tokens else { return nil }
        let total = tokens.total ?? (tokens.input ?? 0) &+ (tokens.output ?? 0)
        let sides = [
            tokens.input.map { count in "\(count.grouped) in" }, tokens.output.map { count in "\(count.grouped) out" },
        ].compactMap { side in side }
        return Article.Tile("Tokens", Inline(total.grouped), Inline(sides.joined(separator: ", ")))
    }

    private var time: Article.Tile? {
        guard let time = Wording.duration(of: exchange) else { return nil }
        let note = time.isWorkedOut ? "by the servers' clocks" : exchange.exchange.startedAt?.description ?? "measured"
        return Article.Tile("Time", Inline(time.words + (time.isWorkedOut ? " *" : "")), Inline(note))
    }

    private var safety: Article.Tile? {
        guard exchange.conversation.isPromptCaptured, let settings = exchange.prompt?.safety, !settings.isEmpty else {
            return nil
        }
        let (off, all) = SettingSections.filters(in: settings)
        let value = off == 0 ? Inline("all \(all) on", .good) : Inline("\(off) of \(all) off", .severity(.high))
        return Article.Tile("Safety", value, Inline("filters sent"))
    }

    private var findings: Article.Tile? {
        let rules = Dictionary(
            exchange.findings.map { finding in (finding.rule, finding.severity) }, uniquingKeysWith: max)
        guard let worst = rules.values.max() else { return Article.Tile("Findings", Inline("none", .good)) }
        let count = rules.values.count { severity in severity == worst }
        return Article.Tile(
            "Findings", Inline("\(count) \(worst.rawValue)", .severity(worst)),
            Inline("of \(Wording.count(rules.count, "rule")) that fired"))
    }
}
