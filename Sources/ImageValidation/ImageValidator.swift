/// Checks images of any known format.
public struct ImageValidator: Sendable {
    /// How far.
    public let options: ImageValidationOptions

    /// Creates a validator.
    public init(options: ImageValidationOptions = ImageValidationOptions()) {
        self.options = options
    }

    /// Checks an image.
    ///
    /// Bytes that are no image at all give a report as well: it says what they are instead, where that can be told.
    ///
    /// - Parameters:
    ///   - bytes: the image.
    ///   - declared: the format that it is said to be in; nil where nothing is said.
    /// - Returns: what is known of the image.
    public func validate(_ bytes: ArraySlice<UInt8>, declared: ImageFormatID? = nil) -> ImageReport {
        if let format = ImageFormatCatalog.format(of: bytes) {
            let report = format.validate(bytes, options: options)
            return declared == nil || declared == format.id ? report : mislabelled(report, declared, bytes)
        }
        // A damaged signature is not recognised as one, and tells more than that it is none.
        if declared == .png || PNGSignature(of: bytes).isDamaged {
            return PNGFormat().validate(bytes, options: options)
        }
        return mislabelled(ImageReport(format: nil, byteCount: bytes.count), declared, bytes)
    }

    /// A report with the defect that the image is not in the format that it is said to be in.
    private func mislabelled(
        _ report: ImageReport, _ declared: ImageFormatID?, _ bytes: ArraySlice<UInt8>
    ) -> ImageReport {
        var report = report
        var log = DefectLog(options)
        let rule: ImageRule = declared == nil ? .unknownFormat : declared == .png ? .signatureOfOther : .typeMismatch
        log.add(
            rule, at: 0, expected: declared?.name ?? "an image in a known format",
            found: report.format?.name ?? ForeignContent(bytes).description)
        report.defects = log.defects + report.defects
        if report.format == nil { report.pixels = .none }
        return report
    }
}
