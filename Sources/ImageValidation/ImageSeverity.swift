/// How much a defect of an image matters.
public enum ImageSeverity: String, Sendable, Hashable, CaseIterable {
    /// The data do not conform to the format, or some of them are lost.
    case error

    /// Legal or harmless, but worth telling.
    case warning

    /// A fact, neither good nor bad.
    case info
}
