import CaptureReading
import Conversation
import Testing

/// Exchanges of any dialect, made of the data of their events.
enum StreamFixture {
    /// An exchange with this path, request content and response content.
    static func reading(
        path: String, request: String = "{}", host: String = "api.example.com", type: String = "text/event-stream",
        status: Int = 200, _ response: String
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

    /// The answer that is told by its content alone.
    static func answer(_ response: String, type: String = "text/event-stream") throws -> Answer {
        try #require(try bare(response, type: type).answer)
    }

    /// The answer to events of these data.
    static func answer(to data: [String]) throws -> Answer {
        try answer(ConversationFixture.events(data))
    }

    /// A response alone.
    static func bare(_ response: String, type: String = "text/event-stream") throws -> ConversationReading {
        try ConversationFixture.reading(
            "HTTP/1.1 200 OK\nContent-Type: \(type)\nContent-Length: \(response.utf8.count)\n\n\(response)")
    }

    /// Cuts a stream behind every byte: the text has to be a beginning of the whole, and the answer may be complete only
    /// where the piece that ends it is whole.
    static func expectPrefixes(
        of pieces: [String], ending last: Int, type: String = "text/event-stream",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let body = Array(pieces.joined().utf8)
        let end = pieces[..<last].joined().utf8.count
        let whole = try answer(pieces.joined(), type: type).messages.map(\.text)
        for count in 0..<body.count {
            let cut = String(decoding: body.prefix(count), as: UTF8.self)
            guard let answer = try bare(cut, type: type).answer else { continue }
            let texts = answer.messages.map(\.text)
            let isPrefix = zip(texts, whole).allSatisfy { text, whole in
                whole.hasPrefix(text.replacing("\u{FFFD}", with: ""))
            }
            #expect(isPrefix, "cut behind byte \(count)", sourceLocation: sourceLocation)
            #expect(!answer.isComplete || count > end, "cut behind byte \(count)", sourceLocation: sourceLocation)
        }
    }
}
