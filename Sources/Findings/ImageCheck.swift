internal import ImageValidation

/// Checks the images of a capture, and reads the pixels of as many as was asked for.
///
/// An image that was checked a short while ago is known again, so that a history that is sent with each turn costs little.
public struct ImageCheck: Sendable {
    /// Of which images the pixels are read; the structure is checked of all.
    public enum Extent: Sendable, Hashable {
        /// Of all.
        case all

        /// Of the first, so many bytes of them.
        case first(Int)

        /// Of none.
        case none

        /// What a report checks unless it is told otherwise: a third of a second of work.
        public static let usual = Extent.first(32 << 20)
    }

    private let extent: Extent
    private var bytesLeft: Int
    private var known = RecentTable<ByteSummary, ImageReport>(capacity: 256)

    /// Begins with a capture.
    public init(_ extent: Extent = .usual) {
        self.extent = extent
        bytesLeft =
            switch extent {
            case .all: .max
            case .first(let count): count
            case .none: 0
            }
    }

    /// What is known of an image.
    ///
    /// - Parameters:
    ///   - bytes: the image.
    ///   - summary: their short name.
    ///   - declaredType: the media type that it is declared with, which tells what bytes should be that are no image.
    /// - Returns: the report of the check, or of an earlier one of the same bytes.
    mutating func report(
        on bytes: ArraySlice<UInt8>, _ summary: ByteSummary, declaredType: String?
    ) -> ImageReport {
        if let report = known[summary] { return report }
        let isWithin = extent == .all || bytes.count <= bytesLeft
        if isWithin, extent != .all { bytesLeft -= bytes.count }
        let validator = ImageValidator(options: ImageValidationOptions(depth: isWithin ? .pixels : .structure))
        let declared = declaredType.flatMap(ImageFormatCatalog.format(mediaType:))
        let isImage = ImageFormatCatalog.format(of: bytes) != nil
        let report = validator.validate(bytes, declared: isImage ? nil : declared?.id)
        known[summary] = report
        return report
    }
}
