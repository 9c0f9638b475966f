import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Gemini answers")
struct GeminiAnswerTests {
    private typealias Fixture = ConversationFixture

    @Test("texts that follow each other are one part, and parts share the chunk of the finish reason")
    func textsJoin() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"text":"Here"}"#), Fixture.chunk(#"{"text":" is"},{"text":" it"}"#, finish: "STOP"),
        ])
        #expect(answer.messages.map(\.sketch) == [["text:Here is it"]])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: "STOP", unified: .stop))
        #expect(answer.isComplete)
        #expect(answer.eventCount == 2)
        #expect(answer.warnings.isEmpty)
    }

    @Test("thoughts are reasoning, and a text between two of another kind joins neither")
    func thoughtsAreApart() throws {
        let answer = try Fixture.answer(to: [
            Fixture.chunk(#"{"text":"think","thought":true},{"text":"ing","thought":true}"#),
            Fixture.chunk(#"{"text":"said"}"#), Fixture.chunk(#"{"text":"more","thought":true}"#, finish: "STOP"),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:thinking", "text:said", "reasoning:more"]])
    }

    @Test("an empty text that carries a signature signs the text before it, and is a part where there is none")
    func signaturesStayWithTheirPart() throws {
        let signed = try Fixture.answer(to: [
            Fixture.chunk(#"{"text":"a"}"#), Fixture.chunk(#"{"text":"","thoughtSignature":"c2ln"}"#),
        ])
        #expect(signed.messages.first?.parts.map(\.signature) == ["c2ln"])
        #expect(signed.messages.map(\.sketch) == [["text:a"]])
        let alone = try Fixture.answer(to: [Fixture.chunk(#"{"text":"","thoughtSignature":"c2ln"}"#)])
        #expect(alone.messages.map(\.sketch) == [["text:"]])
        let two = try Fixture.answer(to: [
            Fixture.chunk(#"{"text":"a","thoughtSignature":"b25l"}"#),
            Fixture.chunk(#"{"text":"b","thoughtSignature":"dHdv"}"#),
        ])
        #expect(two.messages.first?.parts.map(\.signature) == ["b25l", "dHdv"])
    }

    @Test("every kind of part is kept, in order, in both spellings")
    func everyKindOfPart() throws {
        let parts = [
            #"{"functionCall":{"name":"get","args":{"city":"Oslo"},"id":"7"},"thoughtSignature":"c2ln"}"#,
            #"{"function_call":{"name":"none"}}"#,
            #"{"functionResponse":{"name":"get","response":{"t":3}}}"#,
            #"{"executableCode":{"language":"PYTHON","code":"1+1"}}"#,
            #"{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"2"}}"#,
            #"{"inlineData":{"mimeType":"image/png","data":"QUJD"}}"#,
            #"{"inline_data":{"mime_type":"image/jpeg","data":"QUJDRA=="}}"#,
            #"{"fileData":{"fileUri":"gs://a/b.pdf","mimeType":"application/pdf"}}"#,
            #"{"toolCall":{"toolType":"GOOGLE_SEARCH_WEB","args":{}}}"#,
            #"{"toolResponse":{"toolType":"GOOGLE_SEARCH_WEB"}}"#,
            #"{"brandNew":{"x":1}}"#, "{}",
        ]
        let answer = try Fixture.answer(to: [Fixture.chunk(parts.joined(separator: ","), finish: "STOP")])
        #expect(
            answer.messages.first?.sketch == [
                #"call:get{"city":"Oslo"}"#, "call:none{}", "response:get", "other:executableCode",
                "other:codeExecutionResult",
                "blob:image/png 3", "blob:image/jpeg 4", #"file:uri("gs://a/b.pdf")"#, "server:GOOGLE_SEARCH_WEB",
                "served:GOOGLE_SEARCH_WEB", "other:brandNew", "other:empty",
            ])
        #expect(answer.messages.first?.parts.first?.signature == "c2ln")
    }

    @Test("arguments that arrive in pieces are put together, with or without the closing call")
    func partialArguments() throws {
        let open = #"{"functionCall":{"name":"cook","willContinue":true}}"#
        let pieces = [
            #"{"jsonPath":"$.dish","stringValue":"so","willContinue":true}"#,
            #"{"jsonPath":"$.dish","stringValue":"up"}"#,
            #"{"jsonPath":"$.steps[0].text","stringValue":"boil"}"#,
            #"{"jsonPath":"$.steps[1].minutes","numberValue":1.50}"#,
            #"{"jsonPath":"$['odd name']","boolValue":true}"#, #"{"jsonPath":"$.none","nullValue":null}"#,
        ]
        let chunks = pieces.map { piece in
            Fixture.chunk(#"{"functionCall":{"partialArgs":[\#(piece)],"willContinue":true}}"#)
        }
        let whole = #"call:cook{"dish":"soup","steps":[{"text":"boil"},{"minutes":1.50}],"odd name":true,"none":null}"#
        let closed = try Fixture.answer(
            to: [Fixture.chunk(open)] + chunks + [Fixture.chunk(#"{"functionCall":{}}"#, finish: "STOP")])
        #expect(closed.messages.map(\.sketch) == [[whole]])
        let cut = try Fixture.answer(to: [Fixture.chunk(open)] + chunks)
        #expect(cut.messages.map(\.sketch) == [[whole]])
        #expect(cut.warnings.map(\.kind) == [.noTerminator])
    }

    @Test(
        "pieces of arguments that fit nowhere are told, and allocate nothing",
        arguments: [
            #"{"jsonPath":"$.a[999999999]","numberValue":1}"#, #"{"jsonPath":"a","numberValue":1}"#,
            #"{"numberValue":1}"#,
        ])
    func brokenArguments(_ piece: String) throws {
        let call = #"{"functionCall":{"name":"f","partialArgs":[\#(piece)],"willContinue":false}}"#
        let answer = try Fixture.answer(to: [Fixture.chunk(call, finish: "STOP")])
        #expect(answer.warnings.map(\.kind) == [.brokenArguments])
    }

    @Test("a call that begins before the last one was closed takes nothing from it")
    func overtakingCalls() throws {
        let first =
            #"{"functionCall":{"name":"f","partialArgs":[{"jsonPath":"$.a","numberValue":1}],"willContinue":true}}"#
        let bad = #"{"functionCall":{"name":"g","partialArgs":[{"jsonPath":"a","numberValue":1}],"willContinue":true}}"#
        let whole = #"{"functionCall":{"name":"h","args":{"b":2}}}"#
        let answer = try Fixture.answer(to: [
            Fixture.chunk(first), Fixture.chunk(whole), Fixture.chunk(first), Fixture.chunk(bad),
            Fixture.chunk(first, finish: "STOP"),
        ])
        #expect(
            answer.messages.map(\.sketch) == [
                ["call:f{\"a\":1}", "call:h{\"b\":2}", "call:f{\"a\":1}", "call:g{}", "call:f{\"a\":1}"]
            ])
        #expect(answer.warnings.map(\.kind) == [.brokenArguments])
    }

    @Test("candidates stay apart, an absent index is 0, and they are sorted")
    func candidates() throws {
        let answer = try Fixture.answer(to: [
            #"{"candidates":[{"index":1,"content":{"parts":[{"text":"b"}]}}]}"#,
            #"{"candidates":[{"content":{"parts":[{"text":"a"}]}},{"index":1,"content":{"parts":[{"text":"B"}]},"finishReason":"STOP"}]}"#,
        ])
        #expect(answer.messages.map(\.index) == [0, 1])
        #expect(answer.messages.map(\.text) == ["a", "bB"])
        #expect(answer.messages.map(\.role) == ["model", "model"])
    }

    @Test("usage is the last snapshot and never a sum; identity is the last word; the first prompt feedback counts")
    func snapshots() throws {
        let answer = try Fixture.answer(to: [
            #"{"usageMetadata":{"promptTokenCount":5},"responseId":"one","modelVersion":"m","createTime":"t1"}"#,
            #"{"usageMetadata":{"promptTokenCount":5,"candidatesTokenCount":2,"thoughtsTokenCount":3,"totalTokenCount":10},"createTime":"t2"}"#,
        ])
        #expect(answer.tokens?.input == 5)
        #expect(answer.tokens?.output == 5)
        #expect(answer.tokens?.reasoning == 3)
        #expect(answer.tokens?.sums.map(\.agrees) == [true])
        #expect(answer.detail("createTime") == "t2")
        #expect(answer.id == "one")
        #expect(answer.model == "m")
    }

    @Test("a second response id is told")
    func identityChange() throws {
        let answer = try Fixture.answer(to: [
            #"{"responseId":"one"}"#, #"{"responseId":"two"}"#, #"{"responseId":"three"}"#,
        ])
        #expect(answer.warnings.map(\.kind) == [.identityChanged, .noTerminator])
    }

    @Test("sums that do not add up are seen")
    func sums() throws {
        let answer = try Fixture.answer(to: [
            """
            {"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":4,"totalTokenCount":15,\
            "promptTokensDetails":[{"modality":"TEXT","tokenCount":4},{"modality":"IMAGE","tokenCount":6}]}}
            """
        ])
        #expect(answer.tokens?.sums.filter { sum in !sum.agrees }.map(\.name) == ["totalTokenCount"])
        #expect(answer.tokens?.inputByModality.map(\.modality) == ["TEXT", "IMAGE"])
        let image = #"{"modality":"IMAGE","tokenCount":1290}"#
        let partly = try Fixture.answer(to: [
            #"{"usageMetadata":{"candidatesTokenCount":1304,"candidatesTokensDetails":[\#(image)]}}"#
        ])
        #expect(partly.tokens?.sums.map(\.agrees) == [true])
        let beyond = try Fixture.answer(to: [
            #"{"usageMetadata":{"candidatesTokenCount":1304,"candidatesTokensDetails":[\#(image),\#(image)]}}"#
        ])
        #expect(beyond.tokens?.sums.map(\.agrees) == [false])
    }

    @Test("a blocked prompt is complete, has no message and is no error")
    func blockedPrompt() throws {
        let answer = try Fixture.answer(to: [#"{"promptFeedback":{"blockReason":"SAFETY"}}"#])
        #expect(answer.messages.isEmpty)
        #expect(answer.isComplete)
        #expect(answer.error == nil)
        #expect(answer.promptFeedback?["blockReason"]?.string == "SAFETY")
    }

    @Test("any chunk may block the prompt; the first account of it is kept")
    func lateBlock() throws {
        let answer = try Fixture.answer(to: [
            #"{"promptFeedback":{"safetyRatings":[]}}"#,
            #"{"prompt_feedback":{"block_reason":"SAFETY","block_reason_message":"No."}}"#,
            #"{"promptFeedback":{"blockReason":"OTHER","blockReasonMessage":"Never."}}"#,
        ])
        #expect(answer.isComplete)
        #expect(answer.blockReason == "SAFETY")
        #expect(answer.blockReasonMessage == "No.")
        #expect(answer.promptFeedback?["safetyRatings"] != nil)
        let first = try #require(answer.promptFeedbackPlace?.byte)
        let second = try #require(answer.blockReasonPlace?.byte)
        #expect(first < second)
        #expect(try Fixture.answer(to: [#"{"promptFeedback":{"blockReason":3}}"#]).blockReason == "BLOCKLIST")
        #expect(try Fixture.answer(to: [#"{"promptFeedback":{"blockReason":9}}"#]).blockReason == "9")
        #expect(try Fixture.answer(to: [#"{"promptFeedback":{"blockReason":null}}"#]).blockReason == nil)
    }

    @Test("an error in the middle keeps what came before, as an event, as raw JSON, or as the whole body")
    func errors() throws {
        let error = #"{"error":{"code":503,"message":"overloaded","status":"UNAVAILABLE"}}"#
        let said = Fixture.chunk(#"{"text":"Once"}"#)
        let event = try Fixture.answer(to: [said, error])
        #expect(event.messages.map(\.text) == ["Once"])
        #expect(event.error?["status"]?.string == "UNAVAILABLE")
        #expect(!event.isComplete)
        let raw = try #require(
            try Fixture.gemini(response: Fixture.events([said]) + "{\n  \"error\": {\n    \"code\": 500\n  }\n}\n")
                .answer)
        #expect(raw.messages.map(\.text) == ["Once"])
        #expect(raw.error?["code"]?.int == 500)
        #expect(raw.warnings.map(\.kind) == [.rawJSON])
        let body = try #require(try Fixture.gemini(response: error, status: 503).answer)
        #expect(body.messages.isEmpty)
        #expect(body.error?["code"]?.int == 503)
    }

    @Test("an error takes nothing from the chunk that it came with, and is seen in a wrapper too")
    func errorsBesideAnswers() throws {
        let said = #""candidates":[{"content":{"parts":[{"text":"world"}]},"finishReason":"STOP"}]"#
        let usage = #""usageMetadata":{"promptTokenCount":5}"#
        let beside = try Fixture.answer(to: ["{\(said),\(usage),\"error\":{\"code\":500},\"createTime\":\"t\"}"])
        #expect(beside.messages.map(\.text) == ["world"])
        #expect(beside.messages.first?.finishReason?.raw == "STOP")
        #expect(beside.tokens?.input == 5)
        #expect(beside.error?["code"]?.int == 500)
        #expect(beside.errorPlace != nil)
        #expect(beside.detail("createTime") == "t")
        let wrapped = try Fixture.answer(to: [#"{"response":{"error":{"code":429},\#(usage)},"traceId":"x"}"#])
        #expect(wrapped.error?["code"]?.int == 429)
        #expect(wrapped.tokens?.input == 5)
        #expect(wrapped.detail("traceId") == "x")
        let around = try Fixture.answer(to: [#"{"response":{\#(said)},"error":{"code":503}}"#])
        #expect(around.error?["code"]?.int == 503)
        #expect(around.messages.map(\.text) == ["world"])
    }

    @Test(
        "an error is an object or words; the first counts, and what is none is a detail",
        arguments: [
            (#"{"code":1}"#, true), ("{}", true), (#""overloaded""#, true), (#""""#, false), ("false", false),
            ("0", false), ("[]", false), ("null", false),
        ])
    func whatAnErrorIs(_ value: String, _ isError: Bool) throws {
        let said = #""candidates":[{"content":{"parts":[{"text":"world"}]},"finishReason":"STOP"}]"#
        let answer = try Fixture.answer(to: [#"{"error":\#(value),\#(said)}"#, #"{"error":{"code":2}}"#])
        #expect(answer.messages.map(\.text) == ["world"])
        #expect((answer.error?["code"]?.int == 2) == !isError)
        #expect(answer.details.map(\.name) == (value == "null" ? [] : ["error"]))
    }

    @Test("a whole answer, an array of chunks and a stream say the same")
    func sameAnswerInEveryForm() throws {
        let chunks = [Fixture.chunk(#"{"text":"Hel"}"#), Fixture.chunk(#"{"text":"lo"}"#, finish: "STOP")]
        let whole = Fixture.chunk(#"{"text":"Hello"}"#, finish: "STOP")
        let path = "/v1/projects/p/locations/l/publishers/google/models/gemini-x:generateContent"
        let readings = [
            try Fixture.gemini(response: Fixture.events(chunks)),
            try Fixture.gemini(response: "[\(chunks.joined(separator: "\n,\n"))]", type: "application/json"),
            try Fixture.gemini(response: whole, type: "application/json", path: path),
        ]
        #expect(
            readings.map { reading in reading.answer?.messages.map(\.sketch) }
                == Array(repeating: [["text:Hello"]], count: 3))
        #expect(readings.map { reading in reading.answer?.isComplete } == [true, true, true])
        #expect(readings.map { reading in reading.answer?.eventCount } == [2, 2, nil])
    }

    @Test(
        "enums that are numbers get their names where both products agree, else stay numbers",
        arguments: [(1, "STOP"), (9, "9")])
    func integerEnums(_ number: Int, _ name: String) throws {
        let answer = try Fixture.answer(to: [#"{"candidates":[{"finishReason":\#(number)}]}"#])
        #expect(answer.messages.first?.finishReason?.raw == name)
    }

    @Test("a surrogate pair that is split over two events is one character; a lone half is told")
    func surrogatesSplit() throws {
        let joined = try Fixture.answer(to: [
            Fixture.chunk(#"{"text":"a\ud83d"}"#), Fixture.chunk(#"{"text":"\ude00b"}"#, finish: "STOP"),
        ])
        #expect(joined.messages.map(\.text) == ["a😀b"])
        #expect(joined.warnings.isEmpty)
        let alone = try Fixture.answer(to: [Fixture.chunk(#"{"text":"a\ud83d"}"#, finish: "STOP")])
        #expect(alone.messages.map(\.text) == ["a\u{FFFD}"])
        #expect(alone.warnings.map(\.kind) == [.loneSurrogate])
    }

    @Test("placeholders are elisions, damaged base64 is data with flaws")
    func placeholders() throws {
        let parts = ["<png-base64>", "[truncated]", "\\u003cimage\\u003e", "iVBORw0...", "QUJ*D"].map { data in
            #"{"inlineData":{"mimeType":"image/png","data":"\#(data)"}}"#
        }
        let answer = try Fixture.answer(to: [Fixture.chunk(parts.joined(separator: ","))])
        #expect(
            answer.messages.first?.sketch == [
                "blob:image/png elided <png-base64>", "blob:image/png elided [truncated]",
                "blob:image/png elided <image>",
                "blob:image/png elided iVBORw0...", "blob:image/png 2",
            ])
        #expect(answer.messages.first?.parts[2].blob?.elision?.byteCount == 17)
    }

    @Test("sound that arrives in pieces is one blob, pictures stay apart")
    func audioJoins() throws {
        let sound = #"{"inlineData":{"mimeType":"audio/L16;rate=24000","data":"QUI="}}"#
        let picture = #"{"inlineData":{"mimeType":"image/png","data":"QUI="}}"#
        let answer = try Fixture.answer(to: [
            Fixture.chunk(sound), Fixture.chunk(sound), Fixture.chunk("\(picture),\(picture)"),
        ])
        #expect(
            answer.messages.first?.sketch == ["blob:audio/L16;rate=24000 4", "blob:image/png 2", "blob:image/png 2"])
    }

    @Test("what stands beside the parts is kept: the last ratings, every probability")
    func details() throws {
        let answer = try Fixture.answer(to: [
            #"{"candidates":[{"avgLogprobs":-0.5,"safetyRatings":[1]}]}"#,
            #"{"candidates":[{"avgLogprobs":-0.25,"safetyRatings":[2]}]}"#,
        ])
        let details = answer.messages.first?.details ?? []
        #expect(details.map(\.name) == ["avgLogprobs", "safetyRatings"])
        #expect(details.first?.values.compactMap(\.numberLexeme) == ["-0.5", "-0.25"])
        #expect(details.last?.values.count == 1)
    }

    @Test("as many names as chunks, and as many candidates, are kept in their order")
    func manyNames() throws {
        let chunks = (0..<10_000).map { number in
            #"{"a\#(number)":1,"candidates":[{"index":\#(number),"b\#(number)":2,"content":{"parts":[{"text":"x"}]}}]}"#
        }
        let answer = try Fixture.answer(to: chunks)
        #expect(answer.details.count == 10_000)
        #expect(answer.details.last?.name == "a9999")
        #expect(answer.messages.map(\.index) == Array(0..<10_000))
        let one = chunks.map { chunk in chunk.split(separator: "\"index\"").joined(separator: "\"no\"") }
        #expect(try Fixture.answer(to: one).messages.first?.details.count == 10_001)
    }

    @Test("the last word on the whole answer stands where the first stood")
    func repeatedDetails() throws {
        let answer = try Fixture.answer(to: [#"{"a":1,"b":2,"candidates":[{"content":{}}]}"#, #"{"a":3}"#])
        #expect(answer.details.map(\.name) == ["a", "b"])
        #expect(answer.details.first?.values.compactMap(\.int) == [3])
    }

    @Test("the wrapper of Cloud Code is taken off")
    func wrapped() throws {
        let answer = try Fixture.answer(to: [#"{"response":\#(Fixture.chunk(#"{"text":"hi"}"#, finish: "STOP"))}"#])
        #expect(answer.messages.map(\.text) == ["hi"])
    }

    @Test("an event that lacks its blank line is used when its data are whole, and told when not")
    func unterminated() throws {
        let said = Fixture.chunk(#"{"text":"hi"}"#, finish: "STOP")
        let whole = try #require(try Fixture.gemini(response: "data: \(said)").answer)
        #expect(whole.messages.map(\.text) == ["hi"])
        #expect(whole.warnings.map(\.kind) == [.unterminatedEvent])
        let cut = try #require(try Fixture.gemini(response: Fixture.events([said]) + "data: {\"candi").answer)
        #expect(cut.messages.map(\.text) == ["hi"])
        #expect(cut.warnings.map(\.kind) == [.incompleteTail])
    }

    @Test("every prefix of a stream gives a beginning of its text, and is complete only when the stream said so")
    func everyPrefix() throws {
        let stream = Fixture.events([
            Fixture.chunk(#"{"text":"Here — "}"#), Fixture.chunk(#"{"text":"is\u00e9"}"#),
            Fixture.chunk(#"{"text":"!"}"#, finish: "STOP"),
        ])
        let bytes = Array(stream.utf8)
        for length in bytes.indices {
            let cut = String(decoding: bytes[..<length], as: UTF8.self)
            guard let answer = try Fixture.gemini(response: cut).answer else { continue }
            let text = answer.messages.first?.text ?? ""
            #expect("Here — isé!".hasPrefix(text))
            #expect(answer.isComplete == (text == "Here — isé!"))
        }
    }
}
