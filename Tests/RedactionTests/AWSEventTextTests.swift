import ByteCoding
import EventStreaming
import Redaction
import Testing

/// Secrets in AWS event streams, as Bedrock answers.
@Suite struct AWSEventTextTests {
    private static let key = RedactedCopy.key
    private static let mark = RedactedCopy.marks.placeholder(of: key, kind: .key)

    private func sum(_ bytes: [UInt8]) -> [UInt8] { CRC32(of: bytes[...]).value.bigEndianBytes }

    private func message(_ payload: String) -> [UInt8] {
        let header: [UInt8] = [1, UInt8(ascii: "a"), 7, 0, 1, UInt8(ascii: "b")]
        let lengths = UInt32(16 + header.count + payload.utf8.count).bigEndianBytes + UInt32(6).bigEndianBytes
        let body = lengths + sum(lengths) + header + Array(payload.utf8)
        return body + sum(body)
    }

    /// The events of Bedrock's two streams: as they are, and as base64.
    private func delta(_ text: String, isWrapped: Bool) -> String {
        guard isWrapped else { return #"{"contentBlockIndex":0,"delta":{"text":"\#(text)"}}"# }
        let event = Array(#"{"type":"content_block_delta","index":0,"delta":{"text":"\#(text)"}}"#.utf8)
        return #"{"bytes":"\#(Base64.encode(event))","p":"abc"}"#
    }

    private func payloads(_ stream: [UInt8]) -> [String] {
        var parser = AWSEventStreamParser()
        var found: [String] = []
        parser.append(stream[...]) { message in found.append(message.text) }
        return found
    }

    @Test("a key that messages cut anywhere is replaced, its mark in the first of them", arguments: [false, true])
    func pieces(isWrapped: Bool) {
        for cut in 1..<Self.key.count {
            let texts = ["use \(Self.key.prefix(cut))", "\(Self.key.dropFirst(cut)) now"]
            let stream = texts.flatMap { text in message(delta(text, isWrapped: isWrapped)) }
            let expected = ["use \(Self.mark)", " now"].map { text in delta(text, isWrapped: isWrapped) }
            #expect(payloads(RedactedCopy.of(stream)) == expected, "cut at \(cut)")
        }
    }

    @Test(
        "a learned key is hidden in what is shown of the messages, in pieces and in base64", arguments: [false, true])
    func shown(isWrapped: Bool) throws {
        var ledger = SecretLedger()
        ledger.learn(Secret(kind: .key, value: Self.key, container: .userInformation, place: nil))
        let texts = ["\(Self.key) or \(Self.key.prefix(9))", "\(Self.key.dropFirst(9))"]
        let stream = texts.flatMap { text in message(delta(text, isWrapped: isWrapped)) }
        let redactor = Redactor(ledger, style: .identifier)
        let shown = try #require(redactor.withoutSecrets(inAWSEventStream: stream[...]))
        let expected = ["REDACTED-key-1 or REDACTED-key-1", ""].map { text in delta(text, isWrapped: isWrapped) }
        #expect(payloads(shown) == expected)
        #expect(Redactor.disclosing.withoutSecrets(inAWSEventStream: stream[...]) == nil)
    }

    @Test("bytes that are no text behind the name of a key are hidden to their end, and nothing traps")
    func illFormed() {
        let tails: [[UInt8]] = [[0xA6, 0xA9, 0xFE], [0xE6, 0x97], [0xFF, 0x22, 0x20, 0x61], [0xF0, 0x9F, 0x98]]
        for tail in tails {
            let marks = String(repeating: "?", count: tail.count)
            var damaged = message(#"{"apikey":"Perth9to2Hobart\#(marks)"#)
            damaged.replaceSubrange(damaged.count - 4 - tail.count..<damaged.count - 4, with: tail)
            let copy = RedactedCopy.of(damaged)
            #expect(copy.count == damaged.count)
            #expect(!String(decoding: copy, as: UTF8.self).contains("Hobart"))
            let text = Array(#"hello "apikey":"Perth9to2Hobart"#.utf8) + tail + Array("\" and plain words".utf8)
            #expect(String(decoding: RedactedCopy.of(text), as: UTF8.self).hasSuffix(" plain words"))
        }
    }

    @Test("damaged and cut messages keep their length, and the key in them is gone", arguments: [false, true])
    func damage(isWrapped: Bool) {
        let whole = message(delta("use \(Self.key) now", isWrapped: isWrapped))
        var damaged = whole
        damaged[damaged.count - 1] ^= 1
        let stream = damaged + message("{}") + whole.dropLast(6)
        let copy = RedactedCopy.of(stream)
        #expect(copy.count == stream.count)
        #expect(payloads(copy) == ["{}"])
        let text = String(decoding: copy, as: UTF8.self)
        let secret = Array(Self.key.utf8)
        let isLeft = (0..<copy.count).contains { index in
            copy[index...].starts(with: secret)
                || Base64.decode(copy[index...].prefix(while: \.isBase64)).bytes.firstRange(of: secret) != nil
        }
        #expect(!isLeft && !text.contains(Self.key))
    }
}

extension UInt8 {
    fileprivate var isBase64: Bool { isLetter || isDigit || "+/=".utf8.contains(self) }
}
