import CaptureReading
import Conversation
import Testing

/// Exchanges made of literals.
enum ConversationFixture {
    /// A Gemini exchange with this request content and this response content.
    static func gemini(
        request: String = #"{"contents":[]}"#, response: String, type: String = "text/event-stream", status: Int = 200,
        path: String = "/v1beta/models/gemini-x:streamGenerateContent?alt=sse"
    ) throws -> ConversationReading {
        try reading(
            """
            POST \(path) HTTP/1.1
            Host: generativelanguage.googleapis.com
            Content-Length: \(request.utf8.count)

            \(request)HTTP/1.1 \(status) Any
            Content-Type: \(type)
            Content-Length: \(response.utf8.count)

            \(response)
            """)
    }

    /// The first exchange of a capture in raw HTTP messages.
    static func reading(_ capture: String) throws -> ConversationReading {
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        return ConversationReading(of: try #require(try reader.next()))
    }

    /// Events of these data, a line each.
    static func events(_ data: [String]) -> String {
        data.map { line in "data: \(line)\r\n\r\n" }.joined()
    }

    /// The answer to a stream of these data.
    static func answer(to data: [String]) throws -> Answer {
        try #require(try gemini(response: events(data)).answer)
    }

    /// A chunk of one candidate with these parts.
    static func chunk(_ parts: String, finish: String? = nil) -> String {
        let reason = finish.map { word in #","finishReason":"\#(word)""# } ?? ""
        return #"{"candidates":[{"content":{"role":"model","parts":[\#(parts)]}\#(reason)}]}"#
    }
}

extension Message {
    /// The parts in a form that is easy to compare.
    var sketch: [String] {
        parts.map { part in
            switch part.content {
            case .text(let text): "text:\(text)"
            case .reasoning(let text): "reasoning:\(text)"
            case .refusal(let text): "refusal:\(text)"
            case .named(let type, let text): "\(type):\(text)"
            case .toolCall(let call): "call:\(call.name)\(call.argumentsText)"
            case .toolCallResponse(let answer): "response:\(answer.name ?? "")"
            case .serverToolCall(let name, _): "server:\(name)"
            case .serverToolCallResponse(let name, _): "served:\(name)"
            case .blob(let blob): "blob:\(blob.sketch)"
            case .file(let file): "file:\(file.target)"
            case .other(let type, _): "other:\(type)"
            }
        }
    }
}

extension Blob {
    /// The type with the size, or with the placeholder.
    var sketch: String {
        switch data {
        case .bytes(let bytes, _): "\(declaredType ?? "none") \(bytes.count)"
        case .elided(let elision): "\(declaredType ?? "none") elided \(elision.placeholder)"
        }
    }
}
