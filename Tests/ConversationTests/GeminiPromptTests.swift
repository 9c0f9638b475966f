import CaptureReading
import Conversation
import JSONReading
import Testing

@Suite("Gemini prompts")
struct GeminiPromptTests {
    private func prompt(_ request: String, path: String = "/v1beta/models/gemini-x:generateContent") throws -> Prompt {
        try #require(
            try ConversationFixture.gemini(request: request, response: "{}", type: "application/json", path: path)
                .prompt)
    }

    @Test("the system instruction, the turns and the tools are read in both spellings", arguments: [true, false])
    func spellings(_ isCamel: Bool) throws {
        let camel = """
            {"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"hi"},\
            {"inlineData":{"mimeType":"image/png","data":"QUJD"}}]},{"role":"model","parts":[{"functionCall":{"name":"f"}}]}],\
            "tools":[{"functionDeclarations":[{"name":"f"},{"name":"g"}]},{"googleSearch":{}}],\
            "safetySettings":[{"category":"HARM_CATEGORY_HATE_SPEECH","threshold":"OFF"}],\
            "generationConfig":{"temperature":1.0,"maxOutputTokens":5},"cachedContent":"c"}
            """
        let names = [
            ("systemInstruction", "system_instruction"), ("inlineData", "inline_data"), ("mimeType", "mime_type"),
            ("functionCall", "function_call"), ("functionDeclarations", "function_declarations"),
            ("safetySettings", "safety_settings"), ("generationConfig", "generation_config"),
            ("maxOutputTokens", "max_output_tokens"),
        ]
        let snake = names.reduce(camel) { text, pair in text.split(separator: pair.0).joined(separator: pair.1) }
        let prompt = try prompt(isCamel ? camel : snake)
        #expect(prompt.model == "gemini-x")
        #expect(prompt.system.map(\.text) == ["Be brief."])
        #expect(prompt.messages.map(\.role) == ["user", "model"])
        #expect(prompt.messages.map(\.sketch) == [["text:hi", "blob:image/png 3"], ["call:f{}"]])
        #expect(prompt.tools?.map(\.name) == ["f", "g", "googleSearch"])
        #expect(prompt.tools?.map(\.kind) == [.function, .function, .server])
        #expect(prompt.safety?.map(\.isOff) == [true])
        #expect(
            prompt.config.map(\.name) == [
                "temperature", isCamel ? "maxOutputTokens" : "max_output_tokens", "cachedContent",
            ])
        #expect(prompt.config.first?.value.numberLexeme == "1.0")
        #expect(prompt.outputLimit?.value.int == 5)
    }

    @Test("absent stays absent: no tools, no filters, no turns")
    func absent() throws {
        let prompt = try prompt("{}")
        #expect(prompt.tools == nil)
        #expect(prompt.safety == nil)
        #expect(prompt.messages.isEmpty)
        #expect(prompt.config.isEmpty)
        let empty = try self.prompt(#"{"tools":[],"safetySettings":[]}"#)
        #expect(empty.tools?.isEmpty == true)
        #expect(empty.safety?.isEmpty == true)
    }

    @Test("places are where the values stand in the capture")
    func places() throws {
        let request = #"{"safetySettings":[{"category":"C","threshold":"OFF"}]}"#
        let reading = try ConversationFixture.gemini(request: request, response: "{}", type: "application/json")
        let head =
            "POST /v1beta/models/gemini-x:streamGenerateContent?alt=sse HTTP/1.1\nHost: generativelanguage.googleapis.com\n"
            + "Content-Length: \(request.utf8.count)\n\n"
        let offset = { (text: String) in
            head.utf8.count + request.utf8.count - request.split(separator: text)[1].utf8.count - text.utf8.count
        }
        #expect(reading.prompt?.safety?.first?.thresholdPlace == Place(byte: offset(#""OFF""#)))
        #expect(reading.prompt?.safety?.first?.categoryPlace == Place(byte: offset(#""C""#)))
    }

    @Test("filters by number get their names where both products agree")
    func integerEnums() throws {
        let prompt = try prompt(#"{"safetySettings":[{"category":10,"threshold":4},{"category":2,"threshold":9}]}"#)
        #expect(prompt.safety?.map(\.category) == ["HARM_CATEGORY_DANGEROUS_CONTENT", "2"])
        #expect(prompt.safety?.map(\.threshold) == ["BLOCK_NONE", "9"])
    }

    @Test(
        "the model is what follows models/; an endpoint or a tuned model is named with its collection",
        arguments: [
            ("/v1beta/models/m:generateContent", "m"), ("/v1beta/models/m%3AgenerateContent", "m"),
            ("/relay/models/v1/publishers/google/models/m-1:generateContent", "m-1"),
            ("/v1/models/google/m:generateContent", "google/m"), ("/v1/models/ft:m:generateContent", "ft:m"),
            ("/v1/projects/p/locations/l/endpoints/5:generateContent", "endpoints/5"),
            ("/v1beta/tunedModels/mine:generateContent", "tunedModels/mine"),
            ("/v1internal:generateContent", nil), ("/v1/models/:generateContent", nil),
            ("/models:generateContent", nil),
            ("/:generateContent", nil),
        ] as [(String, String?)])
    func models(_ path: String, _ model: String?) throws {
        #expect(try prompt("{}", path: path).model == model)
    }

    @Test(
        "a model in the body loses the collections before it",
        arguments: [
            ("models/m", "m"), ("publishers/google/models/m", "m"), ("m", "m"), ("google/m", "google/m"),
            ("projects/p/endpoints/5", "endpoints/5"), ("models/", "models/"),
        ])
    func modelsInBodies(_ name: String, _ model: String) throws {
        #expect(try prompt(#"{"model":"\#(name)"}"#, path: "/v1internal:generateContent").model == model)
    }

    @Test("a byte order mark before the request hides nothing")
    func byteOrderMark() throws {
        #expect(try prompt("\u{FEFF}" + #"{"contents":[{"parts":[{"text":"hi"}]}]}"#).messages.map(\.text) == ["hi"])
    }

    @Test("a request that a relay wraps is unwrapped")
    func wrapped() throws {
        let prompt = try prompt(
            #"{"model":"models/gemini-y","request":{"contents":[{"parts":[{"text":"hi"}]}]}}"#,
            path: "/v1internal:generateContent")
        #expect(prompt.messages.map(\.text) == ["hi"])
        #expect(prompt.model == "gemini-y")
    }

    @Test(
        "odd requests lose nothing and crash nothing",
        arguments: ["[]", "3", #""x""#, "", #"{"contents":"hi"}"#, #"{"contents":[1,null]}"#])
    func odd(_ request: String) throws {
        _ = try prompt(request)
    }
}
