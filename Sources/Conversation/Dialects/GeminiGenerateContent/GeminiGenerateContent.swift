public import CaptureReading
public import JSONReading

/// Gemini `generateContent` and `streamGenerateContent`: Google AI Studio, Vertex AI, Firebase, and whoever relays
/// them.
///
/// https://ai.google.dev/api/generate-content
public enum GeminiGenerateContent: APIDialect {
    /// The name in reports.
    public static let id = DialectID(rawValue: "gemini.generate_content")

    /// What people call it.
    public static let title = "Gemini"

    /// Google serves it below one domain only.
    public static let officialHosts = ["*.googleapis.com"]

    /// The methods of the API.
    private static let methods = ["generateContent", "streamGenerateContent"]

    /// The method in the path tells; without it the first payload's own members do.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if let path = evidence.url.flatMap({ url in GeminiPath(url.path) }) {
            if methods.contains(path.method) { return .certain }
            // Another method of the same API (`:countTokens`, `:embedContent`) answers with some of the same members.
            if path.model != nil { return .none }
        }
        return evidence.firstPayload.map { payload in isAnswer(wrapped(in: payload) ?? payload) } == true
            ? .likely : .none
    }

    /// Whether a payload has the members of an answer.
    ///
    /// Other APIs have candidates too (Google Places does): they count beside another member of an answer, or where one
    /// of them has a candidate's own.
    private static func isAnswer(_ payload: JSONValue) -> Bool {
        if payload.field("promptFeedback", "prompt_feedback", "usageMetadata", "usage_metadata") != nil { return true }
        guard let candidates = payload.field("candidates") else { return false }
        return payload.field("modelVersion", "model_version", "responseId", "response_id") != nil
            || candidates.elements.contains { candidate in
                candidate["content"]?.isObject == true
                    || candidate.field("finishReason", "finish_reason", "safetyRatings", "safety_ratings") != nil
            }
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        GeminiAssembler()
    }

    /// An assembler that knows whether thoughts were asked for, which come before the text of an answer.
    public static func makeAssembler(answering request: JSONValue) -> any MessageAssembler {
        let config = members(of: request).field("generationConfig", "generation_config")
        let thinking = config?.field("thinkingConfig", "thinking_config")
        return GeminiAssembler(
            beginsWithThoughts: thinking?.field("includeThoughts", "include_thoughts")?.bool == true)
    }

    /// The text that a chunk adds.
    public static func addedText(in event: JSONValue) -> AddedText? { GeminiChunkText.added(by: event) }

    /// The object that has a request's members: in what Cloud Code and its relays send, the one in it.
    private static func members(of request: JSONValue) -> JSONValue {
        guard request.field("contents") == nil, let inner = request["request"], inner.isObject else { return request }
        return inner
    }

    /// The member by which Cloud Code and its relays wrap each payload: `{"response": {…}}`.
    static let wrapper = "response"

    /// What a wrapper holds, or nil when the payload has none.
    static func wrapped(in payload: JSONValue) -> JSONValue? {
        guard payload["candidates"] == nil, let inner = payload[wrapper], inner.isObject else { return nil }
        return inner
    }

    /// What was asked.
    ///
    /// The model stands in the path, or in the body where a relay wraps the request.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = Prompt(model: url.flatMap { url in GeminiPath(url.path)?.model })
        guard let request, request.root.isObject else { return prompt }
        readMembers(of: members(of: request.root), in: request, into: &prompt)
        prompt.model = prompt.model ?? request.root["model"]?.string.map(modelName)
        return prompt
    }

    /// A model's name without the collections that resource names begin with.
    private static func modelName(_ resource: String) -> String {
        GeminiPath.model(named: resource) ?? resource
    }

    /// Reads a request's members; what is none of the known ones is a setting.
    private static func readMembers(of object: JSONValue, in payload: Payload, into prompt: inout Prompt) {
        for member in object.members {
            let value = member.value
            switch member.name {
            case "contents":
                prompt.messages = (value.isArray ? Array(value.elements) : [value]).map { turn in
                    message(turn, in: payload)
                }
            case "systemInstruction", "system_instruction":
                prompt.system = value.isNull ? [] : parts(of: value, in: payload)
            case "tools":
                prompt.tools = value.isNull ? nil : value.elements.flatMap { tool in tools(in: tool, payload: payload) }
                prompt.toolsPlace = payload.place(of: value)
            case "safetySettings", "safety_settings":
                prompt.safety =
                    value.isNull ? nil : value.elements.map { setting in safetySetting(setting, in: payload) }
                prompt.safetyPlace = payload.place(of: value)
            case "generationConfig", "generation_config":
                prompt.config += value.members.map { inner in
                    Setting(name: inner.name, value: inner.value, place: payload.place(of: inner.value))
                }
            case "model":
                prompt.model = prompt.model ?? value.string.map(modelName)
            default:
                prompt.config.append(Setting(name: member.name, value: value, place: payload.place(of: value)))
            }
        }
    }

    /// A turn.
    ///
    /// A text alone, or parts alone, are what some relays accept.
    private static func message(_ turn: JSONValue, in payload: Payload) -> Message {
        Message(role: turn.field("role")?.string, parts: parts(of: turn, in: payload))
    }

    /// The parts of a turn or of a system instruction.
    private static func parts(of content: JSONValue, in payload: Payload) -> [MessagePart] {
        var accumulator = PartAccumulator()
        if content.kind == .string {
            accumulator.append(text: content, as: .text, signature: nil, place: payload.place(of: content))
        }
        let list = content.field("parts") ?? (content["text"] != nil ? content : nil)
        for part in list.map({ list in list.isArray ? Array(list.elements) : [list] }) ?? [] {
            // A prompt's texts are parts of their own: a client that sends two meant two.
            accumulator.append(GeminiPart(part, in: payload).messagePart)
        }
        return accumulator.finish()
    }

    /// The tools in one entry of the list: every declared function, and every tool of the provider by its key.
    private static func tools(in entry: JSONValue, payload: Payload) -> [Tool] {
        entry.members.flatMap { member in
            guard ["functionDeclarations", "function_declarations"].contains(member.name) else {
                return [
                    Tool(name: member.name, kind: .server, raw: member.value, place: payload.place(of: member.value))
                ]
            }
            return member.value.elements.map { function in
                let name = function.field("name")?.string ?? ""
                return Tool(name: name, kind: .function, raw: function, place: payload.place(of: function))
            }
        }
    }

    /// A filter setting.
    private static func safetySetting(_ setting: JSONValue, in payload: Payload) -> SafetySetting {
        let category = setting.field("category")
        let threshold = setting.field("threshold")
        return SafetySetting(
            category: category.flatMap(GeminiEnum.category.name),
            threshold: threshold.flatMap(GeminiEnum.threshold.name),
            categoryPlace: payload.place(of: category ?? setting),
            thresholdPlace: payload.place(of: threshold ?? setting))
    }
}
