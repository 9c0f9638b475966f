import ByteCoding
import ContentDecoding
import Redaction
import Testing

/// The parts of captures written anew: each test says what has to be gone, and that all else is as it was.
@Suite struct TextRedactorTests {
    private static let marks = RedactedCopy.marks
    private static let key = RedactedCopy.key

    private static func mark(_ value: String, _ kind: Secret.Kind = .key) -> String {
        marks.placeholder(of: value, kind: kind)
    }

    /// A text that was learned from and then written anew.
    private func copy(_ text: String, _ options: RedactionOptions = RedactionOptions()) -> String {
        String(decoding: RedactedCopy.of(Array(text.utf8), options), as: UTF8.self)
    }

    /// The same with the key and its mark put in for `KEY`.
    private func expect(_ text: String, becomes wanted: String? = nil) {
        let key = TextRedactorTests.key
        let result = copy(text.replacing("KEY", with: key))
        #expect(result == (wanted ?? text).replacing("KEY", with: TextRedactorTests.mark(key)))
        #expect(copy(result) == result)
    }

    @Test(
        "a key is replaced where its shape or its place gives it away, and every other byte stays",
        arguments: [
            #"{"messages": [{"content": "I use KEY in the script,\n  why?"}], "max_tokens":  1e3}"#,
            #"[{"name": "x-api-key", "value": "KEY"}, {"name": "accept", "value": "*\/*"}]"#,
            #"{"arguments": "{\"headers\": {\"x-api-key\": \"KEY\"}}"}"#,
            "POST /v1?key=KEY&alt=sse HTTP/1.1\r\nhost: relay.example\r\n\r\n",
            "Incorrect API key provided: KEY. You can find your key at https://relay.example.",
            #"{"config": {"upstream": "KEY", "model": "gemini-2.5-flash-image-preview"}, "id": "Ab3Cd4Ef5Gh6Ij7Kl8"}"#,
            "UPSTREAM=KEY\nDEBUG=0\nMODEL=gemini-2.5-flash\n",
        ])
    func places(_ text: String) {
        expect(text)
    }

    @Test("a value has one mark, whatever its places say that it is")
    func oneMark() {
        let text = "GET https://relay:KEY@relay.example/v1/models\nGET https://relay.example/KEY/v1/models"
        let key = TextRedactorTests.key
        let wanted = text.replacing("KEY", with: TextRedactorTests.mark(key, .password))
        #expect(copy(text.replacing("KEY", with: key)) == wanted)
    }

    @Test("a short value goes in its place alone")
    func shortValue() {
        let text = #"{"headers": [{"name": "x-api-key", "value": "abc"}], "text": "abcd abc"}"#
        #expect(copy(text) == text.replacing(#": "abc"}"#, with: #": "\#(TextRedactorTests.mark("abc"))"}"#))
    }

    @Test("a learned value goes in every spelling")
    func spellings() {
        let wanted = #"{"api_key": "KEY", "echo": "https://relay.example/KEY", "more": "KEY"}"#
        let key = TextRedactorTests.key
        let percent = key.utf8.map { byte in "%" + String(byte, radix: 16) }.joined()
        let unicode = key.utf8.map { byte in "\\u00" + String(byte, radix: 16) }.joined()
        let text = #"{"api_key": "\#(key)", "echo": "https://relay.example/\#(percent)", "more": "\#(unicode)"}"#
        #expect(copy(text) == wanted.replacing("KEY", with: TextRedactorTests.mark(key)))
    }

    @Test("what base64 holds is encoded anew, at any alignment", arguments: ["", "a", "ab", "abc", "abcd"])
    func base64(_ padding: String) throws {
        let plain = "\(padding)# env\nUPSTREAM=\(TextRedactorTests.key)\nDEBUG=0\n"
        let result = copy(#"{"data": "\#(Base64.encode(Array(plain.utf8)))"}"#)
        let digits = result.dropFirst(10).dropLast(2)
        let decoded = String(decoding: Base64.decode(Array(digits.utf8)[...]).bytes, as: UTF8.self)
        #expect(decoded == plain.replacing(TextRedactorTests.key, with: TextRedactorTests.mark(TextRedactorTests.key)))
    }

    @Test("what codings hold is encoded anew", arguments: [ContentEncoder.gzip, .zlib, .deflate, .zstandard, .brotli])
    func codings(_ encoder: ContentEncoder) throws {
        let plain = #"{"note": "config dump", "cfg": {"upstream": "\#(TextRedactorTests.key)"}, "pad": "lorem ipsum"}"#
        let coded = encoder.encode(Array(plain.utf8)[...])
        let result = copy(#"{"text": "\#(Base64.encode(coded))"}"#)
        let body = Base64.decode(Array(result.dropFirst(10).dropLast(2).utf8)[...]).bytes
        let coding: any ContentCoding =
            switch encoder {
            case .zlib: Deflate()
            case .deflate: Deflate(.raw)
            default: try #require(CodingCatalog.coding(named: encoder.rawValue))
            }
        let decoded = String(decoding: DecodingChain([coding]).decode(body[...]).bytes, as: UTF8.self)
        #expect(decoded == plain.replacing(TextRedactorTests.key, with: TextRedactorTests.mark(TextRedactorTests.key)))
    }

    @Test("a key in strings of JSON in each other is replaced at any depth", arguments: [1, 7, 8, 9, 12])
    func depths(_ depth: Int) {
        func nested(_ value: String) -> String {
            (0..<depth).reduce("\"\(value)\"") { text, _ in
                let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                return "\"{\\\"a\\\":\(escaped)}\""
            }
        }
        let key = TextRedactorTests.key
        #expect(copy(nested(key)) == nested(TextRedactorTests.mark(key)))
    }

    @Test("a key that deltas cut leaves its mark in the first of them", arguments: 4..<30)
    func deltas(_ cut: Int) {
        let key = TextRedactorTests.key
        func stream(_ texts: [String]) -> String {
            texts.map { text in "data: {\"delta\": {\"content\": \"\(text)\"}}\n\n" }.joined() + "data: [DONE]\n\n"
        }
        let text = stream(["It is ", String(key.prefix(cut)), String(key.dropFirst(cut)), " now"])
        #expect(copy(text) == stream(["It is ", TextRedactorTests.mark(key), "", " now"]))
    }

    @Test("a mark is taken for no secret, whatever letters it has")
    func marksOfAnySalt() {
        let credentials = Base64.encode(Array("relay:\(TextRedactorTests.key)".utf8))
        let text = #"{"request": {"headers": [{"name": "Authorization", "value": "Basic \#(credentials)"}]}}"#
        var ledger = SecretLedger()
        ledger.learn(from: Array(text.utf8)[...])
        for salt in UInt16.min..<400 {
            let marks = PlaceholderMaker(salt: [UInt8(salt >> 8), UInt8(salt & 0xFF)])
            let redactor = TextRedactor(ledger, marks: marks)
            let copy = redactor.copy(of: Array(text.utf8)[...], at: 0, exchanges: []).bytes
            #expect(!redactor.holdsSecret(copy[...], exchanges: []), "\(String(decoding: copy, as: UTF8.self))")
        }
    }

    @Test("what stands behind a parameter stays")
    func parameters() {
        let text =
            "GET /?access_token=KEY&model=gpt HTTP/1.1\r\nReferer: https://a.example/#id_token=KEY&b=abc\r\n\r\n"
        let key = TextRedactorTests.key
        let wanted = text.replacing("KEY", with: TextRedactorTests.mark(key, .token))
        #expect(copy(text.replacing("KEY", with: key)) == wanted)
    }

    @Test("a short number that a password is goes in its place alone")
    func shortNumber() {
        let text = #"{"otp": "123456", "created": 1700123456, "note": "123456"}"#
        let mark = TextRedactorTests.mark("123456", .password)
        #expect(copy(text) == text.replacing(#""otp": "123456""#, with: #""otp": "\#(mark)""#))
    }

    @Test("a key that the answers of an array cut leaves its mark in the first of them")
    func answersInArray() {
        func answers(_ texts: [String]) -> String {
            let parts = texts.map { text in #"{"candidates": [{"content": {"parts": [{"text": "\#(text)"}]}}]}"# }
            return "[\(parts.joined(separator: ",\n"))]"
        }
        let key = TextRedactorTests.key
        let text = answers([String(key.prefix(9)), String(key.dropFirst(9))])
        #expect(copy(text) == answers([TextRedactorTests.mark(key), ""]))
    }

    @Test(
        "a dump of any offsets and cut lines is read",
        arguments: [
            "7fffffffffffffff: Accept: */*",
            "=> Send header, 9 bytes (0x9)\n0000: 73 6b 2d 41 2d 31 32 33 34 35 36 37 38 39 30 61",
        ])
    func dumps(_ text: String) {
        var ledger = SecretLedger()
        ledger.learn(from: Array(text.utf8)[...], layout: .dump)
        let redactor = TextRedactor(ledger, marks: TextRedactorTests.marks)
        for end in 0...text.utf8.count {
            let copy = redactor.copy(of: Array(text.utf8.prefix(end))[...], at: 0, exchanges: [], layout: .dump)
            #expect(copy.replaced.isEmpty || !copy.bytes.isEmpty)
        }
    }

    @Test("the payload of an AWS message is replaced, and its lengths and checksums made anew")
    func awsMessage() {
        func sum(_ bytes: [UInt8]) -> [UInt8] {
            var sum = CRC32()
            sum.update(bytes[...])
            return sum.value.bigEndianBytes
        }
        func message(_ payload: String) -> [UInt8] {
            let header: [UInt8] = [1, UInt8(ascii: "a"), 7, 0, 1, UInt8(ascii: "b")]
            let lengths = UInt32(16 + header.count + payload.utf8.count).bigEndianBytes + UInt32(6).bigEndianBytes
            let body = lengths + sum(lengths) + header + Array(payload.utf8)
            return body + sum(body)
        }
        func stream(_ key: String) -> String {
            let bytes = message(#"{"text": "hi"}"#) + message(#"{"api_key": "\#(key)"}"#) + message("{}")
            return #"{"data": "\#(Base64.encode(bytes))"}"#
        }
        #expect(copy(stream(TextRedactorTests.key)) == stream(TextRedactorTests.mark(TextRedactorTests.key)))
    }

    @Test("the text of a PNG is replaced, and its checksum made anew")
    func image() {
        func chunk(_ type: String, _ data: String) -> [UInt8] {
            var sum = CRC32()
            sum.update(Array((type + data).utf8)[...])
            func word(_ number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { shift in UInt8(number >> shift & 0xFF) } }
            return word(UInt32(data.utf8.count)) + Array((type + data).utf8) + word(sum.value)
        }
        func image(_ key: String) -> String {
            let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            let png = signature + chunk("tEXt", "prompt\0use \(key) here") + chunk("IEND", "")
            return #"{"data": "\#(Base64.encode(png))"}"#
        }
        #expect(copy(image(TextRedactorTests.key)) == image(TextRedactorTests.mark(TextRedactorTests.key)))
    }

    @Test(
        "ordinary words stay",
        arguments: [
            #"{"error": {"code": "invalid_api_key"}, "executableCode": {"code": "print(1)"}, "token_type": "bearer"}"#,
            #"{"arguments": "{\"key\": \"ArrowDown\", \"state\": \"closed\"}", "max_tokens": 1024}"#,
            "password: string, api_key: process.env.API_KEY, Authorization: Bearer <token>",
            "commit 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567\nicon@2x.png git@github.com:a/b.git",
        ])
    func ordinaryWords(_ text: String) {
        #expect(copy(text) == text)
    }

    @Test("names are hidden and kept as asked")
    func names() {
        var options = RedactionOptions()
        options.hide(["x-tenant"])
        options.allow(["api_key"])
        let text = #"{"X-Tenant": "perth", "api-key": "walk-to-perth"}"#
        #expect(copy(text, options) == text.replacing(#""perth""#, with: #""\#(TextRedactorTests.mark("perth"))""#))
    }

    @Test("an address of a person goes, homes and networks when asked")
    func people() {
        var options = RedactionOptions()
        let text = "mail ann.lee@corp.example from /home/annlee at 10.1.2.3, not noreply@corp.example"
        let address = TextRedactorTests.mark("ann.lee@corp.example", .email)
        #expect(copy(text) == text.replacing("ann.lee@corp.example", with: address))
        options.hidesPersonalData = true
        let result = copy(text, options)
        #expect(result.contains("/home/REDACTED-home-") && !result.contains("10.1.2.3"))
    }

    @Test("of a token the claims can be kept")
    func claims() throws {
        func part(_ text: String) -> String { Base64.encode(Array(text.utf8)).replacing("=", with: "") }
        let header = part(#"{"alg":"HS256"}"#)
        let token = "\(header).\(part(#"{"sub":"ann","exp":1757475010}"#)).c2lnbmF0dXJlLW9mLWFubg"
        var options = RedactionOptions()
        #expect(copy("{\"text\": \"\(token)\"}") == "{\"text\": \"\(TextRedactorTests.mark(token, .token))\"}")
        options.keepsClaims = true
        let result = copy("{\"text\": \"\(token)\"}", options)
        let claims = #"{"sub":"\#(TextRedactorTests.mark("ann", .token))","exp":1757475010}"#
        #expect(result == "{\"text\": \"\(header).\(part(claims)).\(TextRedactorTests.mark(token, .token))\"}")
    }
}
