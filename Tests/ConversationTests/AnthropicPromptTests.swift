import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Anthropic prompts")
struct AnthropicPromptTests {
    private static func prompt(_ request: String, path: String = "/v1/messages") throws -> Prompt {
        try #require(try StreamFixture.reading(path: path, request: request, "").prompt)
    }

    @Test("turns have their parts: text, data, files, calls and results")
    func messages() throws {
        let prompt = try Self.prompt(
            #"""
            {"model":"claude-x","max_tokens":10,"system":[{"type":"text","text":"be brief"}],"messages":[
              {"role":"user","content":"hi"},
              {"role":"user","content":[
                {"type":"text","text":"look"},
                {"type":"image","source":{"type":"base64","media_type":"image/png","data":"QUJD"}},
                {"type":"image","source":{"type":"url","url":"https://example.com/a"}},
                {"type":"document","source":{"type":"file","file_id":"f1"},"title":"T"},
                {"type":"document","source":{"type":"text","media_type":"text/plain","data":"abcd"}},
                {"type":"image","source":{"type":"base64","media_type":"image/png","data":"<png>"}}]},
              {"role":"assistant","content":[{"type":"tool_use","id":"t","name":"f","input":{"a":1}}]},
              {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[
                {"type":"text","text":"r"},
                {"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"QUJDRA=="}}]}]}]}
            """#)
        #expect(prompt.model == "claude-x")
        #expect(prompt.system.map(\.text) == ["be brief"])
        #expect(prompt.messages.map(\.role) == ["user", "user", "assistant", "user"])
        #expect(
            prompt.messages.map(\.sketch) == [
                ["text:hi"],
                [
                    "text:look", "blob:image/png 3", #"file:uri("https://example.com/a")"#, #"file:id("f1")"#,
                    "blob:text/plain 4", "blob:image/png elided <png>",
                ],
                [#"call:f{"a":1}"#], ["response:", "blob:image/jpeg 4"],
            ])
        guard case .file(let file) = prompt.messages[1].parts[2].content else {
            Issue.record("expected a file")
            return
        }
        #expect(file.modality == .image)
        #expect(prompt.messages[1].parts[3].details.map(\.name) == ["title"])
    }

    @Test("every setting is kept with its place, and tools are told apart by who runs them")
    func settings() throws {
        let request =
            #"{"max_tokens":10,"thinking":{"type":"enabled","budget_tokens":1024},"system":"short","tools":[{"name":"f","input_schema":{}},{"type":"custom","name":"g"},{"type":"bash_20250124","name":"bash"},{"type":"web_search_20250305","name":"web_search"},{"type":"mcp_toolset"}],"metadata":null}"#
        let prompt = try Self.prompt(request)
        #expect(prompt.config.map(\.name) == ["max_tokens", "thinking", "metadata"])
        #expect(prompt.config.allSatisfy { setting in setting.place != nil })
        #expect(prompt.system.map(\.text) == ["short"])
        #expect(prompt.tools?.map(\.name) == ["f", "g", "bash", "web_search", "mcp_toolset"])
        #expect(prompt.tools?.map(\.kind) == [.function, .function, .function, .server, .server])
        #expect(try Self.prompt("{}").tools == nil)
    }

    @Test("at Vertex AI the model stands in the path")
    func vertexModel() throws {
        let prompt = try Self.prompt(
            #"{"anthropic_version":"vertex-2023-10-16"}"#,
            path: "/v1/projects/p/locations/l/publishers/anthropic/models/claude-x@1:streamRawPredict")
        #expect(prompt.model == "claude-x@1")
    }

    @Test(
        "wrong types are no reason to fail",
        arguments: [
            "[]", "1", #"{"messages":7,"system":1,"tools":{}}"#, #"{"messages":[1,null,{"content":[5,"x",{}]}]}"#,
        ])
    func wrongTypes(_ request: String) throws {
        _ = try Self.prompt(request)
    }

    @Test(
        "the path tells, or the content alone",
        arguments: [
            ("/v1/messages", "", true), ("/api/v1/messages?beta=true", "", true),
            ("/v1/messages/count_tokens", "", false),
            ("/v1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict", "", true),
            ("/v1/projects/p/locations/l/publishers/mistralai/models/m:rawPredict", "", false),
            ("/other", #"{"type":"message_start","message":{}}"#, true),
            ("/other", #"{"type":"message","role":"assistant","content":[]}"#, true),
            ("/other", #"{"type":"message","role":"user","content":[]}"#, false),
            ("/other", #"{"type":"error","error":{"type":"api_error"}}"#, true),
            ("/other", #"{"type":"error","sequence_number":1,"error":{"type":"x"}}"#, false),
            ("/other", #"{"type":"message-start"}"#, false), ("/messages", #"{"jsonrpc":"2.0"}"#, false),
        ])
    func recognition(_ path: String, _ payload: String, _ isAnthropic: Bool) {
        let evidence = DialectEvidence(
            url: URLComponents(splitting: path), firstPayload: JSONDocument(parsing: Array(payload.utf8)).root)
        #expect((AnthropicMessages.recognise(evidence) > .none) == isAnthropic)
    }
}
