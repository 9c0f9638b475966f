/// A threshold that lets everything pass.
///
/// https://ai.google.dev/gemini-api/docs/safety-settings
public enum DisabledFilter: String, CaseIterable, Sendable {
    /// The filter does not run.
    case off = "OFF"

    /// The filter rates and never blocks.
    case blockNone = "BLOCK_NONE"

    /// Recognises a threshold, written in capitals or not; nil when it lets a filter block.
    public init?(threshold: String) {
        let small = UInt8(ascii: "a")...UInt8(ascii: "z")
        let name = threshold.utf8.map { byte in small.contains(byte) ? byte - 0x20 : byte }
        guard let known = DisabledFilter.allCases.first(where: { known in known.rawValue.utf8.elementsEqual(name) })
        else { return nil }
        self = known
    }
}
