public import CaptureReading

/// A filter setting that was sent.
public struct SafetySetting: Hashable, Sendable {
    /// The category, verbatim or by its name where the capture has a number; nil when the setting names none.
    public var category: String?

    /// The threshold, verbatim or by its name; nil when the setting names none.
    public var threshold: String?

    /// Where the category stands.
    public var categoryPlace: Place?

    /// Where the threshold stands.
    public var thresholdPlace: Place?

    /// How the setting switches its filter off, or nil when it does not.
    public var disabled: DisabledFilter? {
        threshold.flatMap(DisabledFilter.init(threshold:))
    }

    /// Whether the filter lets everything pass.
    public var isOff: Bool { disabled != nil }

    /// Creates a setting.
    public init(category: String?, threshold: String?, categoryPlace: Place? = nil, thresholdPlace: Place? = nil) {
        self.category = category
        self.threshold = threshold
        self.categoryPlace = categoryPlace
        self.thresholdPlace = thresholdPlace
    }
}
