/// Something odd about how a body is captured or labelled that did not keep it from being decoded.
public struct BodyWarning: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The identifier in reports: `already_decoded`.
    public let rawValue: String

    /// Creates a warning.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The identifier itself.
    public var description: String { rawValue }

    /// A coding is declared, and the body is not under it any more.
    public static let alreadyDecoded = BodyWarning(rawValue: "already_decoded")

    /// The body is under a coding in a place where captures hold decoded ones.
    public static let stillEncoded = BodyWarning(rawValue: "still_encoded")

    /// The body is under a coding that is not declared.
    public static let missingCoding = BodyWarning(rawValue: "missing_coding")

    /// The body is under another coding than the declared one.
    public static let mislabeled = BodyWarning(rawValue: "mislabeled")

    /// A coding is declared that nobody knows, and the body reads well without it.
    public static let unknownCoding = BodyWarning(rawValue: "unknown_coding")

    /// Something stands behind the end of the coded data; it is left out.
    public static let trailingData = BodyWarning(rawValue: "trailing_data")

    /// The framing is none that the standard allows, and can be read.
    public static let nonstandardFraming = BodyWarning(rawValue: "nonstandard_framing")

    /// The data are of a format that came before the standard.
    public static let legacyFormat = BodyWarning(rawValue: "legacy_format")

    /// The base64 has flaws that decoders disagree about.
    public static let badBase64 = BodyWarning(rawValue: "bad_base64")

    /// The bytes are no text in the character set that is declared.
    public static let charset = BodyWarning(rawValue: "charset")

    /// A tool read bytes as text: some of them are lost, or were worked out.
    public static let mangledText = BodyWarning(rawValue: "mangled_text")

    /// The fields of a form have no values, and they are left empty.
    public static let lostValues = BodyWarning(rawValue: "lost_values")

    /// The data need a window that clients refuse.
    public static let windowTooLarge = BodyWarning(rawValue: "window_too_large")

    /// The body was cut short where that loses nothing of what it says.
    public static let truncated = BodyWarning(rawValue: "truncated")

    /// A checksum does not fit, and only that.
    public static let checksum = BodyWarning(rawValue: "checksum")

    /// The data are compressed with a dictionary that the capture does not hold.
    public static let dictionaryRequired = BodyWarning(rawValue: "dictionary_required")
}
