import ByteCoding
import Redaction
import Testing

/// Secrets in places where a search that saves time might miss them, and bytes that are no text.
@Suite struct HardPlaceTests {
    private static let marks = RedactedCopy.marks
    private static let key = RedactedCopy.key

    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    private func events(_ deltas: [String]) -> String {
        deltas.map { delta in #"data: {"id":"chatcmpl-1","delta":"\#(delta)"}"# + "\n\n" }.joined()
    }

    @Test("a secret is found however deep it lies, in strings of JSON in strings of JSON", arguments: [1, 2, 3])
    func deepDocuments(layers: Int) {
        var text = Self.key
        for _ in 0..<layers {
            let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            text = String(repeating: "[", count: 1_000) + "\"\(quoted)\"" + String(repeating: "]", count: 1_000)
        }
        let copy = copy(text)
        #expect(!copy.contains(Self.key))
        #expect(copy.contains(Self.marks.placeholder(of: Self.key, kind: .key)))
        // Names count at every level.
        let named =
            String(repeating: #"{"a":"#, count: 900) + #"{"password":"hunter2 perth"}"#
            + String(repeating: "}", count: 900)
        #expect(!self.copy(named).contains("hunter2 perth"))
    }

    @Test("the name of a variable below a word that announces a value stays")
    func variables() {
        let key = HardPlaceTests.key.dropFirst(3)
        let mark = HardPlaceTests.marks.placeholder(of: String(key), kind: .key)
        #expect(copy("This is my key\nUPSTREAM=\(key)\n") == "This is my key\nUPSTREAM=\(mark)\n")
        #expect(copy("My key is up_stream=\(key).") == "My key is up_stream=\(mark).")
    }

    @Test(
        "a value stays hidden that only looks like a variable, in a URL without a scheme, or far down",
        arguments: [
            #"{"api_key":"$TR0NGPASSW0RD99"}"#, #"{"api_key":"$ABCDEFGHXYZ"}"#,
            #"{"uri":"models/x?a=1&key=hunter2abc"}"#,
            String(repeating: #"{"a":"#, count: 200) + #"{"name":"api_key","value":"hunter2zzq"}"#
                + String(repeating: "}", count: 200),
        ])
    func keptHidden(_ text: String) {
        let copy = copy(text)
        #expect(!["$TR0NGPASSW0RD99", "$ABCDEFGHXYZ", "hunter2abc", "hunter2zzq"].contains(where: copy.contains))
    }

    @Test(
        "what says no secret stays as it is",
        arguments: [
            #"{"api_key":"$OPENAI_API_KEY"}"#, #"{"password":"$DB_PASSWORD"}"#,
        ])
    func keptShown(_ text: String) {
        #expect(copy(text) == text)
    }

    @Test("a secret of equal pieces is gone, and one behind many equal pieces is marked where it stands")
    func equalPieces() {
        let password = "passpassx9passpassx9"
        let stream = events(["passpassx9", "passpassx9"])
        let both = copy("data: {\"password\":\"\(password)\"}\n\n" + stream)
        #expect(!both.contains("passpassx9"))
        for count in 8...12 {
            let filler = Array(repeating: " nothing here", count: count)
            let copy = copy(events(filler + [" " + Self.key.prefix(11), String(Self.key.dropFirst(11))]))
            #expect(copy.contains(Self.marks.placeholder(of: Self.key, kind: .key)))
            #expect(copy.components(of: " nothing here") == count)
        }
        // The last of the equal pieces is the first of the secret.
        for count in 8...20 {
            let pieces = Array(repeating: " " + Self.key.prefix(14), count: count) + [String(Self.key.dropFirst(14))]
            let copy = copy(events(pieces))
            #expect(copy.components(of: String(Self.key.prefix(14))) == count - 1)
            #expect(!copy.contains(Self.key.dropFirst(14)))
        }
    }

    @Test("a key in a long run of letters, hyphens and slashes is found")
    func longRuns() {
        let filler = String(repeating: "word-", count: 4000)
        for border in ["-", "/"] {
            let text = #"{"text":"\#(filler)\#(border)AKIA"# + "ABCDEFGHIJKLMNOP" + #"\#(border)\#(filler)"}"#
            #expect(!copy(text).contains("ABCDEFGHIJKLMNOP"))
        }
    }

    @Test(
        "bytes that are no UTF-8 beside a secret are kept, and nothing else is taken",
        arguments: [
            ("see https://h.example/x?key=", "&a=\u{1}\u{1}b"),
            ("see https://h.example/\u{1}\u{1}\u{1}?key=", "&kept=1"),
        ])
    func brokenText(head: String, tail: String) {
        // The control stands for a byte of Latin-1.
        let broken = { (text: String) in Array(text.utf8).map { byte in byte == 1 ? 0xE9 : byte } }
        let value = "RhiDJkxLAN062J0IFWRn"
        let copy = RedactedCopy.of(broken(head + value + tail))
        #expect(copy.starts(with: broken(head)))
        #expect(copy.suffix(tail.utf8.count).elementsEqual(broken(tail)))
        #expect(!String(decoding: copy, as: UTF8.self).contains(value))
    }

    @Test("a thought and an answer are two texts, and so are items that arrive in turns; the parts of an event are one")
    func channels() {
        let (first, last) = (Self.key.prefix(15), Self.key.dropFirst(15))
        let mark = Self.marks.placeholder(of: Self.key, kind: .key)
        let parts = { (parts: String) in "data: {\"candidates\":[{\"content\":{\"parts\":[\(parts)]}}]}\n\n" }
        let thought = parts(#"{"text":"wants the key","thought":true}"#)
        let gemini = copy(thought + parts(#"{"text":"\#(first)"}"#) + parts(#"{"text":"\#(last) is it."}"#))
        #expect(gemini == thought + parts(#"{"text":"\#(mark)"}"#) + parts(#"{"text":" is it."}"#))
        let together = copy(thought + parts(#"{"text":"\#(first)"},{"text":"\#(last) is it."}"#))
        #expect(together == thought + parts(#"{"text":"\#(mark)"},{"text":" is it."}"#))
        let delta = { (item: Int, text: String) in
            #"data: {"type":"response.output_text.delta","item_id":"it_\#(item)","output_index":\#(item),"delta":"\#(text)"}"#
                + "\n\n"
        }
        let words = (0..<4).map { number in delta(number % 2, " word ") }.joined()
        let items = copy(words + delta(0, String(first)) + delta(1, "hello") + delta(0, String(last)) + words)
        #expect(items == words + delta(0, mark) + delta(1, "hello") + delta(0, "") + words)
    }

    @Test("a key is found beside bytes that no text has", arguments: ["\u{0}", "\u{1F}", "\u{7F}"])
    func controls(byte: String) {
        let mark = Self.marks.placeholder(of: Self.key, kind: .key)
        let text = "use \(Self.key) \(byte) here"
        #expect(copy(text) == "use \(mark) \(byte) here")
        let escaped = byte.unicodeScalars.map { scalar in
            "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        }
        let json = #"{"text":"use \#(Self.key) \#(escaped[0]) here"}"#
        #expect(copy(json) == json.replacing(Self.key, with: mark))
    }

    @Test("base64 on several lines stays a string of JSON, in another one too")
    func wrappedBase64() {
        let inner = Base64.encode(Array("the words before it, and more of them, then \(Self.key) and more words".utf8))
        let lines = "\(inner.prefix(60))\\n\(inner.dropFirst(60))"
        let copy = copy(#"{"text":"\#(lines)","inner":"{\"a\":\"\#(lines.replacing("\\", with: "\\\\"))\"}"}"#)
        #expect(!copy.contains("\n"))
        #expect(copy.ranges(of: "\\n").count == 2)
        #expect(copy.contains(#"\\n"#))
    }

    @Test("base64 in the environment of a program is hidden, with what it holds")
    func environment() {
        let inner = Base64.encode(Array(#"{"private_key_id":"Ab12Cd34Ef56Gh78Ij90","type":"service_account"}"#.utf8))
        let copy = copy(#"{"env":{"GOOGLE_B64":"\#(inner)"}}"#)
        #expect(!copy.contains(inner.prefix(20)))
        #expect(copy.hasPrefix(#"{"env":{"GOOGLE_B64":""#))
    }

    @Test("a key that lines of JSON cut is gone, whatever stands before them")
    func piecesInLines() {
        let lines = [" " + Self.key.prefix(11), String(Self.key.dropFirst(11))].map { delta in
            #"{"response":"\#(delta)","done":false}"# + "\n"
        }
        for head in ["", "HTTP/1.1 200 OK\nContent-Type: application/x-ndjson\n\n"] {
            let copy = copy(head + lines.joined())
            #expect(copy.contains(Self.marks.placeholder(of: Self.key, kind: .key)))
            #expect(!copy.contains(Self.key.dropFirst(11)))
        }
    }

    @Test("the password of a URL that deltas cut is gone, and its host is no address")
    func passwordInPieces() {
        let copy = copy(events(["see https://joe:hunt", "er2pass@db.example/x and"]))
        #expect(!copy.contains("hunt") && !copy.contains("er2pass"))
        #expect(copy.contains("@db.example/x and"))
    }

    @Test(
        "a password made of words and numbers is found where a word announces it",
        arguments: ["tiger47maple96", "north95-maple25-blue79!", "Tr0ub4dorWalk", "hunter2-Correct-Horse!"])
    func passphrases(_ password: String) {
        #expect(!copy("Why? I use \(password) in the script.").contains(password))
    }

    @Test("a variable's value that begins with a full stop is a file's name, unless it looks random")
    func fullStops() {
        let value = ".wc2fcHcaTlC3xzVQkb374PeeqEg20Nd46omwBsJ5t9"
        #expect(!copy("UPSTREAM=\(value)").contains(value))
        #expect(copy("UPSTREAM=.config2/relay1.json") == "UPSTREAM=.config2/relay1.json")
        #expect(copy("UPSTREAM=.npmrc2024") == "UPSTREAM=.npmrc2024")
    }

    @Test(
        "names and versions are no passwords",
        arguments: [
            "claude-3-5-sonnet-20241022", "gpt-4o-mini-2024-07-18", "Llama-3.1-8B-Instruct", "JavaScript2024!",
            "python3.11-slim-bookworm", "550e8400-e29b-41d4-a716-446655440000",
        ])
    func versions(_ name: String) {
        let text = "Why? I use \(name) in the script."
        #expect(copy(text) == text)
    }

    @Test(
        "identifiers of code are no passwords, whatever terms they are made of",
        arguments: [
            "decodeBase64Utf8String", "sha256OfUtf8String", "toBase64FromInt32Array", "float32ToInt16Array",
            "HMACSHA256WithUTF8Key", "i18nBase64Utf8Text", "base64UrlToUtf8String()", "decodeBase64EncodedUtf8String",
            "verifyEd25519WithSha512", "useSecp256k1ForUtf8Keys", "chaCha20Poly1305Seal",
        ])
    func identifiers(_ name: String) {
        for text in ["You can use \(name) here.", "The function is `\(name)`."] { #expect(copy(text) == text) }
    }

    @Test(
        "a password with a term of the trade in it is still one",
        arguments: ["Tr0ub4dorUtf8Walk", "walk47Base64perth96x", "aK3xUtf8Qm7Zp2Rt9LwB4c"])
    func passwordsWithTerms(_ password: String) {
        #expect(!copy("Why? I use \(password) in the script.").contains(password))
    }

    @Test("a mark that stands in the name of a header makes no secret of its value")
    func markInName() {
        let mark = Self.marks.placeholder(of: Self.key, kind: .key)
        #expect(SecretPlaces.kind(ofHeader: "user-agent?key=\(mark)") == nil)
        #expect(SecretPlaces.kind(ofHeader: "x-relay-key") == .key)
    }

    @Test("a key that numbers spell beside the answer is counted where it stands")
    func spelledByNumbers() {
        func token(_ text: Substring) -> String {
            let bytes = text.utf8.map(String.init).joined(separator: ",")
            return #"{"token":"\#(text)","bytes":[\#(bytes)]}"#
        }
        let (first, last) = (Self.key.prefix(15), Self.key.dropFirst(15))
        let text = #"{"api_key":"\#(Self.key)","logprobs":{"content":[\#(token(first)),\#(token(last))]}}"#
        var ledger = SecretLedger()
        ledger.learn(from: Array(text.utf8)[...])
        let redactor = TextRedactor(ledger, marks: Self.marks)
        let copy = redactor.copy(of: Array(text.utf8)[...], at: 0, exchanges: [])
        let spelled = Self.marks.placeholder(of: Self.key, kind: .key).utf8.map(String.init).joined(separator: ",")
        #expect(String(decoding: copy.bytes, as: UTF8.self).contains(#""bytes":[\#(spelled)]"#))
        // The member, the tokens, and the numbers beside them.
        #expect(copy.replaced.count == 3)
        #expect(copy.replaced.allSatisfy { replaced in replaced.offset != nil })
    }

    @Test(
        "a key that deltas cut is gone in a stream behind the words of a log, and in a second fence",
        arguments: [
            (["2026-11-28T04:00:00Z INFO relay data: "], "\n"),
            (["# Notes\n\n```json\n{\"a\": 1}\n```\n\nand\n\n```\ndata: ", "data: "], "\n\n"),
            (["```json\n{\"a\": 1}\n```\n\nand then\n\n```\ndata: ", "data: "], "\n\n"),
            (["```\ndata: {\"x\": \"y\"}\n\ndata: {\"x\": \"z\"}\n\n```\n\n```text\n", ""], "\n"),
            (["[info] chunk="], "\n"), (["> data: "], "\n> \n"),
        ])
    func piecesBehindWords(heads: [String], ending: String) {
        let last = String(Self.key.dropFirst(11))
        let deltas = ["Use", " " + Self.key.prefix(11), last, " then."]
        let head = heads.last ?? ""
        let lines = deltas.enumerated().map { index, delta in
            let document = #"{"choices":[{"index":0,"delta":{"content":"\#(delta)"}}]}"#
            return (index == 0 ? heads[0] : head) + document + ending
        }
        let text = lines.joined()
        let copy = copy(text)
        #expect(!copy.contains(last))
        #expect(copy.contains(Self.marks.placeholder(of: Self.key, kind: .key)))
    }

    @Test(
        "of a command's variable the value is a key",
        arguments: ["--variable ", "export ", "docker run -e ", "docker build --build-arg "])
    func variables(_ declaration: String) {
        #expect(!copy("\(declaration)UPSTREAM=\(Self.key) x").contains(Self.key))
    }
}

extension String {
    /// How often another text stands in this one.
    fileprivate func components(of other: String) -> Int { ranges(of: other).count }
}
