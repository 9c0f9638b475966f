import Conversation
import Findings
import JSONReading
import Redaction
import Reporting
import Testing

@Suite struct MessageJSONTests {
    private let answered = """
        POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
        x-goog-api-key: sk-walk-to-perth

        {"contents": []}
        HTTP/1.1 200 OK

        {"candidates": [{"content": {"parts": [{"text": "sk-walk-to-perth"},
          {"inlineData": {"mimeType": "image/gif", "data": "R0lGODlh"}}]}, "finishReason": "STOP"}]}
        """

    @Test("the object is that of the whole report")
    func same() throws {
        let capture = try InspectedCapture(answered)
        let exchange = try #require(capture.exchanges.first)
        let answer = try #require(exchange.answer)
        let message = MessageJSON(of: answer, images: exchange.images, redactor: capture.redactor())
        #expect(try spelled(whole(message.bytes)) == JSONReport(of: capture).compact("answer"))
        let text = String(decoding: message.bytes, as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"finish_reasons\": [\n    \"STOP\"\n  ],"))
        #expect(text.hasSuffix("\n}\n"))
    }

    @Test(
        "parts that other dialects have get their form too",
        arguments: [
            (PartContent.refusal("no"), #"{"type":"refusal","content":"no"}"#),
            (
                .toolCall(ToolCall(id: "c", name: "patch", argumentsText: "*** a", arguments: nil)),
                #"{"type":"tool_call","id":"c","name":"patch","arguments":null,"arguments_text":"*** a"}"#
            ),
            (
                .file(FileReference(target: .id("file-1"), declaredType: nil)),
                #"{"type":"file","file_id":"file-1","modality":"document"}"#
            ),
        ])
    func parts(content: PartContent, expected: String) throws {
        let message = Message(index: 1, role: nil, parts: [MessagePart(content, signature: "s")])
        let bytes = MessageJSON(of: Answer(messages: [message]), redactor: .disclosing).bytes
        let signed = expected.dropLast() + #","signature":"s"}"#
        #expect(
            try spelled(whole(bytes)) == #"""
                {"finish_reasons":[],"complete":false,"error":null,"messages":[{"index":1,"role":null,\#
                "parts":[\#(signed)]}],"alternatives":[],"warnings":[]}
                """#)
    }

    @Test(
        "what the provider ran is verbatim, with the type that the conventions ask for",
        arguments: [
            (
                #"{"id": "s1", "toolType": "SEARCH"}"#,
                #""id":"s1","name":"SEARCH","X":{"type":"SEARCH","id":"s1","toolType":"SEARCH"}"#
            ),
            (#"{"type": "web", "a": 1, "a": 2}"#, #""name":"SEARCH","X":{"type":"web","a":1,"a":2}"#),
            ("[1]", #""name":"SEARCH","X":[1]"#),
        ])
    func serverTools(raw: String, expected: String) throws {
        let value = try whole(Array(raw.utf8))
        let forms: [(PartContent, String)] = [
            (.serverToolCall(name: "SEARCH", raw: value), "server_tool_call"),
            (.serverToolCallResponse(name: "SEARCH", raw: value), "server_tool_call_response"),
        ]
        for (content, type) in forms {
            let answer = Answer(messages: [Message(role: "model", parts: [MessagePart(content)])])
            let message = try whole(MessageJSON(of: answer, redactor: .disclosing).bytes)
            let part = try #require(message["messages"]?[0]?["parts"]?[0])
            #expect(spelled(part) == #"{"type":"\#(type)",\#(expected)}"#.replacing("\"X\"", with: "\"\(type)\""))
        }
    }
}
