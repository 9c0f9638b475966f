import CaptureReading
import Conversation
import JSONReading
import Testing

/// What stands beside the words of an answer, and calls that come in pieces.
@Suite struct GeminiDetailTests {
    private typealias Fixture = ConversationFixture

    @Test("the last ratings count, and what was blocked once stays blocked")
    func ratings() throws {
        func chunk(_ ratings: String) -> String { #"{"candidates":[{"safetyRatings":[\#(ratings)]}]}"# }
        let answer = try Fixture.answer(to: [
            chunk(#"{"category":"A","blocked":true},{"category":"B","probability":"LOW"}"#),
            chunk(#"{"category":"A","probability":"HIGH"},{"category":"C","blocked":true}"#), chunk(""),
            chunk(#"{"category":"A","probability":"LOW"},{"category":"B","probability":"HIGH"}"#),
        ])
        let ratings = answer.messages.first?.details.first { detail in detail.name == "safetyRatings" }
        #expect(
            ratings?.values.map { value in String(decoding: value.rawBytes, as: UTF8.self) } == [
                #"[{"category":"A","probability":"LOW","blocked":true},{"category":"B","probability":"HIGH"},"#
                    + #"{"category":"C","blocked":true}]"#
            ])
    }

    @Test("sources that every chunk repeats are kept once")
    func citations() throws {
        func chunk(_ uri: String) -> String {
            #"{"candidates":[{"citationMetadata":{"citationSources":[{"startIndex":1,"uri":"\#(uri)"}]}}]}"#
        }
        let answer = try Fixture.answer(to: [chunk("a"), chunk("a"), chunk("b"), chunk("a")])
        #expect(answer.messages.first?.details.map(\.values.count) == [2])
    }

    @Test(
        "what stands beside a part's content is kept under its name",
        arguments: [
            (#"{"text":"a","foo":1}"#, ["foo=1"]), (#"{"text":"a","thought":true,"thoughtSignature":"s"}"#, []),
            (
                #"{"inlineData":{"mimeType":"image/png","data":"AA==","displayName":"d"},"thought":true}"#,
                [
                    "thought=true", "displayName=\"d\"",
                ]
            ),
            (#"{"fileData":{"fileUri":"u"},"videoMetadata":{"fps":1}}"#, ["videoMetadata={\"fps\":1}"]),
            (#"{"functionCall":{"name":"f"},"thought":true}"#, ["thought=true"]), (#"{"odd":1,"foo":2}"#, []),
        ] as [(String, [String])])
    func partDetails(_ part: String, _ expected: [String]) throws {
        let answer = try Fixture.answer(to: [#"{"candidates":[{"content":{"parts":[\#(part)]}}]}"#])
        let details = answer.messages.first?.parts.first?.details ?? []
        #expect(
            details.map { detail in
                "\(detail.name)=\(detail.values.map { String(decoding: $0.rawBytes, as: UTF8.self) }.joined())"
            } == expected)
    }

    @Test("a streamed call goes on until an empty one, and loses neither arguments nor signature")
    func streamedCalls() throws {
        func chunk(_ call: String, _ beside: String = "") -> String {
            #"{"candidates":[{"content":{"parts":[{"functionCall":\#(call)\#(beside)}]}}]}"#
        }
        let answer = try Fixture.answer(to: [
            chunk(#"{"name":"f","willContinue":true}"#),
            chunk(#"{"partialArgs":[{"jsonPath":"$.a","stringValue":"one "}]}"#), chunk(#"{"args":{"city":"Perth"}}"#),
            chunk(#"{"partialArgs":[{"jsonPath":"$.a","stringValue":"two"}]}"#),
            chunk("{}", #","thoughtSignature":"s""#), chunk(#"{"name":"g"}"#),
        ])
        let parts = answer.messages.first?.parts ?? []
        #expect(parts.count == 2)
        guard case .toolCall(let call) = parts.first?.content else { return }
        #expect(call.argumentsText == #"{"a":"one two","city":"Perth"}"#)
        #expect(parts.first?.signature == "s")
    }

    @Test("an array whose end is missing is whole when its chunks say so")
    func openArray() throws {
        let chunk = #"{"candidates":[{"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}]}"#
        let answer = try Fixture.gemini(response: "[\(chunk)\n", type: "application/json").answer
        #expect(answer?.isComplete == true)
        #expect(answer?.warnings.map(\.kind) == [.truncatedDocument])
        let cut = String(chunk.dropLast())
        #expect(try Fixture.gemini(response: cut, type: "application/json").answer?.isComplete == false)
    }
}
