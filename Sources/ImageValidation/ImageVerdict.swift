/// Whether an image conforms to its format.
public enum ImageVerdict: String, Sendable, Hashable, CaseIterable {
    /// It does, and nothing is worth a warning.
    case valid

    /// It does, with oddities.
    case validWithWarnings = "valid_with_warnings"

    /// It does not.
    case invalid
}

/// Whether the pixels of an image can be recovered.
public enum PixelState: String, Sendable, Hashable, CaseIterable {
    /// Every one.
    case ok

    /// Some of them, or all without assurance that they are what was written.
    case damaged

    /// None.
    case none

    /// They were not looked at.
    case unchecked
}
