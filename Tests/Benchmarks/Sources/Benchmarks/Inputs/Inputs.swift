import Foundation

/// The bytes that everyone works on: as captures hold them, the same in every run.
struct Inputs {
    private var random = InputRandom()

    /// Random bytes, as compressed pixels are.
    mutating func noise(count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for _ in 0..<count { bytes.append(UInt8.random(in: .min ... .max, using: &random)) }
        return bytes
    }

    /// An image as base64.
    mutating func image(byteCount: Int) -> String { Data(noise(count: byteCount)).base64EncodedString() }

    /// A request of 2 MB that is one image.
    mutating func imageRequest() -> String {
        #"{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":""#
            + image(byteCount: 1_500_000) + #""}},{"text":"turn it to blue"}]}]}"#
    }

    /// Some words of an answer, with what JSON has to escape now and then.
    private mutating func words(_ count: Int) -> String {
        let words = [
            "the", "model", "of", "car", "a", "blue", "is", "sky", "tokens", "and", "to", "request", "says", "café",
            "it's", "\\\"red\\\"", "was", "answer.\\n", "stream", "for", "here", "with", "in", "naïve", "no", "yes,",
        ]
        return (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    /// An event's JSON as chat completions stream it.
    mutating func chunk(number: Int) -> String {
        let text = words(Int.random(in: 1...6, using: &random))
        return #"{"id":"chatcmpl-AbCdEf0123456789","object":"chat.completion.chunk","#
            + #""created":17568\#(10_000 + number),"model":"gpt-4o-mini-2024-07-18","system_fingerprint":"fp_0123456789","choices":[{"index":0,"#
            + #""delta":{"content":"\#(text)"},"logprobs":null,"finish_reason":null}]}"#
    }

    /// JSON objects a line, as the events of a stream hold them.
    mutating func stream(count: Int) -> String {
        (0..<count).map { number in chunk(number: number) }.joined(separator: "\n")
    }

    /// An event stream.
    mutating func eventStream(count: Int) -> String {
        (0..<count).map { number in "data: \(chunk(number: number))\n\n" }.joined()
    }

    /// A HAR in memory; see `writeArchive`.
    mutating func archive(byteCount: Int) -> String {
        var text = ""
        writeArchive(byteCount: byteCount) { piece in text += piece }
        return text
    }

    /// A HAR: an image sent, an image received, a streamed answer in each three entries, as browsers write them.
    ///
    /// - Parameters:
    ///   - byteCount: how long it is at least; it ends with the entry that reaches this.
    ///   - write: takes the pieces, an entry each.
    mutating func writeArchive(byteCount: Int, to write: (String) throws -> Void) rethrows {
        let head = "{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"entries\": [\n"
        try write(head)
        var written = head.utf8.count
        var number = 0
        while written < byteCount {
            let piece = (number > 0 ? ",\n" : "") + entry(number: number)
            try write(piece)
            written += piece.utf8.count
            number += 1
        }
        try write("\n    ]\n  }\n}\n")
    }

    private mutating func entry(number: Int) -> String {
        let request = #"{"contents":[{"role":"user","parts":[{"text":"\#(words(300))"}"#
        let sent: String
        let received: String
        var path = "models/gemini:streamGenerateContent?alt=sse"
        switch number % 3 {
        case 0:
            sent = request + #",{"inlineData":{"mimeType":"image/png","data":"\#(image(byteCount: 300_000))"}}]}]}"#
            received = #"{"candidates":[{"content":{"parts":[{"text":"\#(words(400))"}]},"finishReason":"STOP"}]}"#
        case 1:
            sent = request + "]}]}"
            let part = #"{"inlineData":{"data":"\#(image(byteCount: 300_000))"}}"#
            received = #"{"candidates":[{"content":{"parts":[\#(part)]}}]}"#
        default:
            path = "chat/completions"
            sent = #"{"model":"gpt-4o-mini","stream":true,"messages":[{"role":"user","content":"\#(words(300))"}]}"#
            received = (0..<400).map { number in "data: \(chunk(number: number))\n\n" }.joined()
        }
        return """
                  {
                    "startedDateTime": "2026-01-01T12:00:\(10 + number % 50).123Z",
                    "time": \(number).25,
                    "request": {
                      "method": "POST",
                      "url": "https://api.example.com/v1/\(path)",
                      "httpVersion": "HTTP/2.0",
                      "headers": [
            \(headers(count: 20))
                      ],
                      "postData": {
                        "mimeType": "application/json",
                        "text": "\(escaped(sent))"
                      }
                    },
                    "response": {
                      "status": 200,
                      "headers": [
            \(headers(count: 16))
                      ],
                      "content": {
                        "size": \(received.utf8.count),
                        "text": "\(escaped(received))"
                      }
                    }
                  }
            """
    }

    private mutating func headers(count: Int) -> String {
        (0..<count).map { number in
            "            {\n              \"name\": \"x-header-\(number)\",\n"
                + "              \"value\": \"\(Int.random(in: 0...1_000_000_000, using: &random)), text/html; q=0.5\"\n            }"
        }.joined(separator: ",\n")
    }

    /// A JSON text as the content of a JSON string.
    private func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 5 / 4)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
