import JSONReading
import Reporting
import Testing

@Suite struct EncodedConversationTests {
    /// The report of a Gemini exchange.
    private func report(
        request: String = "{}", response: String = "{}", contentLength: Int? = nil, options: JSONOptions = JSONOptions()
    ) throws -> JSONReport {
        let length = contentLength.map { length in "Content-Length: \(length)\n" } ?? ""
        return try JSONReport(
            of: """
                POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
                Host: generativelanguage.googleapis.com

                \(request)
                HTTP/1.1 200 OK
                Content-Type: application/json
                \(length)
                \(response)
                """, options: options)
    }

    /// The parts of an answer that holds these.
    private func parts(_ parts: String, options: JSONOptions = JSONOptions()) throws -> String {
        let response = #"{"candidates": [{"content": {"parts": [\#(parts)]}, "finishReason": "STOP"}]}"#
        return try report(response: response, options: options).compact("answer", "messages", "0", "parts")
    }

    @Test("a prompt keeps what was sent: absent stays absent, of two settings of one name the last counts")
    func prompt() throws {
        let request = #"""
            {"systemInstruction": {"parts": [{"text": "be brief"}]},
             "contents": [{"role": "user", "parts": [{"text": "hi"}]}],
             "tools": [{"functionDeclarations": [{"name": "f"}]}, {"googleSearch": {}}],
             "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}],
             "generationConfig": {"topP": 1, "temperature": 0.10, "topP": 1.0e0, "stop": ["\u202e"]}}
            """#
        let report = try report(request: request)
        let prompt = try #require(try report.exchange["prompt"])
        #expect(prompt["model"]?.string == "gemini-pro")
        #expect(prompt["system"].map(spelled) == #"[{"type":"text","content":"be brief"}]"#)
        #expect(
            prompt["messages"].map(spelled) == #"[{"role":"user","parts":[{"type":"text","content":"hi"}]}]"#)
        #expect(prompt["config"].map(spelled) == #"{"topP":1.0e0,"temperature":0.10,"stop":["\u202e"]}"#)
        #expect(prompt["tools"]?[0]?["name"]?.string == "f")
        #expect(prompt["tools"]?[0]?["kind"]?.string == "function")
        #expect(prompt["tools"]?[1]?["kind"]?.string == "server")
        #expect((prompt["tools"]?[1]?["at"]?["line"]?.int ?? 0) == 6)
        #expect(prompt["safety"]?[0]?["category"]?.string == "HARM_CATEGORY_HARASSMENT")
        #expect(prompt["safety"]?[0]?["threshold"]?.string == "OFF")
        #expect((prompt["safety"]?[0]?["at"]?["line"]?.int ?? 0) == 7)
    }

    @Test("a prompt that speaks of neither tools nor filters has none")
    func barePrompt() throws {
        let report = try report(request: #"{"contents": [{"parts": []}]}"#)
        #expect(try report.compact("prompt") == #"{"model":"gemini-pro","messages":[{"parts":[]}],"config":{}}"#)
        #expect(try self.report(request: #"{"tools": []}"#).compact("prompt", "tools") == "[]")
    }

    @Test("an answer has the provider's words beside ours")
    func answer() throws {
        let response = #"""
            {"candidates": [{"content": {"role": "model", "parts": [{"text": "Hi"}]}, "finishReason": "MAX_TOKENS",
             "avgLogprobs": -0.10}], "usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 2,
             "totalTokenCount": 9, "odd": 1.50}, "modelVersion": "gemini-pro-1", "responseId": "r1",
             "createTime": "2025-01-01T00:00:00Z"}
            """#
        #expect(
            try report(response: response).compact("answer")
                == #"""
                {"id":"r1","model":"gemini-pro-1","finish_reasons":["MAX_TOKENS"],"complete":true,"error":null,\#
                "messages":[{"index":0,"role":"model","finish_reason":"MAX_TOKENS","unified_finish_reason":"length",\#
                "parts":[{"type":"text","content":"Hi"}],"details":{"avgLogprobs":-0.10}}],\#
                "usage":{"promptTokenCount":7,"candidatesTokenCount":2,"totalTokenCount":9,"odd":1.50},\#
                "tokens":{"input":7,"output":2,"total":9},"alternatives":[],"warnings":[],\#
                "details":{"createTime":"2025-01-01T00:00:00Z"}}
                """#)
    }

    @Test("an answer that failed has its error, one that was cut its warnings")
    func failures() throws {
        let failed = try report(response: #"{"error": {"code": 429}}"#)
        #expect(try failed.compact("answer", "error") == #"{"code":429}"#)
        let cut = try report(response: #"{"candidates": [{"content": {"parts": [{"text": "H"#)
        #expect(try cut.compact("answer", "complete") == "false")
        #expect(try cut.compact("answer", "warnings") == #"["truncated_document","no_terminator"]"#)
        let blocked = try report(response: #"{"promptFeedback": {"blockReason": "SAFETY"}}"#)
        #expect(try blocked.compact("answer", "prompt_feedback") == #"{"blockReason":"SAFETY"}"#)
        #expect(try blocked.compact("answer", "error") == "null")
    }

    @Test("a reason that means nothing known is null in our words")
    func unknownReason() throws {
        let response = #"{"candidates": [{"content": {"parts": []}, "finishReason": "TIRED"}]}"#
        let message = try report(response: response).compact("answer", "messages", "0")
        #expect(message.contains(#""finish_reason":"TIRED","unified_finish_reason":null"#))
    }

    @Test("facts that the pieces of a stream each said stand in a list")
    func pieces() throws {
        let chunk = { (text: String, rest: String) in
            #"data: {"candidates": [{"content": {"parts": [{"text": "\#(text)"}]}, "avgLogprobs": -1\#(rest)}]}"#
                + "\n\n"
        }
        let stream = chunk("a", "") + chunk("b", #", "finishReason": "STOP""#)
        let message = try report(response: stream, contentLength: stream.utf8.count)
        #expect(try message.compact("answer", "messages", "0", "details") == #"{"avgLogprobs":[-1,-1]}"#)
        #expect(try message.compact("answer", "events") == "2")
    }

    @Test(
        "each kind of part has its form",
        arguments: [
            (#"{"text": "a"}"#, #"[{"type":"text","content":"a"}]"#),
            (
                #"{"text": "a", "thought": true, "thoughtSignature": "c2ln"}"#,
                #"[{"type":"reasoning","content":"a","signature":"c2ln"}]"#
            ),
            (
                #"{"functionCall": {"name": "f", "args": {"a": 1.0}}}"#,
                #"[{"type":"tool_call","id":null,"name":"f","arguments":{"a":1.0},"arguments_text":"{\"a\": 1.0}"}]"#
            ),
            (
                #"{"functionCall": {"id": "c1", "name": "f"}}"#,
                #"[{"type":"tool_call","id":"c1","name":"f","arguments":{},"arguments_text":"{}"}]"#
            ),
            (
                #"{"functionResponse": {"id": "c1", "name": "f", "response": {"b": [null]}}}"#,
                #"[{"type":"tool_call_response","id":"c1","name":"f","response":{"b":[null]}}]"#
            ),
            (
                #"{"fileData": {"mimeType": "video/mp4", "fileUri": "gs://a/b"}}"#,
                #"[{"type":"uri","uri":"gs://a/b","modality":"video","mime_type":"video/mp4"}]"#
            ),
            (
                #"{"executableCode": {"code": "1"}}"#,
                #"[{"type":"executableCode","raw":{"executableCode":{"code":"1"}}}]"#
            ),
        ])
    func parts(part: String, expected: String) throws {
        #expect(try parts(part) == expected)
    }

    @Test("a lone surrogate becomes U+FFFD, in verbatim values too")
    func surrogates() throws {
        let part = #"{"text": "a\ud83d"}, {"executableCode": {"code": "\udc00"}}"#
        let expected = """
            [{"type":"text","content":"a\u{FFFD}"},{"type":"executableCode","raw":{"executableCode":{"code":"\u{FFFD}"}}}]
            """
        #expect(try parts(part) == expected)
    }

    @Test("an image has its size and digest in its part and in the list of images")
    func image() throws {
        let base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOQ9/8PAAH+AW5piy7MAAAAAElFTkSuQmCC"
        let digest = "b79419ca73eed8abc46c676dab5b4afc73f5514f8ddb7e91834cb81e9b8b78b9"
        let response = #"""
            {"candidates": [{"content": {"role": "model", "parts": [{"text": "Here"},
             {"inlineData": {"mimeType": "image/jpeg", "data": "\#(base64)"}}]}, "finishReason": "STOP"}]}
            """#
        let blob = #"{"type":"blob","modality":"image","mime_type":"image/jpeg","bytes":69,"sha256":"\#(digest)""#
        let report = try report(response: response)
        #expect(try report.compact("answer", "messages", "0", "parts", "1") == blob + #","image":1}"#)
        let image = try report.compact("images", "0")
        #expect(
            image.hasPrefix(
                #"""
                {"number":1,"source":"answer/messages/0/parts/1","role":"model","turn":1,\#
                "pointer":"/candidates/0/content/parts/1/inlineData/data","declared_type":"image/jpeg",\#
                "format":"png","width":1,"height":1,"bit_depth":8,"color":"rgb","bytes":69,"sha256":"\#(digest)",\#
                "verdict":"valid","pixels":"ok","defects":[],"elided":false,"layers":["base64"],"at":{"line":
                """#))
        #expect(try report.compact("response", "body", "elided") == "false")
        let whole = try self.report(response: response, options: JSONOptions(includesBlobs: true))
        #expect(
            try whole.compact("answer", "messages", "0", "parts", "1") == blob + #","content":"\#(base64)","image":1}"#)
    }

    @Test("what is wrong with base64 is told")
    func flaws() throws {
        let part = try parts(#"{"inlineData": {"mimeType": "audio/wav", "data": "AAA"}}"#)
        #expect(part.contains(#""modality":"audio","mime_type":"audio/wav","bytes":2,"#))
        #expect(part.contains(#""warnings":["expected more base64 padding, found none at offset 3"]"#))
        #expect(!part.contains(#""image""#))
    }

    @Test("an elided image has no bytes, and a size where the declared length allows to work it out")
    func elided() throws {
        let request = #"""
            {"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"[image]"}}]}]}
            """#
        let response = #"{"candidates":[{"content":{"parts":[{"inlineData":{"data":"<png-base64>"}}]}}]}"#
        let report = try report(request: request, response: response, contentLength: response.utf8.count + 4_000)
        #expect(
            try report.compact("prompt", "messages", "0", "parts", "0")
                == #"{"type":"blob","modality":"image","mime_type":"image/png","elided":true,"image":1}"#)
        #expect(try report.compact("request", "body", "elided") == "true")
        #expect(try report.compact("response", "body", "elided") == "true")
        let first = try report.compact("images", "0")
        #expect(first.contains(#""declared_type":"image/png","elided":true,"layers":["base64"],"at":"#))
        #expect(!first.contains("expected_bytes"))
        #expect(report.root["summary"]?["images"].map(spelled) == #"{"valid":0,"invalid":0,"elided":1}"#)
    }

    @Test("the size of an elided image is given as a range")
    func estimate() throws {
        let response = #"""
            {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"<png-base64>"}}]}}]}
            """#
        // 4000 characters are missing, and the 12 of the placeholder stand for as many: 4012 of base64 are up to 3009
        // bytes.
        let report = try report(response: response, contentLength: response.utf8.count + 4_000)
        #expect(
            try report.compact("images", "0").contains(
                #""elided":true,"expected_bytes":3009,"expected_bytes_estimate":{"least":3007,"most":3009,"exact":true},"layers":["base64"],"at":"#
            ))
    }
}
