/// The size of data that were taken out of a body, worked out from the length that the message declares.
public struct ElidedSize: Hashable, Sendable {
    /// The declared length of the body, in bytes.
    public let contentLength: Int

    /// The size of the captured body in the form that was sent, placeholders included, in bytes.
    public let capturedLength: Int

    /// Whether that form is a guess: the body was formatted anew after the capture, and was counted without its white
    /// space.
    public let isMinified: Bool

    /// The placeholders' own length, in bytes, all together.
    public let placeholderLength: Int

    /// How many pieces of data were taken out.
    public let count: Int

    /// The characters of base64 that are missing, all pieces together; at least 1.
    public let characterCount: Int

    /// Works out a size; nil when nothing was taken out, or the declared length leaves no room for any data.
    public init?(contentLength: Int, capturedLength: Int, isMinified: Bool, placeholderLength: Int, count: Int) {
        // The declared length is any number that a capture may hold, the largest included.
        let (missing, overflow) = contentLength.subtractingReportingOverflow(capturedLength - placeholderLength)
        guard count > 0, missing > 0, !overflow else { return nil }
        self.contentLength = contentLength
        self.capturedLength = capturedLength
        self.isMinified = isMinified
        self.placeholderLength = placeholderLength
        self.count = count
        characterCount = missing
    }

    /// The decoded size in bytes, all pieces together: up to two less than the largest for each when the characters
    /// come in fours.
    public var byteCounts: ClosedRange<Int> {
        let most = characterCount / 4 * 3 + characterCount % 4 * 3 / 4
        return isExact ? max(0, most - 2 * count)...most : most...most
    }

    /// Whether the arithmetic fits: padded base64 comes in fours.
    ///
    /// Where it does not, the body was sent in another form than it was counted in, and the size is only about right.
    public var isExact: Bool { isMinified && characterCount % 4 == 0 }
}
