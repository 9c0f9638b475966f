internal import JSONReading

/// Tells whether a filter lets more through than before: its settings in order, the strictest first.
enum SafetyScale {
    /// A setting whose values have an order.
    private struct Scale {
        /// How the path of the setting ends.
        let suffix: String

        /// The values in lower case, from the strictest on, those that are alike together; nil stands for none sent.
        let values: [[String?]]
    }

    /// Gemini's thresholds.
    ///
    /// Without one its default applies, which is not known and off on its current models: a threshold that is gone may let
    /// more through, and one that switches the filter off does.
    ///
    /// https://ai.google.dev/gemini-api/docs/safety-settings
    private static let thresholds = Scale(
        suffix: "",
        values: [
            ["block_low_and_above"], ["block_medium_and_above"], ["block_only_high"],
            [nil, "", "harm_block_threshold_unspecified"], ["block_none"], ["off"],
        ])

    /// The scales of other settings; the first whose ending fits is taken.
    private static let scales = [
        Scale(suffix: "safety_mode", values: [["strict"], ["contextual", nil], ["off", "none"]]),
        Scale(suffix: "safe_prompt", values: [["true"], ["false", nil]]),
        Scale(suffix: "moderation", values: [["auto", nil], ["low"]]),
        Scale(suffix: "require_approval", values: [["always"], [nil], ["never"]]),
        Scale(suffix: "data_collection", values: [["deny"], ["allow", nil]]),
        Scale(suffix: "streamProcessingMode", values: [["sync", nil], ["async"]]),
        Scale(suffix: "personGeneration", values: [["allow_none"], ["allow_adult", nil], ["allow_all"]]),
    ]

    /// Settings whose absence means that nothing is filtered.
    private static let guards = ["guardrailConfig", "modelArmorConfig"]

    /// Whether a change loosens a filter.
    static func isLoosened(_ change: Change) -> Bool {
        guard change.area == .safety || change.area == .config else { return false }
        if guards.contains(change.path), change.to == nil { return true }
        let isThreshold = change.area == .safety && change.path.hasPrefix("safetySettings[")
        let known = scales.first { scale in ends(change.path, with: scale.suffix) }
        guard let scale = isThreshold ? thresholds : known else { return false }
        let ranks = (rank(word(change.from), in: scale.values), rank(word(change.to), in: scale.values))
        return ranks.0 >= 0 && ranks.0 < ranks.1
    }

    private static func ends(_ path: String, with suffix: String) -> Bool {
        path == suffix || path.hasSuffix("." + suffix)
    }

    /// The place of a value on a scale; -1 for one that it does not know.
    private static func rank(_ word: String?, in values: [[String?]]) -> Int {
        values.firstIndex { alike in alike.contains(word) } ?? -1
    }

    /// A value as a word in lower case.
    private static func word(_ value: ComparedValue?) -> String? {
        switch value {
        case .text(let text): text.lowercased()
        case .json(let value, _):
            value.string?.lowercased() ?? value.bool.map { flag in flag ? "true" : "false" } ?? "?"
        default: nil
        }
    }
}
