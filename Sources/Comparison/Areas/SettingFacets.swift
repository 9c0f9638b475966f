internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// What a request asks for beside its turns: model, parameters, tools, filters; each by its name.
struct SettingFacets {
    /// The facets.
    let facets: [Facet]

    /// Reads a prompt.
    init(_ prompt: Prompt?) {
        guard let prompt else {
            facets = []
            return
        }
        let model = prompt.model.map { model in Facet(.config, "model", .text(model)) }
        let settings = prompt.config.map { setting in
            Facet(.config, setting.name, .json(setting.value, names: [setting.name]), at: setting.place)
        }
        let tools = (prompt.tools ?? []).map { tool in
            Facet(.config, "tools[\(tool.name)]", .json(tool.raw, names: []), at: tool.place)
        }
        // An empty list is sent by some clients, and refused by some servers.
        let noTools = prompt.tools?.isEmpty == true ? Facet(.config, "tools", .text("[]"), at: prompt.toolsPlace) : nil
        let safety = (prompt.safety ?? []).map { setting in
            let category = setting.category.map { category in "safetySettings[\(category)]" } ?? "safety_mode"
            return Facet(
                .safety, category, .text(setting.threshold ?? ""),
                at: setting.thresholdPlace ?? setting.categoryPlace)
        }
        let others = [model].compactMap { facet in facet } + settings + tools + [noTools].compactMap { facet in facet }
        facets = Facet.numbered(others) + Facet.numbered(safety)
    }
}
