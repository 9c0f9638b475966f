import Conversation
import JSONReading
import Testing

@Suite("Prompts of Chat Completions")
struct ChatPromptTests {
    private typealias Fixture = OpenAIFixture

    private func messages(_ list: String) throws -> [Message] {
        try Fixture.prompt(#"{"messages":[\#(list)]}"#).messages
    }

    @Test("model, turns, tools and every setting in the request's order")
    func everything() throws {
        let prompt = try Fixture.prompt(
            #"""
            {"model":"gpt-x","messages":[{"role":"developer","content":"Be brief."},{"role":"user","name":"kim","content":"Hi"}],
            "temperature":0.50,"tools":[{"type":"function","function":{"name":"f"}},{"type":"custom","custom":{"name":"sh"}},
            {"type":"web_search"},{"googleSearch":{}}],"functions":[{"name":"old"}],"stream":true,"max_completion_tokens":9,
            "safe_prompt":false,"response_format":{"type":"json_object"}}
            """#)
        #expect(prompt.model == "gpt-x")
        #expect(prompt.system.isEmpty)
        #expect(prompt.hasInstructions)
        #expect(prompt.messages.map(\.role) == ["developer", "user"])
        #expect(prompt.messages.map(\.sketch) == [["text:Be brief."], ["text:Hi"]])
        #expect(prompt.messages.last?.details.map(\.name) == ["name"])
        #expect(prompt.tools?.map(\.name) == ["f", "sh", "web_search", "googleSearch", "old"])
        #expect(prompt.tools?.map(\.kind) == [.function, .function, .server, .server, .function])
        #expect(
            prompt.config.map(\.name) == [
                "temperature", "stream", "max_completion_tokens", "safe_prompt", "response_format",
            ])
        #expect(prompt.config.first?.value.numberLexeme == "0.50")
        #expect(prompt.config.allSatisfy { setting in setting.place != nil })
        #expect(prompt.toolsPlace != nil)
        #expect(prompt.outputLimit?.name == "max_completion_tokens")
        #expect(prompt.safety == nil)
    }

    @Test("the model may be a deployment in the path, and no tools are not an empty list of them")
    func deployment() throws {
        let path = "/openai/deployments/gpt-4o-eu/chat/completions?api-version=2024-10-21"
        #expect(try Fixture.prompt(#"{"tools":null}"#, path: path).model == "gpt-4o-eu")
        #expect(try Fixture.prompt(#"{"tools":null}"#, path: path).tools == nil)
        #expect(try Fixture.prompt(#"{"tools":[]}"#, path: path).tools?.isEmpty == true)
    }

    @Test("every kind of part is read")
    func parts() throws {
        let parts = [
            #"{"type":"text","text":"a"}"#, #"{"type":"text","text":"b","cache_control":{}}"#,
            #"{"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD","detail":"low"}}"#,
            #"{"type":"image_url","image_url":"https://a.example/b.png"}"#,
            #"{"type":"input_audio","input_audio":{"data":"QUJD","format":"wav"}}"#,
            #"{"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,QQ=="}}"#,
            #"{"type":"file","file":{"file_id":"file-1"}}"#,
            #"{"type":"video_url","video_url":{"url":"https://v.example"}}"#,
            #"{"type":"document_url","document_url":"https://d.example"}"#, #"{"type":"image_url"}"#,
            #"{"type":"new"}"#,
            #"{"x":1}"#, #""plain""#, "3",
        ]
        let message = try #require(try messages(#"{"role":"user","content":[\#(parts.joined(separator: ","))]}"#).first)
        #expect(
            message.sketch == [
                "text:a", "text:b", "blob:image/png 3", #"file:uri("https://a.example/b.png")"#, "blob:audio/wav 3",
                "blob:application/pdf 1", #"file:id("file-1")"#, #"file:uri("https://v.example")"#,
                #"file:uri("https://d.example")"#, "other:image_url", "other:new", "other:content", "text:plain",
                "other:content",
            ])
        #expect(message.parts[1].details.map(\.name) == ["cache_control"])
        #expect(message.parts[2].details.map(\.name) == ["detail"])
        #expect(message.parts[5].details.map(\.name) == ["filename"])
        #expect(message.parts.allSatisfy { part in part.place != nil })
    }

    @Test("turns of the assistant have thoughts, texts and calls, those of a tool its answer")
    func turns() throws {
        let turns = try messages(
            #"""
            {"role":"assistant","reasoning_content":"think","content":"","tool_calls":[
            {"id":"a","type":"function","function":{"name":"f","arguments":"{}"}},
            {"id":"a","type":"function","function":{"name":"g","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"a","content":"42"},{"role":"function","name":"old","content":"43"},
            {"role":"assistant","content":null,"refusal":"no","function_call":{"name":"h","arguments":"{}"}},
            {"role":"assistant","audio":{"id":"audio-1"}},"words",{"content":["a",""]},{"role":7}
            """#)
        #expect(
            turns.map(\.sketch) == [
                ["reasoning:think", "text:", "call:f{}", "call:g{}"], ["response:"], ["response:old"],
                ["refusal:no", "call:h{}"], ["other:audio"], ["text:words"], ["text:a", "text:"], [],
            ])
        #expect(turns.map(\.role) == ["assistant", "tool", "function", "assistant", "assistant", nil, nil, nil])
        guard case .toolCallResponse(let response) = turns[1].parts.first?.content else {
            Issue.record("no response")
            return
        }
        #expect(response.id == "a")
        #expect(response.response.string == "42")
    }

    @Test("a member of an odd kind is a setting, and lost is nothing")
    func oddKinds() throws {
        let prompt = try Fixture.prompt(#"{"model":5,"messages":"hi","new":[1]}"#)
        #expect(prompt.model == nil)
        #expect(prompt.messages.isEmpty)
        #expect(prompt.config.map(\.name) == ["model", "messages", "new"])
        #expect(try Fixture.prompt("[]").config.isEmpty)
    }

    @Test(
        "URLs that hold their data are read with their flaws",
        arguments: [
            ("data:image/png;base64,QUJD", "blob:image/png 3"), ("DATA:image/png;BASE64,QUJD", "blob:image/png 3"),
            ("data:;base64,QUJD", "blob:none 3"), ("data:,A%20B%2", "blob:none 5"),
            ("data:image/png;base64,QUI%3D", "blob:image/png 2"), ("data:image/png;base64,", "blob:image/png 0"),
            ("data:image/png;base64,<image>", "blob:image/png elided <image>"),
            ("data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E", "blob:image/svg+xml;charset=utf-8 6"),
            ("data:image/png;base64", #"file:uri("data:image/png;base64")"#), ("", #"file:uri("")"#),
        ])
    func dataURLs(_ url: String, _ sketch: String) throws {
        let part = #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
        let message = try #require(try messages(#"{"role":"user","content":[\#(part)]}"#).first)
        #expect(message.sketch == [sketch])
    }
}
