internal import Conversation

/// A prompt as JSON outputs show it.
struct EncodedPrompt: EncodedValue {
    /// The prompt.
    let prompt: Prompt

    /// The parts of its system instruction.
    let system: [EncodedPart]

    /// Its turns, with their parts.
    let messages: [EncodedMessage]

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("model", prompt.model)
            if !system.isEmpty { writer.array("system", system) }
            writer.array("messages", messages)
            if let tools = prompt.tools { writer.array("tools", tools.map(EncodedTool.init)) }
            writer.object("config") { writer in
                for setting in settings { writer.captured(setting.name, value: setting.value) }
            }
            if let safety = prompt.safety { writer.array("safety", safety.map(EncodedSafetySetting.init)) }
        }
    }

    /// The parameters as an object holds them: of several of one name the last counts, in the place of the first.
    private var settings: [Setting] {
        var positions: [String: Int] = [:]
        var settings: [Setting] = []
        for setting in prompt.config {
            if let position = positions[setting.name] {
                settings[position] = setting
            } else {
                positions[setting.name] = settings.count
                settings.append(setting)
            }
        }
        return settings
    }
}
