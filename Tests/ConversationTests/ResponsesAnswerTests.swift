import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Answers of the Responses API")
struct ResponsesAnswerTests {
    private typealias Fixture = OpenAIFixture

    private func answer(_ events: [String]) throws -> Answer {
        try Fixture.answer(to: events, path: "/v1/responses")
    }

    private static let created =
        #"{"type":"response.created","response":{"id":"r1","model":"m","status":"in_progress","output":[]}}"#

    private static func completed(_ output: String, status: String = "completed") -> String {
        #"{"type":"response.\#(status)","response":{"id":"r1","model":"m","status":"\#(status)","output":[\#(output)]}}"#
    }

    private static func item(_ item: String, at index: Int = 0, _ verb: String = "added") -> String {
        #"{"type":"response.output_item.\#(verb)","output_index":\#(index),"item":\#(item)}"#
    }

    private static func delta(_ name: String, _ text: String, at index: Int = 0, content: Int = 0) -> String {
        #"{"type":"response.\#(name).delta","output_index":\#(index),"content_index":\#(content),"delta":"\#(text)"}"#
    }

    private static let message = #"{"id":"m1","type":"message","role":"assistant","content":[]}"#

    @Test("texts join by their places, whatever the ids of the items say, and the end has the last word")
    func textsJoin() throws {
        let events = [
            Self.created, Self.item(Self.message),
            #"{"type":"response.content_part.added","output_index":0,"content_index":0,"item_id":"x1","part":{"type":"output_text","text":""}}"#,
            #"{"type":"response.output_text.delta","output_index":0,"content_index":0,"item_id":"x2","delta":"Hel"}"#,
            #"{"type":"response.output_text.delta","output_index":0,"content_index":0,"item_id":"x3","delta":"lo"}"#,
        ]
        let cut = try answer(events)
        #expect(cut.messages.map(\.sketch) == [["text:Hello"]])
        #expect(cut.messages.first?.finishReason == nil)
        #expect(!cut.isComplete)
        let whole = try answer(
            events + [
                Self.completed(
                    #"{"id":"m1","type":"message","role":"assistant","phase":"final_answer","content":[{"type":"output_text","text":"Hello","annotations":[{"type":"url_citation"}]}]}"#
                )
            ])
        #expect(whole.messages.map(\.sketch) == [["text:Hello"]])
        #expect(whole.messages.first?.parts.first?.annotations.count == 1)
        #expect(whole.messages.first?.parts.first?.details.map(\.name) == ["id", "phase"])
        #expect(whole.messages.first?.finishReason == FinishReason(raw: "completed", unified: .stop))
        #expect(whole.id == "r1")
        #expect(whole.model == "m")
        #expect(whole.isComplete)
        #expect(whole.warnings.isEmpty)
    }

    @Test("a whole response takes the same way, and one that is on its way is not complete")
    func whole() throws {
        let body = #"""
            {"id":"r","object":"response","model":"m","status":"STATUS","error":null,"incomplete_details":null,"output":[
            {"id":"rs","type":"reasoning","summary":[{"type":"summary_text","text":"a"},{"type":"summary_text","text":"b"}],
            "content":[{"type":"reasoning_text","text":"c"}],"encrypted_content":"gAAA"},
            {"type":"message","role":"assistant","content":[{"type":"output_text","text":"d"},{"type":"output_text","text":"e"},
            {"type":"refusal","refusal":"f"}]}],"usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3}}
            """#
        let answer = try Fixture.answer(whole: body.replacing("STATUS", with: "completed"), path: "/v1/responses")
        #expect(
            answer.messages.map(\.sketch) == [
                ["reasoning:a", "reasoning:b", "reasoning:c", "reasoning:", "text:de", "refusal:f"]
            ])
        #expect(answer.messages.first?.parts.map(\.redacted) == [nil, nil, nil, "gAAA", nil, nil])
        #expect(answer.tokens?.total == 3)
        #expect(answer.isComplete)
        let queued = try Fixture.answer(whole: body.replacing("STATUS", with: "queued"), path: "/v1/responses")
        #expect(!queued.isComplete)
    }

    @Test("every kind of item is kept, in order")
    func everyKindOfItem() throws {
        let items = [
            #"{"type":"function_call","call_id":"c1","name":"f","arguments":"{\"a\":1}","status":"completed"}"#,
            #"{"type":"custom_tool_call","call_id":"c2","name":"sh","input":"ls"}"#,
            #"{"type":"web_search_call","id":"ws","status":"completed","action":{"type":"search"}}"#,
            #"{"type":"mcp_call","name":"look","arguments":"{}","output":"x"}"#,
            #"{"type":"mcp_list_tools","tools":[]}"#, #"{"type":"shell_call","action":{"commands":["ls"]}}"#,
            #"{"type":"image_generation_call","result":"QUJD","output_format":"webp","revised_prompt":"p"}"#,
            #"{"type":"image_generation_call","result":null,"status":"failed"}"#,
            #"{"type":"compaction","encrypted_content":"gAAA"}"#, #"{"type":"reasoning","summary":[]}"#,
            #"{"type":"brand_new","x":1}"#, #"{"x":1}"#, "7",
        ]
        let answer = try answer([Self.completed(items.joined(separator: ","))])
        #expect(
            answer.messages.map(\.sketch) == [
                [
                    #"call:f{"a":1}"#, "call:shls", "server:web_search_call", "server:look", "other:mcp_list_tools",
                    "other:shell_call", "blob:image/webp 3", "other:image_generation_call", "compaction:", "reasoning:",
                    "other:brand_new", "other:item", "other:item",
                ]
            ])
        #expect(answer.messages.first?.finishReason?.unified == .toolCall)
        #expect(answer.messages.first?.parts[8].redacted == "gAAA")
        #expect(answer.warnings.isEmpty)
    }

    @Test("arguments join inside an escape, and calls are put together without the end too")
    func calls() throws {
        let events = [
            Self.created, Self.item(#"{"type":"function_call","call_id":"c1","name":"f","arguments":""}"#),
            Self.item(#"{"type":"custom_tool_call","call_id":"c2","name":"sh","input":""}"#, at: 1),
            Self.item(#"{"type":"code_interpreter_call","id":"ci","code":""}"#, at: 2),
            Self.delta("function_call_arguments", #"{\"a\":\"\\u00"#), Self.delta("custom_tool_call_input", "l", at: 1),
            Self.delta("function_call_arguments", #"e9\"}"#), Self.delta("custom_tool_call_input", "s", at: 1),
            Self.delta("code_interpreter_call_code", "1+1", at: 2),
        ]
        let answer = try answer(events)
        #expect(
            answer.messages.map(\.sketch) == [
                [#"call:f{"a":"\u00e9"}"#, "call:shls", "server:code_interpreter_call"]
            ])
        #expect(answer.messages.first?.parts.last?.details.first?.values.first?.string == "1+1")
        #expect(answer.warnings.map(\.kind) == [.noTerminator])
        let done = try self.answer(
            events + [
                #"{"type":"response.function_call_arguments.done","output_index":0,"arguments":"{\"a\":\"é\"}"}"#
            ])
        #expect(done.messages.first?.sketch.first == #"call:f{"a":"é"}"#)
        #expect(done.warnings.map(\.kind) == [.piecesDiffer, .noTerminator])
    }

    @Test("arguments that are no JSON are told, those of custom tools may be anything")
    func brokenArguments() throws {
        let answer = try answer([
            Self.completed(
                #"{"type":"custom_tool_call","name":"sh","input":"{"},{"type":"function_call","name":"f","arguments":"{"}"#
            )
        ])
        #expect(answer.warnings.map(\.kind) == [.brokenArguments])
        #expect(answer.warnings.first?.message.hasSuffix("the call of f") == true)
    }

    @Test("reasoning is put together by its summaries and its texts, each a part")
    func reasoning() throws {
        let answer = try answer([
            Self.created, Self.item(#"{"type":"reasoning","summary":[],"encrypted_content":"gAAA"}"#),
            #"{"type":"response.reasoning_summary_part.added","output_index":0,"summary_index":0,"part":{"type":"summary_text","text":""}}"#,
            #"{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":1,"delta":"b"}"#,
            #"{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"a"}"#,
            #"{"type":"response.reasoning_text.delta","output_index":0,"content_index":0,"delta":"c"}"#,
            #"{"type":"response.reasoning_text.done","output_index":0,"content_index":0,"text":"c!"}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:a", "reasoning:b", "reasoning:c!", "reasoning:"]])
        #expect(answer.messages.first?.parts.last?.redacted == "gAAA")
        #expect(answer.warnings.map(\.kind) == [.piecesDiffer, .noTerminator])
    }

    @Test("an item that is done counts more than its pieces, and the end more than both unless it is empty")
    func lastWords() throws {
        let pieces = [Self.created, Self.item(Self.message), Self.delta("output_text", "a")]
        let done = Self.item(
            #"{"type":"message","role":"assistant","content":[{"type":"output_text","text":"ab"}]}"#, "done")
        #expect(try answer(pieces + [done]).messages.map(\.text) == ["ab"])
        let empty = try answer(pieces + [done, Self.completed("")])
        #expect(empty.messages.map(\.text) == ["ab"])
        #expect(empty.isComplete)
        let whole = try answer(
            pieces + [done, Self.completed(#"{"type":"message","content":[{"type":"output_text","text":"abc"}]}"#)])
        #expect(whole.messages.map(\.text) == ["abc"])
    }

    @Test("parts and annotations that came whole are kept")
    func parts() throws {
        let answer = try answer([
            Self.created, Self.item(Self.message), Self.delta("output_text", "a"),
            #"{"type":"response.output_text.annotation.added","output_index":0,"content_index":0,"annotation":{"type":"file_citation"}}"#,
            Self.delta("refusal", "no", content: 1),
            #"{"type":"response.content_part.done","output_index":0,"content_index":2,"part":{"type":"output_text","text":"z","annotations":[{"a":1}]}}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["text:a", "refusal:no", "text:z"]])
        #expect(answer.messages.first?.parts.map(\.annotations.count) == [1, 0, 1])
    }

    @Test("a stream may begin in the middle of an item, and items are ordered by their places")
    func resumed() throws {
        let answer = try answer([
            Self.delta("output_text", "b", at: 4), Self.delta("function_call_arguments", "{}", at: 9),
            Self.delta("output_text", "a", at: 2), Self.delta("reasoning_text", "t", at: -1),
        ])
        #expect(answer.messages.map(\.sketch) == [["reasoning:t", "text:ab", "call:{}"]])
    }

    @Test("events without a place belong to the item of their id, or to the last one")
    func noPlaces() throws {
        let answer = try answer([
            #"{"type":"response.output_item.added","item":{"id":"a","type":"message","content":[]}}"#,
            #"{"type":"response.output_item.added","item":{"id":"b","type":"function_call","name":"f"}}"#,
            #"{"type":"response.output_text.delta","item_id":"a","delta":"x"}"#,
            #"{"type":"response.function_call_arguments.delta","delta":"{}"}"#,
        ])
        #expect(answer.messages.map(\.sketch) == [["text:x", "call:f{}"]])
    }

    @Test("drafts of an image replace each other, and the image replaces them")
    func drafts() throws {
        let events = [
            Self.created, Self.item(#"{"type":"image_generation_call","status":"in_progress"}"#),
            #"{"type":"response.image_generation_call.partial_image","output_index":0,"partial_image_index":0,"partial_image_b64":"QQ==","output_format":"png"}"#,
            #"{"type":"response.image_generation_call.partial_image","output_index":0,"partial_image_index":1,"partial_image_b64":"QUI=","output_format":"png"}"#,
        ]
        #expect(try answer(events).messages.map(\.sketch) == [["blob:image/png 2"]])
        let done = Self.item(#"{"type":"image_generation_call","result":"QUJD","output_format":"png"}"#, "done")
        #expect(try answer(events + [done]).messages.map(\.sketch) == [["blob:image/png 3"]])
    }

    @Test("sound is no item: its pieces and its transcript are a part at the end")
    func sound() throws {
        let events = [
            #"{"type":"response.audio.delta","delta":"QQ==","sequence_number":1}"#,
            #"{"type":"response.audio.transcript.delta","delta":"hi","sequence_number":2}"#,
            #"{"type":"response.audio.delta","delta":"QkM=","sequence_number":3}"#,
            #"{"type":"response.audio.done","sequence_number":4}"#,
        ]
        #expect(try answer(events).messages.map(\.sketch) == [["blob:none 3"]])
        let whole = Self.completed(#"{"type":"message","content":[{"type":"output_text","text":"hi"}]}"#)
        #expect(try answer(events + [whole]).messages.map(\.sketch) == [["text:hi", "blob:none 3"]])
    }

    @Test(
        "an answer that is not whole says why",
        arguments: [
            ("incomplete", #"{"reason":"max_output_tokens"}"#, FinishReason.Unified.length),
            ("incomplete", #"{"reason":"content_filter"}"#, .contentFilter), ("incomplete", "null", nil),
            ("failed", "null", .error), ("cancelled", "null", nil),
        ])
    func ends(_ status: String, _ details: String, _ unified: FinishReason.Unified?) throws {
        let answer = try answer([
            Self.created, Self.item(Self.message), Self.delta("output_text", "a"),
            #"{"type":"response.\#(status)","response":{"id":"r1","status":"\#(status)","incomplete_details":\#(details),"output":[]}}"#,
        ])
        #expect(answer.messages.first?.finishReason == FinishReason(raw: status, unified: unified))
        #expect(answer.messages.map(\.text) == ["a"])
        #expect(answer.isComplete)
    }

    @Test(
        "errors are kept, beside what was said",
        arguments: [
            #"{"type":"error","code":"server_error","message":"no","param":null,"sequence_number":3}"#,
            #"{"type":"error","error":{"code":"server_error"}}"#, #"{"error":{"code":"server_error"}}"#,
            #"{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error"},"output":[]}}"#,
        ])
    func errors(_ event: String) throws {
        let answer = try answer([Self.created, Self.item(Self.message), Self.delta("output_text", "a"), event])
        #expect(answer.error?["code"]?.string == "server_error")
        #expect(answer.messages.map(\.text) == ["a"])
    }

    @Test("unknown events and odd ones are kept, and those that say nothing are not")
    func unknownEvents() throws {
        let answer = try answer([
            Self.created, #"{"type":"keepalive","sequence_number":1}"#,
            #"{"type":"response.web_search_call.searching","output_index":0,"item_id":"x","sequence_number":2}"#,
            #"{"type":"response.new_thing.delta","output_index":0,"delta":"x"}"#,
            #"{"type":"response.output_text.delta","output_index":0,"delta":{"x":1}}"#, #"{"hello":1}"#,
            #"{"type":"response.completed","copilot":1}"#,
        ])
        #expect(
            answer.details.map(\.name) == [
                "response.new_thing.delta", "response.output_text.delta", "hello", "copilot",
            ])
        #expect(answer.isComplete)
    }

    @Test("a gap in the numbers of the events is told, once, and numbers of any size are read")
    func gaps() throws {
        let numbers = ["0", "1", "4", "9", "9223372036854775807", "-9223372036854775808", "3"]
        let answer = try answer(numbers.map { number in #"{"type":"keepalive","sequence_number":\#(number)}"# })
        #expect(answer.warnings.map(\.kind) == [.missingEvents, .noTerminator])
    }

    @Test("a response that is created behind another one is an answer of its own")
    func severalAnswers() throws {
        let text = #"{"type":"message","content":[{"type":"output_text","text":"TEXT"}]}"#
        let answer = try answer([
            Self.created, Self.created, Self.completed(text.replacing("TEXT", with: "a")),
            #"{"type":"response.created","response":{"id":"r2"}}"#,
            Self.item(text.replacing("TEXT", with: "b"), "done"),
        ])
        #expect(answer.messages.map(\.text) == ["a"])
        #expect(answer.alternatives.map(\.id) == ["r2"])
        #expect(answer.alternatives.flatMap(\.messages).map(\.text) == ["b"])
    }

    @Test("halves of a character that come in two events are one")
    func surrogates() throws {
        let answer = try answer([
            Self.created, Self.delta("output_text", #"a\ud83d"#), Self.delta("output_text", #"\ude00b"#),
        ])
        #expect(answer.messages.map(\.text) == ["a😀b"])
    }

    @Test("every prefix of a stream gives a prefix of the text")
    func prefixes() throws {
        let text = #"{"type":"message","content":[{"type":"output_text","text":"Grüße 😀"}]}"#
        let stream = ConversationFixture.events([
            Self.created, Self.item(Self.message), Self.delta("output_text", #"Grüße \ud83d"#),
            Self.delta("output_text", #"\ude00"#), Self.item(text, "done"), Self.completed(text),
        ])
        try Fixture.expectPrefixes(of: stream, path: "/v1/responses", text: "Grüße 😀")
    }
}
