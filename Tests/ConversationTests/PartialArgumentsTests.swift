import Conversation
import JSONReading
import Testing

@Suite struct PartialArgumentsTests {
    private func value(_ text: String) throws -> JSONValue {
        try #require(JSONDocument(parsing: Array(text.utf8)).root)
    }

    /// What pieces come to, each as its members without their braces.
    private func assembled(_ pieces: [String], startingWith whole: String? = nil) throws -> (
        text: String, isBroken: Bool
    ) {
        var arguments = PartialArguments(startingWith: try whole.map(value))
        for piece in pieces { arguments.put(try value("{\(piece)}")) }
        let result = arguments.assembled()
        #expect(result.value.map { value in String(decoding: value.rawBytes, as: UTF8.self) } == result.text)
        return (result.text, result.isBroken)
    }

    @Test(
        "a piece is put where its path says",
        arguments: [
            ("$.a", #"{"a":1}"#), ("$.a.b", #"{"a":{"b":1}}"#), ("$.a[0]", #"{"a":[1]}"#),
            ("$.a[0][1].b", #"{"a":[[null,{"b":1}]]}"#), ("$['odd name']", #"{"odd name":1}"#),
            (#"$[\"a\"].b"#, #"{"a":{"b":1}}"#), ("$['a]b']", #"{"a]b":1}"#), ("$['']", #"{"":1}"#),
            ("$['a.b'].c", #"{"a.b":{"c":1}}"#), (#"$['it\\'s']"#, #"{"it's":1}"#), (#"$['\\\\']"#, #"{"\\":1}"#),
            ("$.é", #"{"é":1}"#),
        ])
    func paths(_ path: String, _ text: String) throws {
        let result = try assembled([#""jsonPath":"\#(path)","numberValue":1"#])
        #expect(result.text == text)
        #expect(!result.isBroken)
    }

    @Test(
        "what is no path is refused",
        arguments: [
            "", "a", "$a", "$.", "$..a", "$.a.", "$[", "$[]", "$[a]", "$[-1]", "$[+1]", "$['a'", "$['a", "$['a'b]",
            "$['a\"]", "$[*]", "$[0:1]", "$[99999999999999999999]", #"$['\\n']"#, #"$['\\"#,
            "$" + String(repeating: ".a", count: 65),
        ])
    func brokenPaths(_ path: String) throws {
        let result = try assembled([#""jsonPath":"\#(path)","numberValue":1"#, #""jsonPath":"$.b","numberValue":2"#])
        #expect(result.text == #"{"b":2}"#)
        #expect(result.isBroken)
    }

    @Test(
        "every kind of value is set, in both spellings",
        arguments: [
            (#""jsonPath":"$.a","stringValue":"x\n""#, #"{"a":"x\n"}"#),
            (#""json_path":"$.a","string_value":"x""#, #"{"a":"x"}"#),
            (#""jsonPath":"$.a","numberValue":1.50"#, #"{"a":1.50}"#),
            (#""json_path":"$.a","number_value":-0"#, #"{"a":-0}"#),
            (#""jsonPath":"$.a","boolValue":false"#, #"{"a":false}"#),
            (#""json_path":"$.a","bool_value":true"#, #"{"a":true}"#),
            (#""jsonPath":"$.a","nullValue":null"#, #"{"a":null}"#),
            (#""json_path":"$.a","null_value":"NULL_VALUE""#, #"{"a":null}"#),
            (#""jsonPath":"$.a","willContinue":true"#, #"{"a":""}"#),
        ])
    func kinds(_ piece: String, _ text: String) throws {
        let result = try assembled([piece])
        #expect(result.text == text)
        #expect(!result.isBroken)
    }

    @Test("a string grows at its path, a pair of surrogates over two pieces included")
    func growth() throws {
        let pieces = ["so", #"u\ud83c"#, #"\udf72p"#].map { text in #""jsonPath":"$.dish","stringValue":"\#(text)""# }
        let between = #""jsonPath":"$.n","numberValue":1"#
        #expect(try assembled([pieces[0], between, pieces[1], pieces[2]]).text == #"{"dish":"sou🍲p","n":1}"#)
        let reset = #""jsonPath":"$.dish","nullValue":null"#
        #expect(try assembled([pieces[0], reset, pieces[0]]).text == #"{"dish":"so"}"#)
    }

    @Test("what came whole is kept verbatim, and only added to beside it")
    func startingWhole() throws {
        let whole = #"{"a":{"b":1},"c":[1.0],"c":2}"#
        let beside = #""jsonPath":"$.d","numberValue":3"#
        #expect(try assembled([beside], startingWith: whole).text == #"{"a":{"b":1},"c":[1.0],"c":2,"d":3}"#)
        let inside = #""jsonPath":"$.a.b","numberValue":3"#
        #expect(try assembled([inside], startingWith: whole).text == whole)
        #expect(try assembled([inside], startingWith: whole).isBroken)
        let over = #""jsonPath":"$.a","numberValue":3"#
        #expect(try assembled([over], startingWith: whole).text == #"{"a":3,"c":[1.0],"c":2}"#)
        #expect(try assembled([], startingWith: "[1]").text == "{}")
    }

    @Test(
        "a piece that contradicts what is there changes nothing",
        arguments: [
            #""jsonPath":"$.a[0]","numberValue":2"#, #""jsonPath":"$.a","stringValue":"x""#,
            #""jsonPath":"$.a.b.c","numberValue":2"#, #""jsonPath":"$","nullValue":null"#, #""jsonPath":"$.a.b""#,
            #""numberValue":2"#,
        ])
    func contradictions(_ piece: String) throws {
        let result = try assembled([#""jsonPath":"$.a.b","numberValue":1"#, piece])
        #expect(result.text == #"{"a":{"b":1}}"#)
        #expect(result.isBroken)
    }

    @Test("elements that no piece speaks of are made up only as far as a call may have them")
    func gaps() throws {
        let near = try assembled([#""jsonPath":"$.a[2]","numberValue":1"#])
        #expect(near.text == #"{"a":[null,null,1]}"#)
        #expect(!near.isBroken)
        let steps = String(repeating: "[60]", count: 60)
        let far = try assembled([#""jsonPath":"$.a\#(steps)","numberValue":1"#, #""jsonPath":"$.b","numberValue":2"#])
        #expect(far.isBroken)
        #expect(far.text.utf8.count < 10_000)
        #expect(far.text.hasSuffix(#","b":2}"#))
    }

    @Test("names are told apart by their bytes")
    func canonicalEquivalents() throws {
        let pieces = ["\u{E9}", "e\u{301}"].map { name in #""jsonPath":"$.\#(name)","numberValue":1"# }
        #expect(try assembled(pieces).text.utf8.elementsEqual("{\"\u{E9}\":1,\"e\u{301}\":1}".utf8))
    }

    @Test("many paths, and a text of many pieces, take no more than their length")
    func many() throws {
        let paths = (0..<20_000).map { number in #""jsonPath":"$.a\#(number)","numberValue":1"# }
        #expect(try assembled(paths).text.utf8.count > 20_000 * 6)
        let text = #""jsonPath":"$.a","stringValue":"0123456789""#
        #expect(try assembled(Array(repeating: text, count: 50_000)).text.utf8.count == 500_008)
    }

    @Test("every prefix of a stream of pieces gives arguments that the whole goes on from")
    func everyPrefix() throws {
        let pieces = [
            #"{"jsonPath":"$.dish","stringValue":"so","willContinue":true}"#,
            #"{"jsonPath":"$.dish","stringValue":"up"}"#,
            #"{"jsonPath":"$.steps[0].text","stringValue":"boil"}"#, #"{"jsonPath":"$.steps[1]","boolValue":true}"#,
        ]
        let stages = [
            "{}", #"{"dish":"so"}"#, #"{"dish":"soup"}"#, #"{"dish":"soup","steps":[{"text":"boil"}]}"#,
            #"{"dish":"soup","steps":[{"text":"boil"},true]}"#,
        ]
        let open = #"{"functionCall":{"name":"cook","willContinue":true}}"#
        let calls =
            [open] + pieces.map { piece in #"{"functionCall":{"partialArgs":[\#(piece)],"willContinue":true}}"# }
            + [#"{"functionCall":{}}"#]
        let stream = Array(ConversationFixture.events(calls.map { call in ConversationFixture.chunk(call) }).utf8)
        var stage = 0
        for length in stream.indices {
            let cut = String(decoding: stream[..<length], as: UTF8.self)
            guard let answer = try ConversationFixture.gemini(response: cut).answer,
                let sketch = answer.messages.first?.sketch
            else { continue }
            #expect(!answer.warnings.contains { warning in warning.kind == .brokenArguments })
            if stage + 1 < stages.count, sketch == ["call:cook" + stages[stage + 1]] { stage += 1 }
            #expect(sketch == ["call:cook" + stages[stage]])
        }
        #expect(stage == stages.count - 1)
    }
}
