public import Conversation
internal import JSONReading
public import Redaction

/// An answer as plain text: what a user pastes into a bug report.
///
/// Texts stand as they were said. What is no text is named in brackets on a line of its own; reasoning is left out.
public struct MessageText {
    /// The lines, each with a line feed at its end, safe for a terminal and without secrets.
    public let text: String

    /// Puts the answer into words.
    public init(of answer: Answer, redactor: Redactor) {
        var lines = Lines(redactor: redactor)
        for (position, message) in answer.messages.enumerated() {
            if position > 0 { lines.add("--- \(position + 1) of \(answer.messages.count) ---") }
            for part in message.parts { MessageText.add(part, to: &lines) }
        }
        if answer.blockReason != nil, let feedback = answer.promptFeedback {
            lines.add("prompt feedback: \(RedactedValue(feedback, redactor: redactor).compact)")
        }
        if let error = answer.error {
            lines.add(
                "error: \(error.string ?? error["message"]?.string ?? RedactedValue(error, redactor: redactor).compact)"
            )
        }
        let isSilent = !answer.messages.isEmpty && answer.messages.allSatisfy(\.parts.isEmpty)
        if isSilent, answer.isComplete, answer.error == nil {
            let reasons = answer.messages.compactMap { message in message.finishReason?.raw }.joined(separator: ", ")
            lines.add("[nothing was said\(reasons.isEmpty ? "" : ": \(reasons)")]")
        }
        if !answer.isComplete, answer.error == nil {
            lines.add("[the answer is cut: nothing said that it ended]")
        }
        text = lines.finish()
    }

    private static func add(_ part: MessagePart, to lines: inout Lines) {
        switch part.content {
        case .text(let text): lines.append(text)
        case .reasoning: break
        case .refusal(let text):
            lines.add("[refused]")
            lines.append(text)
        case .named(let type, let text):
            lines.add("[\(type)]")
            lines.append(text)
        case .toolCall(let call): lines.add("\(call.name)(\(lines.redactor.redact(argumentsOf: call)))")
        case .toolCallResponse(let response): lines.add("[response to \(response.name ?? response.id ?? "a call")]")
        case .serverToolCall(let name, _): lines.add("[\(name), run by the provider]")
        case .serverToolCallResponse(let name, _): lines.add("[result of \(name), run by the provider]")
        case .blob(let blob): lines.add("[\(MessageText.words(for: blob))]")
        case .file(let reference):
            switch reference.target {
            case .uri(let uri): lines.add("[\(reference.declaredType ?? "file") at \(uri)]")
            case .id(let id): lines.add("[\(reference.declaredType ?? "file"), id \(id)]")
            }
        case .other(let type, let value):
            lines.add("[\(type) \(RedactedValue(value, redactor: lines.redactor).compact)]")
        }
    }

    /// What data is and how large: `image/png, 1.63 MB`.
    private static func words(for blob: Blob) -> String {
        let type = blob.declaredType ?? blob.modality.rawValue
        switch blob.data {
        case .elided: return "\(type) elided in capture"
        case .bytes(let bytes, _): return "\(type), \(Wording.size(bytes.count))"
        }
    }

    /// Text that grows by runs and by whole lines.
    private struct Lines {
        let redactor: Redactor
        private var text = ""
        private var run = ""

        init(redactor: Redactor) {
            self.redactor = redactor
        }

        /// Continues the text; pieces that follow one another are one text, and a secret may lie across them.
        mutating func append(_ piece: String) {
            run += piece
        }

        /// Adds a line that no captured text can break out of.
        mutating func add(_ line: String) {
            endRun()
            text += SafeText.escape(redactor.redact(line)) + "\n"
        }

        /// Everything, with a line feed at the end of the last line.
        consuming func finish() -> String {
            endRun()
            return text
        }

        private mutating func endRun() {
            guard !run.isEmpty else { return }
            let safe = SafeText.escape(redactor.redact(run), allowingLines: true)
            text += safe
            if safe.utf8.last != UInt8(ascii: "\n") { text += "\n" }
            run = ""
        }
    }
}
