import JSONReading
import Testing

@testable import Redaction

@Suite struct EventPatternTests {
    /// The pattern that an event makes, whose strings are in threads of their own.
    private func pattern(of event: String, threads: Int) -> EventPattern? {
        let data = Array(event.utf8)
        return JSONDocument(parsing: data).root.flatMap { root in
            EventPattern(of: root, threads: Array(0..<threads), RedactionOptions())
        }
    }

    /// The strings of an event that fits, those that the pattern has too between brackets; nil for one that does not.
    private func texts(of event: String, in pattern: EventPattern?) -> [String]? {
        var texts: [EventPattern.Text] = []
        let data = Array(event.utf8)
        var pieces: [JSONPattern.Piece] = []
        guard let pattern, pattern.fits(data, &texts, &pieces) else { return nil }
        return texts.map { text in
            let word = String(decoding: text.content.bytes, as: UTF8.self)
            #expect(data[..<text.start].last == UInt8(ascii: "\""))
            return text.isSame ? "\(text.thread)[\(word)]" : "\(text.thread):\(word)"
        }
    }

    @Test("an event that differs in strings and numbers fits, and its strings are told")
    func fits() {
        let pattern = pattern(of: #"{"id":"a1","n":1,"delta":{"text":"Hi"},"end":null}"#, threads: 2)
        #expect(texts(of: #"{"id":"a1","n":1,"delta":{"text":"Hi"},"end":null}"#, in: pattern) == ["0[a1]", "1[Hi]"])
        #expect(
            texts(of: #"{"id":"a1","n":-2.5e3,"delta":{"text":" there, é"},"end":null}"#, in: pattern)
                == ["0[a1]", "1: there, é"])
        #expect(texts(of: #"{"id":"b","n":1,"delta":{"text":""},"end":null}"#, in: pattern) == ["0:b"])
        #expect(
            texts(of: #"{"id":"a\"","n":1,"delta":{"text":"\n\u00e9\\"},"end":null}"#, in: pattern)
                == ["0:a\"", "1:\n\u{E9}\\"])
    }

    @Test(
        "an event fits none that has other names, more or less than the pattern, or a string that needs a closer look",
        arguments: [
            #"{"id":"a1","n":1,"delta":{"text":"Hi"},"end":"stop"}"#,
            #"{"id":"a1","n":1,"delta":{"text":"Hi"},"end":null} "#,
            #"{"id":"a1","n":1,"delta":{"text":"Hi"},"end":nul"#,
            #"{"id":"a1","n":1,"delta":{"key":"Hi"},"end":null}"#,
            #"{"id":"a1","n":1,"delta":{"text":"a\qb"},"end":null}"#,
            #"{"id":"a1","n":1,"delta":{"text":"\ud83d"},"end":null}"#,
            "{\"id\":\"a1\",\"n\":1,\"delta\":{\"text\":\"a\u{1}\"},\"end\":null}",
            #"{"id":"a1","n":1,"delta":{"text":"{"},"end":null}"#,
            #"{"id":"a1","n":1,"delta":{"text":"\u007b"},"end":null}"#,
            #"{"id":"a1","n":1,"delta":{"text":"\u0061\u0062\u0063\u0064\u0065\u0066\u0067\u0068"},"end":null}"#,
            #"{"id":"a1","n":1,"delta":{"text":"Hi"#, #"{"id":"a1","n":"1","delta":{"text":"Hi"},"end":null}"#, "",
        ])
    func others(event: String) {
        #expect(
            texts(of: event, in: pattern(of: #"{"id":"a1","n":1,"delta":{"text":"Hi"},"end":null}"#, threads: 2)) == nil
        )
    }

    @Test("the number of a block is part of the pattern: it tells which text a string belongs to")
    func blocks() {
        let pattern = pattern(of: #"{"index":0,"text":"a"}"#, threads: 1)
        #expect(texts(of: #"{"index":0,"text":"b"}"#, in: pattern) == ["0:b"])
        #expect(texts(of: #"{"index":1,"text":"b"}"#, in: pattern) == nil)
    }

    @Test(
        "no event is a pattern whose values mean something by their names, by what is beside them, or by more events in it",
        arguments: [
            #"{"api_key":"none"}"#, #"{"env":{"A":"b"}}"#, #"{"headers":{"a":"b"}}"#, #"{"name":"x","value":"y"}"#,
            #"{"text":"{\"a\":1}"}"#, #"{"parts":[{"text":"a"},{"text":"b"}]}"#,
        ])
    func none(event: String) {
        #expect((0...3).allSatisfy { threads in pattern(of: event, threads: threads) == nil })
    }

    @Test("what stands in an event behind many alike is found, whole and in pieces")
    func secrets() {
        let key = "sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12"
        let quiet = (0..<20).map { number in " word\(number) " }
        for pieces in [[key], [String(key.prefix(9)), String(key.dropFirst(9))], key.map { letter in String(letter) }] {
            let stream = (quiet + pieces + quiet).map { text in #"data: {"id":"c1","delta":"\#(text)"}"# + "\n\n" }
            var ledger = SecretLedger()
            ledger.learn(from: Array(stream.joined().utf8)[...])
            #expect(ledger.mark(of: key) != nil, "\(pieces.count) pieces")
        }
    }

    @Test("what is found in an event that fits is replaced between the escapes around it")
    func escapes() {
        let key = RedactedCopy.key
        let mark = RedactedCopy.marks.placeholder(of: key, kind: .key)
        let quiet = (0..<9).map { number in #" word\n\"\#(number)\" "# }
        let texts = [#"say \u00e9 \"\#(key)\"\n"#, #"x \"\#(key.prefix(9))"#, #"\#(key.dropFirst(9))\" y"#]
        let marked = [#"say \u00e9 \"\#(mark)\"\n"#, #"x \"\#(mark)"#, #"\" y"#]
        func stream(_ texts: [String]) -> String {
            (quiet + texts + quiet).map { text in #"data: {"id":"c1","delta":"\#(text)"}"# + "\n\n" }.joined()
        }
        let copy = RedactedCopy.of(Array(stream(texts).utf8))
        #expect(String(decoding: copy, as: UTF8.self) == stream(marked))
    }

    @Test("a value that pieces of a call's arguments have between escaped quotes is replaced, cut anywhere")
    func arguments() {
        let value = "q7Xw93LmZp4T"
        let mark = RedactedCopy.marks.placeholder(of: value, kind: .key)
        let head = #"{\"cmd\": \"say api_key: \\\""#
        let tail = #"\\\" ok\"}"#
        func stream(_ texts: [String]) -> String {
            texts.map { text in
                #"data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\#(text)"}}]}}]}"#
                    + "\n\n"
            }.joined()
        }
        for cut in 1..<value.utf8.count {
            let texts = [head + String(value.prefix(cut)), String(value.dropFirst(cut)) + tail]
            let copy = String(decoding: RedactedCopy.of(Array(stream(texts).utf8)), as: UTF8.self)
            #expect(copy == stream([head + mark, tail]), "cut at \(cut)")
        }
    }
}
