public import CaptureReading

/// What was asked.
public struct Prompt: Sendable {
    /// The model that was asked for, or nil when the request names none.
    public var model: String?

    /// The system instruction; empty when there is none.
    public var system: [MessagePart]

    /// The turns.
    public var messages: [Message]

    /// The tools on offer, or nil when the request does not speak of tools.
    public var tools: [Tool]?

    /// Where the list of tools stands.
    public var toolsPlace: Place?

    /// Every parameter that is none of the above, in the request's order.
    public var config: [Setting]

    /// The filter settings, or nil when the request does not speak of them.
    public var safety: [SafetySetting]?

    /// Where the list of filter settings stands.
    public var safetyPlace: Place?

    /// Creates a prompt.
    public init(
        model: String? = nil, system: [MessagePart] = [], messages: [Message] = [], tools: [Tool]? = nil,
        toolsPlace: Place? = nil, config: [Setting] = [], safety: [SafetySetting]? = nil, safetyPlace: Place? = nil
    ) {
        self.model = model
        self.system = system
        self.messages = messages
        self.tools = tools
        self.toolsPlace = toolsPlace
        self.config = config
        self.safety = safety
        self.safetyPlace = safetyPlace
    }

    /// Whether the model was told how to behave: by a system instruction, or by turns of a role that instructs.
    public var hasInstructions: Bool {
        !system.isEmpty || messages.contains { message in message.role == "system" || message.role == "developer" }
    }

    /// The parameter that bounds how long the answer may become, or nil when none was sent.
    public var outputLimit: Setting? {
        setting(
            "maxOutputTokens", "max_output_tokens", "max_tokens", "max_completion_tokens", "max_tokens_to_sample",
            "maxTokens", "maxTokenCount", "max_new_tokens", "max_gen_len", "num_predict")
    }

    /// The first parameter that has one of these names, spelled as given here.
    public func setting(_ names: String...) -> Setting? {
        config.first { setting in names.contains(setting.name) }
    }
}
