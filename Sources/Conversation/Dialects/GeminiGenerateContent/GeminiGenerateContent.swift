public import CaptureReading
internal import JSONReading

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

    /// The methods of the API, as the last path segment ends.
    private static let methods = [":generateContent", ":streamGenerateContent"]

    /// The method in the path tells; without it the first payload's own members do.
    public static func recognise(_ evidence: DialectEvidence) -> Confidence {
        if let path = evidence.url?.path {
            if methods.contains(where: path.hasSuffix) { return .certain }
            // Another method of the same API (`:countTokens`, `:embedContent`) answers with some of the same members.
            if path.contains("/models/"), path.split(separator: "/").last?.contains(":") == true { return .none }
        }
        guard let payload = evidence.firstPayload.map(unwrapped), payload.isObject else { return .none }
        let signs = [
            ("candidates", "candidates"), ("promptFeedback", "prompt_feedback"), ("usageMetadata", "usage_metadata"),
        ]
        return signs.contains { sign in payload.field(sign.0, sign.1) != nil } ? .likely : .none
    }

    /// An assembler at the beginning of an answer.
    public static func makeAssembler() -> any MessageAssembler {
        GeminiAssembler()
    }

    /// A payload without the wrapper that Cloud Code and its relays put around each: `{"response": {…}}`.
    static func unwrapped(_ payload: JSONValue) -> JSONValue {
        guard payload["candidates"] == nil, let inner = payload["response"], inner.isObject else { return payload }
        return inner
    }

    /// What was asked.
    ///
    /// The model stands in the path, or in the body where a relay wraps the request.
    public static func prompt(of request: Payload?, url: URLComponents?) -> Prompt {
        var prompt = Prompt(model: url.flatMap(model(in:)))
        guard let request, request.root.isObject else { return prompt }
        let inner = request.root["request"].flatMap { inner in inner.isObject ? inner : nil }
        if let inner, request.root.field("contents") == nil {
            readMembers(of: inner, in: request, into: &prompt)
            prompt.model = prompt.model ?? request.root["model"]?.string.map(modelName)
        } else {
            readMembers(of: request.root, in: request, into: &prompt)
        }
        return prompt
    }

    /// The model that a path names: what follows `models/` up to the method.
    private static func model(in url: URLComponents) -> String? {
        guard let last = url.path.split(separator: "/").last, let colon = last.lastIndex(of: ":"),
            colon > last.startIndex
        else {
            return nil
        }
        return String(last[..<colon])
    }

    /// A model's name without the collection that resource names begin with.
    private static func modelName(_ resource: String) -> String {
        resource.hasPrefix("models/") ? String(resource.dropFirst("models/".count)) : resource
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
