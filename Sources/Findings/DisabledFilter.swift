internal import Conversation

/// A threshold that lets everything through.
///
/// https://ai.google.dev/gemini-api/docs/safety-settings
enum DisabledFilter: String {
    /// The filter does not run.
    case off = "OFF"

    /// The filter rates and never blocks.
    case blockNone = "BLOCK_NONE"
}

extension SafetySetting {
    /// How the setting switches its filter off, or nil when it does not.
    var disabled: DisabledFilter? {
        threshold.flatMap(DisabledFilter.init(rawValue:))
    }
}
