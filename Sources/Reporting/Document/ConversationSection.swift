internal import CaptureReading
internal import Conversation
internal import Findings
internal import ImageValidation
internal import JSONReading
internal import Redaction

/// Shows the turns that were sent and the answer.
struct ConversationSection {
    /// The exchange.
    let exchange: InspectedExchange

    /// How things are worded.
    let wording: Wording

    /// Whether every turn is shown.
    let isVerbose: Bool

    /// How large what was taken out was, where that can be worked out.
    private let estimates: [Elision: ElidedSize]

    /// The images by the place of their data.
    private let images: [Place: EmbeddedImage]

    /// Shows an exchange.
    init(exchange: InspectedExchange, wording: Wording, isVerbose: Bool) {
        self.exchange = exchange
        self.wording = wording
        self.isVerbose = isVerbose
        estimates = exchange.images.reduce(into: [:]) { estimates, image in
            if let elision = image.blob.elision { estimates[elision] = image.estimate }
        }
        images = exchange.images.reduce(into: [:]) { images, image in
            if let place = image.blob.place { images[place] = image }
        }
    }

    /// The most turns of a long conversation that are shown, and how many of them are its first.
    private static let mostTurns = 20
    private static let firstTurns = 3

    private var words: ConversationWords { ConversationWords(exchange: exchange, wording: wording) }

    /// The section.
    var blocks: [Block] {
        let sent = exchange.prompt?.messages ?? []
        var turns: [Turn] = []
        if let system = exchange.prompt?.system, !system.isEmpty {
            turns.append(Turn(marker: "", role: "system", pieces: system.map(piece)))
        }
        let left = isVerbose ? 0 : max(0, sent.count - ConversationSection.mostTurns)
        for (index, message) in sent.enumerated() {
            switch index - ConversationSection.firstTurns {
            case 0..<left: if index == ConversationSection.firstTurns { turns.append(leftOut(left)) }
            default:
                turns.append(Turn(marker: "\(index + 1)", role: role(of: message), pieces: message.parts.map(piece)))
            }
        }
        turns += answerTurns
        return [.section(Section("CONVERSATION", lead: [words.lead], [.turns(turns)]))]
    }

    /// What stands for the turns in the middle.
    private func leftOut(_ count: Int) -> Turn {
        Turn(
            marker: "", role: "…",
            pieces: [.remark(Inline("[\(Wording.count(count, "turn")) more, -v for all]", .faint))])
    }

    /// The columns that the reason takes why an answer ended: those of the longest that is known.
    private static let reasonColumns = 32

    private var answerTurns: [Turn] {
        guard let answer = exchange.answer else { return [] }
        return answer.messages.enumerated().map { position, message in
            var pieces = message.parts.map(piece)
            if !answer.isComplete, position == answer.messages.count - 1 {
                pieces.append(.remark(Inline("[cut here: nothing said that the answer ended]", .severity(.medium))))
            }
            let end = words.end(of: message, columns: ConversationSection.reasonColumns)
            return Turn(marker: ">", role: role(of: message), pieces: pieces, end: end)
        }
    }

    private func role(of message: Message) -> String {
        wording.captured(message.role ?? "?")
    }

    /// A part in a line or two.
    private func piece(_ part: MessagePart) -> Turn.Piece {
        switch part.content {
        case .text(let text): said(text)
        case .reasoning(""): .remark(Inline("[\(withheld(part.redacted))]", .faint))
        case .reasoning(let text): said(text, before: "(thinking) ")
        case .refusal(let text): said(text, before: "(refusal) ")
        case .named(let type, let text): said(text, before: "(\(wording.captured(type))) ")
        case .toolCall(let call): called("calls", call.name, wording.redactor.redact(argumentsOf: call))
        case .toolCallResponse(let answer):
            called("answer of", answer.name ?? answer.id ?? "tool", raw(answer.response))
        case .serverToolCall(let name, let value): called("provider runs", name, raw(value))
        case .serverToolCallResponse(let name, let value): called("provider ran", name, raw(value))
        case .blob(let blob): .remark(remark(on: blob))
        case .file(let file): .words(Beginning(of: "[file \(words.target(of: file))]"))
        case .other(let type, let value): called("part", type, raw(value))
        }
    }

    /// Captured words, with the report's own before them.
    private func said(_ text: String, before: String = "") -> Turn.Piece {
        .words(Beginning(of: before + wording.captured(text)))
    }

    /// A call or an answer to one, in a line.
    private func called(_ verb: String, _ name: String, _ rest: String) -> Turn.Piece {
        .words(Beginning(of: "[\(verb) \(wording.captured(name)) \(rest)]"))
    }

    /// A value as it was captured, less its secrets.
    private func raw(_ value: JSONValue) -> String {
        RedactedValue(value, redactor: wording.redactor).compact
    }

    /// Reasoning without words in a few: how much of it only the provider can read.
    private func withheld(_ redacted: String?) -> String {
        guard let redacted else { return "thinking, not shown by the provider" }
        return "thinking, encrypted, \(Wording.size(redacted.utf8.count))"
    }

    /// Data in a few words: type and size and what is known of an image, or what is missing.
    private func remark(on blob: Blob) -> Inline {
        let type = words.type(of: blob)
        switch blob.data {
        case .bytes(let bytes, let flaws):
            let flawed = flaws.isEmpty ? "" : ", base64 with flaws"
            guard let image = blob.place.flatMap({ place in images[place] }), let report = image.report else {
                return Inline("[\(type), \(Wording.size(bytes.count))\(flawed)]")
            }
            let facts = ImageWords.shape(of: report) + [Wording.size(report.byteCount) + flawed]
            return Inline("[") + ImageWords.type(of: image, wording)
                + Inline(", \(facts.joined(separator: ", ")), ") + ImageWords.verdict(on: report) + Inline("]")
        case .elided(let elision):
            return Inline("[\(type) elided in capture\(estimates[elision].map(size) ?? "")]", .faint)
        }
    }

    private func size(_ estimate: ElidedSize) -> String {
        let about = Wording.size(estimate.byteCounts.upperBound)
        return estimate.count == 1 ? ", about \(about)" : ", one of \(estimate.count), together about \(about)"
    }
}
