import CaptureReading
import Conversation
import JSONReading
import TestSupport
import Testing

/// Recorded Gemini streams against what Google's own client made of them.
@Suite("Recorded Gemini streams", .enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct GeminiStreamTests {
    /// The recordings by name, without their suffix.
    private static func names() throws -> [String] {
        let folder = Checkout.corpora + "/streams/corpus"
        return try Checkout.files(below: folder, ending: ".sse").filter { path in path.contains("/gemini-sse__") }
            .map { path in String(path.dropFirst(folder.count + 1)) }
    }

    @Test("text, reasoning, finish reasons and ids agree with the client's")
    func agreement() throws {
        let names = try GeminiStreamTests.names()
        #expect(names.count >= 70)
        var compared = 0
        for name in names {
            let file = try Checkout.bytes(of: "\(Checkout.corpora)/streams/expected/\(name.dropLast(4)).json")
            let document = JSONDocument(parsing: file)
            guard ["high", "sdk"].contains(document.root?["reliability"]?.string ?? ""),
                let expected = document.root?["expected"],
                expected["messages"] != nil
            else { continue }
            let body = try Checkout.bytes(of: "\(Checkout.corpora)/streams/corpus/\(name)")
            let answer = try #require(try answer(to: body), "\(name)")
            compare(answer, with: expected, name)
            compared += 1
        }
        #expect(compared >= 60)
    }

    @Test("every tenth prefix of a stream gives a beginning of its text")
    func prefixes() throws {
        for name in try GeminiStreamTests.names().prefix(12) {
            let body = try Checkout.bytes(of: "\(Checkout.corpora)/streams/corpus/\(name)")
            let whole = try answer(to: body)?.messages.first?.text ?? ""
            for tenth in 0..<10 {
                let text = try answer(to: Array(body.prefix(body.count * tenth / 10)))?.messages.first?.text ?? ""
                let isBeginning = whole.utf8.starts(with: text.utf8)
                #expect(isBeginning, "\(name) at \(tenth) tenths")
            }
        }
    }

    private func answer(to body: [UInt8]) throws -> Answer? {
        let path = "/v1beta/models/gemini-x:streamGenerateContent?alt=sse"
        let head =
            "POST \(path) HTTP/1.1\r\nHost: x.example\r\nContent-Length: 0\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: \(body.count)\r\n\r\n"
        var reader = try CaptureReader(reading: MemorySource(Array(head.utf8) + body))
        return ConversationReading(of: try #require(try reader.next())).answer
    }

    private func compare(_ answer: Answer, with expected: JSONValue, _ name: String) {
        let messages = expected["messages"].map { list in Array(list.elements) } ?? []
        for (message, wanted) in zip(answer.messages, messages) {
            #expect(message.text == text(of: wanted, "text"), "\(name)")
            let reasoning = message.parts.map { part in
                if case .reasoning(let text) = part.content { text } else { "" }
            }
            #expect(reasoning.joined() == text(of: wanted, "reasoning"), "\(name)")
            #expect(message.finishReason?.raw == wanted["finish_reason"]?.string, "\(name)")
        }
        #expect(answer.messages.count >= messages.count, "\(name)")
        if let id = expected["id"]?.string, !id.isEmpty { #expect(answer.id == id, "\(name)") }
        #expect((answer.error == nil) == (expected["error"]?.isNull ?? true), "\(name)")
    }

    private func text(of message: JSONValue, _ type: String) -> String {
        let parts = message["parts"].map { list in Array(list.elements) } ?? []
        return parts.filter { part in part["type"]?.string == type }.compactMap { part in part["text"]?.string }
            .joined()
    }
}
