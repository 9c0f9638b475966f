internal import CaptureReading
internal import Conversation
internal import JSONReading

/// A prompt that begins with the whole prompt of an earlier exchange.
struct ConversationGrown: SessionRule {
    static let descriptor = RuleDescriptor(
        id: "CNV003", name: "conversation-grown", severity: .info,
        summary: "The prompt goes on from that of an earlier exchange.",
        why: "It tells which calls are the turns of one conversation, and how fast that grows.",
        references: ["https://ai.google.dev/gemini-api/docs/text-generation#multi-turn-conversations"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}
            HTTP/1.1 200 OK
            Content-Length: 2

            {}
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": [{"text": "hi"}]}, {"role": "model", "parts": [{"text": "Hello."}]},
             {"role": "user", "parts": [{"text": "bye"}]}]}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}
            HTTP/1.1 200 OK
            Content-Length: 2

            {}
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"role": "user", "parts": [{"text": "hello"}]}, {"role": "model", "parts": [{"text": "Hi."}]},
             {"role": "user", "parts": [{"text": "bye"}]}]}
            """
        ])

    /// A prompt that was sent: its exchange, and how many turns it has.
    private struct Sent {
        var exchange: Int
        var turns: Int
    }

    /// Each prompt by the summary of all its turns.
    private var prompts = RecentTable<UInt64, Sent>()

    mutating func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let prompt = exchange.wholePrompt else { return [] }
        var earlier: Sent?
        var summary: UInt64 = 0
        for (index, message) in prompt.messages.enumerated() {
            summary = ConversationGrown.summary(of: message, behind: summary)
            if let sent = prompts[summary], sent.turns == index + 1 { earlier = sent }
        }
        let count = prompt.messages.count
        if prompts[summary] == nil { prompts[summary] = Sent(exchange: exchange.exchange.number, turns: count) }
        guard let earlier, earlier.turns < count else { return [] }
        return [
            ConversationGrown.finding(
                "goes on from exchange \(earlier.exchange): \(earlier.turns) turns and \(count - earlier.turns) more",
                where: "prompt.messages", at: exchange.request?.body?.place)
        ]
    }

    /// The summary of a turn behind others: of its role and of what its parts say.
    private static func summary(of message: Message, behind earlier: UInt64) -> UInt64 {
        // FNV-1a over the summaries of the pieces: their order counts.
        let pieces = [ByteSummary(message.role ?? "")] + message.parts.map(summary)
        return pieces.reduce(earlier ^ 0xCBF2_9CE4_8422_2325) { summary, piece in
            (summary ^ piece.number) &* 0x0000_0100_0000_01B3
        }
    }

    private static func summary(of part: MessagePart) -> ByteSummary {
        switch part.content {
        case .text(let text), .reasoning(let text), .refusal(let text), .named(_, let text): ByteSummary(text)
        case .toolCall(let call): ByteSummary(call.name + call.argumentsText)
        case .toolCallResponse(let response): ByteSummary(response.response.rawBytes)
        case .serverToolCall(_, let raw), .serverToolCallResponse(_, let raw), .other(_, let raw):
            ByteSummary(raw.rawBytes)
        case .blob(let blob):
            switch blob.data {
            case .bytes(let bytes, _): ByteSummary(bytes[...])
            case .elided(let elision): ByteSummary(elision.placeholder)
            }
        case .file(let file): ByteSummary("\(file.target)")
        }
    }
}
