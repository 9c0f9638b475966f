import CaptureReading
import Conversation
import TestSupport
import Testing

/// Exchanges with Amazon Bedrock.
enum BedrockFixture {
    /// A response alone that is a stream of these messages.
    static func bare(_ messages: [[UInt8]]) throws -> ConversationReading {
        var reader = try CaptureReader(reading: MemorySource(messages.flatMap { message in message }))
        return ConversationReading(of: try #require(try reader.next()))
    }

    /// The answer in a stream of these messages.
    static func answer(_ messages: [[UInt8]]) throws -> Answer {
        try #require(try bare(messages).answer)
    }

    /// The event that wraps an event of a model in base64.
    static func chunk(_ json: String) -> [UInt8] {
        AWSFrame.event("chunk", #"{"bytes":"\#(base64(Array(json.utf8)))","p":"abc"}"#)
    }

    /// Base64 of bytes.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { number, byte in number << 8 | Int(byte) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? alphabet[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
