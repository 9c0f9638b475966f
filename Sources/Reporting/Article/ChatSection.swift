internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading
internal import Redaction

/// Shows what was said, turn by turn, with all its words and images.
struct ChatSection {
    /// What the article is about.
    let writer: ArticleWriter

    private var exchange: InspectedExchange { writer.exchange }
    private var wording: Wording { writer.wording }
    private var words: ConversationWords { ConversationWords(exchange: exchange, wording: wording) }

    /// The section, or nothing where no dialect is spoken.
    func section(in context: inout PageContext) -> ArticleSection? {
        guard exchange.isConversation else { return nil }
        let sent = exchange.prompt?.messages ?? []
        let images = Dictionary(exchange.images.map { image in (image.source, image) }) { first, _ in first }
        var bubbles: [Bubble] = []
        if let system = exchange.prompt?.system, !system.isEmpty {
            let pieces = pieces(of: system, path: "prompt/system", images, in: &context)
            bubbles.append(
                Bubble(
                    anchor: writer.anchor.turn(0), side: .system, role: "system",
                    line: writer.line(system.first?.place), pieces: pieces))
        }
        for (index, message) in sent.enumerated() {
            let path = "prompt/messages/\(index)/parts"
            let pieces = pieces(of: message.parts, path: path, images, in: &context)
            bubbles.append(bubble(message, index + 1, ChatSection.side(of: message), pieces))
        }
        let answers = exchange.answer?.messages ?? []
        for (index, message) in answers.enumerated() {
            var pieces = pieces(of: message.parts, path: "answer/messages/\(index)/parts", images, in: &context)
            if exchange.answer?.isComplete == false, index == answers.count - 1 {
                pieces.append(.note(Inline("cut here: nothing said that the answer ended", .severity(.medium))))
            }
            bubbles.append(bubble(message, sent.count + 1 + index, .answer, pieces))
        }
        return ArticleSection(.conversation, lead: [words.lead], [.chat(bubbles)])
    }

    private func bubble(_ message: Message, _ number: Int, _ side: Bubble.Side, _ pieces: [Bubble.Piece]) -> Bubble {
        Bubble(
            anchor: writer.anchor.turn(number), side: side,
            role: Preview(of: wording.captured(message.role ?? "no role"), columns: 40).text,
            line: writer.line(message.parts.lazy.compactMap(\.place).first), pieces: pieces,
            end: words.end(of: message, columns: 60))
    }

    /// Whose turn it is, judged by what the providers call their own side.
    private static func side(of message: Message) -> Bubble.Side {
        switch message.role {
        case "model", "assistant", "CHATBOT": .model
        case "system", "developer": .system
        default: .user
        }
    }

    private func pieces(
        of parts: [MessagePart], path: String, _ images: [String: EmbeddedImage], in context: inout PageContext
    ) -> [Bubble.Piece] {
        parts.enumerated().map { index, part in
            if let image = images["\(path)/\(index)"] {
                return .picture(PictureMaker(wording: wording, anchor: writer.anchor).picture(of: image, in: &context))
            }
            return piece(part)
        }
    }

    /// A part that is no image.
    private func piece(_ part: MessagePart) -> Bubble.Piece {
        switch part.content {
        case .text(let text): .text(CutText(wording.captured(text)))
        case .reasoning(let text): .named(Inline("thinking"), CutText(wording.captured(text)))
        case .refusal(let text): .named(Inline("refusal"), CutText(wording.captured(text)))
        case .named(let type, let text):
            .named(Preview(of: wording.captured(type), columns: 80).inline(), CutText(wording.captured(text)))
        case .toolCall(let call): value("calls", call.name, arguments(of: call))
        case .toolCallResponse(let response):
            value("answer of", response.name ?? response.id ?? "a call", writer.spread(response.response))
        case .serverToolCall(let name, let raw): value("provider runs", name, writer.spread(raw))
        case .serverToolCallResponse(let name, let raw): value("provider ran", name, writer.spread(raw))
        case .blob(let blob): .note(describe(blob))
        case .file(let file): .note(describe(file))
        case .other(let type, let raw): value("part", type, writer.spread(raw))
        }
    }

    private func value(_ verb: String, _ name: String, _ text: String) -> Bubble.Piece {
        let name = Preview(of: wording.captured(name), columns: 80).inline(.strong)
        return .value(Inline("\(verb) ", .faint) + name, CutText(text))
    }

    /// The arguments of a call over several lines where they are JSON.
    private func arguments(of call: ToolCall) -> String {
        call.arguments.map { arguments in writer.spread(arguments) } ?? wording.redactor.redact(argumentsOf: call)
    }

    private func describe(_ blob: Blob) -> Inline {
        let type = words.type(of: blob)
        return switch blob.data {
        case .bytes(let bytes, _): Inline("\(type), \(Wording.size(bytes.count))")
        case .elided: Inline("\(type), elided in the capture", .faint)
        }
    }

    private func describe(_ file: FileReference) -> Inline {
        Inline("file ", .faint) + Preview(of: words.target(of: file), columns: 400).inline()
    }
}
