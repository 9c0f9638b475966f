internal import Conversation
internal import Findings
internal import ImageValidation

/// What is known of an image in a few words.
enum ImageWords {
    /// The format, the size in pixels, the colours and the frames: `PNG 1024x1024 RGB 8-bit`.
    static func kind(of report: ImageReport) -> String {
        ([report.format?.name ?? "no image"] + shape(of: report)).joined(separator: " ")
    }

    /// The size in pixels, the colours and the frames; nothing where none is known.
    static func shape(of report: ImageReport) -> [String] {
        let color = report.color.map { color in
            color.words + (report.bitDepth.map { depth in " \(depth)-bit" } ?? "")
        }
        let frames = report.frameCount.map { count in Wording.count(count, "frame") }
        return [size(report.width, report.height), color, frames].compactMap { word in word }
    }

    /// The size in pixels: `1024x768`; nil where one of its sides is not known.
    static func size(_ width: Int?, _ height: Int?) -> String? {
        guard let width, let height else { return nil }
        return "\(width)x\(height)"
    }

    /// The type as declared, and what the bytes are where that is another.
    static func type(of image: EmbeddedImage, _ wording: Wording) -> Inline {
        let name = image.report?.format?.name
        guard let declared = image.blob.declaredType else { return Inline(name ?? "data of no declared type") }
        guard image.actualType != nil, let name else { return Inline(wording.captured(declared)) }
        return Inline("\(wording.captured(declared)), in truth \(name)", .severity(.medium))
    }

    /// Whether the image conforms to its format, and what of its pixels can be recovered where it does not.
    static func verdict(on report: ImageReport) -> Inline {
        switch report.verdict {
        case .valid: return Inline(report.pixels == .unchecked ? "valid, pixels not read" : "valid", .good)
        case .validWithWarnings: return Inline("valid, with warnings", .severity(.low))
        case .invalid:
            let pixels =
                switch report.pixels {
                case .ok: "every pixel is there"
                case .damaged:
                    "\(report.rows.map { rows in "\(rows.whole) of \(rows.expected) rows" } ?? "some pixels") survive"
                case .none: "no pixels"
                case .unchecked: "pixels not read"
                }
            return Inline("invalid, \(pixels)", .severity(.high))
        }
    }
}

extension ImageColor {
    /// The colours in words.
    fileprivate var words: String {
        switch self {
        case .gray, .indexed: rawValue
        case .grayAlpha: "gray+alpha"
        case .cmyk, .rgb, .rgba: rawValue.uppercased()
        }
    }
}
