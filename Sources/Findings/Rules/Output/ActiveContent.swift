internal import CaptureReading
internal import Conversation

/// A message with markup that runs when a page shows it as it is.
enum ActiveContent: Rule {
    static let descriptor = RuleDescriptor(
        id: "OUT002", name: "active-content", severity: .low,
        summary: "A message holds HTML or SVG that runs scripts or loads something.",
        why: "Viewers that put messages into a page without escaping run it with the rights of that page.",
        references: ["CWE-79", "https://genai.owasp.org/llmrisk/llm052025-improper-output-handling"],
        flagged: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "<img src=x onerror=alert(1)>"}]}, "finishReason": "STOP"}]}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"text": "a < b, and an onerror event"}]}, "finishReason": "STOP"}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.placedParts.compactMap { placed in
            guard placed.isAnswer, let text = placed.part.shownText, let sign = sign(in: Array(text.utf8)) else {
                return nil
            }
            return finding(
                "answer holds \(sign)", where: placed.logicalPlace,
                at: placed.part.place ?? exchange.exchangePlace(isAnswer: true))
        }
    }

    /// The first sign of active markup, in one walk; nil where there is none.
    private static func sign(in bytes: [UInt8]) -> String? {
        var isInTag = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "<"):
                if let tag = tags.first(where: { tag in has(tag.bytes, at: index, in: bytes) }) { return tag.name }
                let next = index + 1 < bytes.count ? bytes[index + 1] | 0x20 : 0
                isInTag = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
            case UInt8(ascii: ">"): isInTag = false
            case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "'"):
                guard isInTag else { continue }
                if let handler = handlers.first(where: { handler in has(handler.bytes, at: index + 1, in: bytes) }) {
                    return handler.name
                }
            default: continue
            }
        }
        return nil
    }

    /// Whether a word in lower case stands at an index, in any case.
    private static func has(_ word: [UInt8], at index: Int, in bytes: [UInt8]) -> Bool {
        guard index + word.count <= bytes.count else { return false }
        return zip(word, bytes[index...]).allSatisfy { wanted, byte in
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            return wanted == (isCapital ? byte | 0x20 : byte)
        }
    }

    private static let tags = ["<script", "<iframe", "<object", "<embed", "<meta http-equiv"].map(Word.init)

    private static let handlers = ["onerror=", "onload=", "onclick=", "onmouseover=", "onfocus="].map(Word.init)

    /// A word beside its bytes.
    private struct Word: Sendable {
        var name: String
        var bytes: [UInt8]

        init(_ name: String) {
            self.name = name
            bytes = Array(name.utf8)
        }
    }
}
