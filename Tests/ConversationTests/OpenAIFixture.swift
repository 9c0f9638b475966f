import CaptureReading
import Conversation
import Testing

/// Exchanges of OpenAI's APIs made of literals.
enum OpenAIFixture {
    /// An exchange with this request content and this response content.
    static func reading(
        path: String = "/v1/chat/completions", host: String = "api.openai.com", request: String = "{}",
        response: String, type: String = "text/event-stream", status: Int = 200
    ) throws -> ConversationReading {
        try ConversationFixture.reading(
            """
            POST \(path) HTTP/1.1
            Host: \(host)
            Content-Length: \(request.utf8.count)

            \(request)HTTP/1.1 \(status) Any
            Content-Type: \(type)
            Content-Length: \(response.utf8.count)

            \(response)
            """)
    }

    /// The answer to a stream of these data, ended by the terminator.
    static func answer(to data: [String], path: String = "/v1/chat/completions") throws -> Answer {
        let response = ConversationFixture.events(data + ["[DONE]"])
        return try #require(try reading(path: path, response: response).answer)
    }

    /// A whole answer.
    static func answer(whole body: String, path: String = "/v1/chat/completions", status: Int = 200) throws -> Answer {
        let reading = try reading(path: path, response: body, type: "application/json", status: status)
        return try #require(reading.answer)
    }

    /// The prompt of a request.
    static func prompt(_ request: String, path: String = "/v1/chat/completions") throws -> Prompt {
        try #require(try reading(path: path, request: request, response: "{}", type: "application/json").prompt)
    }

    /// A chunk of one choice with this delta.
    static func chunk(_ delta: String, finish: String? = nil, index: Int = 0, id: String = "c1") -> String {
        let reason = finish.map { word in "\"\(word)\"" } ?? "null"
        return #"{"id":"\#(id)","object":"chat.completion.chunk","model":"m","choices":[{"index":\#(index),"#
            + #""delta":\#(delta),"finish_reason":\#(reason)}]}"#
    }

    /// Expects of every prefix of a stream that its text begins the whole one, and that it is complete only at the end.
    ///
    /// Half a character at the end may wait for its other half.
    static func expectPrefixes(
        of stream: String, path: String, text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let bytes = Array(stream.utf8)
        var longest = 0
        for count in 1..<bytes.count {
            let cut = String(decoding: bytes[..<count], as: UTF8.self)
            guard let answer = try reading(path: path, response: cut).answer else { continue }
            var said = answer.messages.first?.text ?? ""
            if said.unicodeScalars.last == "\u{FFFD}" { said.unicodeScalars.removeLast() }
            #expect(text.hasPrefix(said), "\(count) bytes", sourceLocation: sourceLocation)
            #expect(said.utf8.count >= longest, "\(count) bytes", sourceLocation: sourceLocation)
            #expect(!answer.isComplete || said == text, "\(count) bytes", sourceLocation: sourceLocation)
            longest = said.utf8.count
        }
    }
}
