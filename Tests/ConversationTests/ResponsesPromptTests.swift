import Conversation
import JSONReading
import Testing

@Suite("Prompts of the Responses API")
struct ResponsesPromptTests {
    private func prompt(_ request: String) throws -> Prompt {
        try OpenAIFixture.prompt(request, path: "/v1/responses")
    }

    @Test("a text alone is the user's, and instructions are the system's")
    func text() throws {
        let prompt = try prompt(
            #"{"model":"m","instructions":"Be brief.","input":"Hi","reasoning":{"effort":"low"},"store":false,"tools":null}"#
        )
        #expect(prompt.model == "m")
        #expect(prompt.system.compactMap(\.text) == ["Be brief."])
        #expect(prompt.messages.map(\.role) == ["user"])
        #expect(prompt.messages.map(\.sketch) == [["text:Hi"]])
        #expect(prompt.config.map(\.name) == ["reasoning", "store"])
        #expect(prompt.tools == nil)
    }

    @Test("each item of the input is a turn")
    func items() throws {
        let prompt = try prompt(
            #"""
            {"instructions":[{"role":"developer","content":"a"}],"input":[{"role":"user","content":[
            {"type":"input_text","text":"b"},{"type":"input_image","image_url":"data:image/png;base64,QUJD","detail":"low"},
            {"type":"input_image","file_id":"file-1"},{"type":"input_file","file_url":"https://d.example","filename":"d"}]},
            {"type":"reasoning","summary":[{"type":"summary_text","text":"c"}]},
            {"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},
            {"type":"function_call_output","call_id":"c1","output":"42"},{"type":"item_reference","id":"x"},
            {"type":"message","role":"assistant","content":[{"type":"output_text","text":"d"},{"type":"output_text","text":"e"}]},
            "f"]}
            """#)
        #expect(prompt.system.compactMap(\.text) == ["a"])
        #expect(
            prompt.messages.map(\.sketch) == [
                ["text:b", "blob:image/png 3", #"file:id("file-1")"#, #"file:uri("https://d.example")"#],
                ["reasoning:c"],
                ["call:f{}"], ["response:"], ["other:item_reference"], ["text:d", "text:e"], ["text:f"],
            ])
        #expect(
            prompt.messages.map(\.role) == ["user", "assistant", "assistant", "tool", nil, "assistant", "user"])
    }

    @Test("tools are functions, or the provider's by their types")
    func tools() throws {
        let prompt = try prompt(
            #"""
            {"input":"a","tools":[{"type":"function","name":"f"},{"type":"custom","name":"sh"},{"type":"mcp","server_label":"s"},
            {"type":"computer_use_preview"},{"type":"shell","environment":{"type":"local"}},{"type":"shell"},{"type":"function"}]}
            """#)
        #expect(
            prompt.tools?.map(\.name) == ["f", "sh", "mcp", "computer_use_preview", "shell", "shell", "function"])
        #expect(
            prompt.tools?.map(\.kind) == [.function, .function, .server, .function, .function, .server, .function])
    }
}
